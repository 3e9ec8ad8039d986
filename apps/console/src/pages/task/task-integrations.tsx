import { taskOf, tasksRefusals, type CampaignRow, type TaskCommand, type TaskRow } from '@zeren/tasks-domain';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useCaller } from '../../api/caller.js';
import { useRead } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { Action } from '../../design/action.js';
import { IntegrationsOf, useIntegrations } from '../../design/integration.js';
import { refusalOf } from '../../design/refusal.js';
import { severalOf, StepForm, type Said } from '../../design/step-form.js';
import { textsOf, useLanguage } from '../../language/language.js';
import { decideOn } from './intents.js';

const useTexts = textsOf(
  'task-integrations',
  { title: '四个融合', classify: '单独归类', integrations: '维度', reason: '理由', decision: '会议决定', openMeeting: '第 {{number}} 项决定' },
  { title: 'Four integrations', classify: 'Classify otherwise', integrations: 'Integrations', reason: 'Reason', decision: 'Meeting’s decision', openMeeting: 'decision {{number}}' },
);

/** What others do is not offered. */
const ofOthers = ['role-cannot-answer', 'not-the-dispatcher'];

const commandOf = ({ integrations, reason = '' }: Said): TaskCommand => ({ type: 'ClassifyTask', data: { integrations: severalOf(integrations), reason } });

const Classify = ({ row, first }: { row: TaskRow; first: readonly string[] }) => {
  const t = useTexts();
  const { language, nameOf } = useLanguage();
  const caller = useCaller();
  const named = useIntegrations();
  const [open, setOpen] = useState(false);
  if (!caller) return null;
  const refusal = (said: Said) => refusalOf(() => decideOn(commandOf(said), taskOf(row), caller), tasksRefusals, language);
  const why = refusal({ integrations: 'old-new', reason: '…' });
  if (why && ofOthers.includes(why.code)) return null;
  return (
    <>
      <Action size="small" why={why?.sentence} onClick={() => setOpen(true)}>{t('classify')}</Action>
      {open && (
        <StepForm onClose={() => setOpen(false)} plan={{
          title: t('classify'), first: { integrations: first.join(' ') }, refusal,
          fields: [{ name: 'integrations', label: t('integrations'), beside: 'several', options: named.map(({ code, name }) => ({ value: code, label: nameOf(name) })) }, { name: 'reason', label: t('reason') }],
          intent: (said) => ({ path: `/tasks/${idOf(row)}/integrations`, body: commandOf(said).data, revision: row.revision }),
        }} />
      )}
    </>
  );
};

/** Under which of the four integrations the task counts, and the meeting's decision it comes from. */
export const TaskIntegrations = ({ row }: { row: TaskRow }) => {
  const t = useTexts();
  const campaign = useRead<CampaignRow>(`/campaigns/${encodeURIComponent(row.campaignId)}`, {}, { fresh: 300_000 }).data;
  const codes = row.integrations ?? campaign?.integrations ?? [];
  const decision = row.origin?.decision;
  return (
    <section className="sheet">
      <h2>{t('title')}</h2>
      <div className="stack">
        <IntegrationsOf own={row.integrations} campaignId={row.campaignId} />
        <Classify row={row} first={codes} />
        {decision && <p className="in-text">{t('decision')} · <Link to={`/meetings/${decision.meetingId}`}>{t('openMeeting', { number: decision.number })}</Link></p>}
      </div>
    </section>
  );
};
