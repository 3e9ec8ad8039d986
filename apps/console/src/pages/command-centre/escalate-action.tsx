import type { RequestRow } from '@zeren/requests-domain';
import type { TaskRow } from '@zeren/tasks-domain';
import { escalationDecider, isIntegration, organisationRefusals, type EscalatedMatter } from '@zeren/organisation-domain';
import { Button } from 'antd';
import { useState } from 'react';
import { idOf } from '../../api/rows.js';
import { useIntegrationsOf } from '../../design/integration.js';
import { StepForm, type StepPlan } from '../../design/step-form.js';
import { refusalOf } from '../../design/refusal.js';
import { useCaller } from '../../api/caller.js';
import { useLanguage } from '../../language/language.js';
import { useCentreTexts } from './centre.texts.js';

/** Takes something up to the centre above, where whoever reads works below one. */
const EscalateAction = ({ about }: { about: EscalatedMatter }) => {
  const t = useCentreTexts();
  const { language } = useLanguage();
  const caller = useCaller();
  const [isOpen, setOpen] = useState(false);
  if (!caller || !caller.roles.some((role) => role === 'officer' || role === 'leader' || role === 'district-office')) return null;
  const { unitId, tenantId } = caller;
  const plan: StepPlan = {
    title: t('raise'),
    first: { title: about.title },
    fields: [{ name: 'title', label: t('title2') }, { name: 'reason', label: t('raised'), lines: true }],
    // Which centre is above only the register says; what is wrong with the words does not depend on it.
    refusal: ({ reason = '', title = '' }) => refusalOf(
      () => escalationDecider.decide({ type: 'RaiseEscalation', data: { about: { ...about, title }, from: { unitId, tenantId }, to: { unitId, tenantId }, reason } }, escalationDecider.initialState, caller),
      organisationRefusals, language,
    ),
    intent: ({ reason = '', title = '' }) => ({ path: '/escalations', body: { about: { ...about, title }, reason } }),
  };
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('raise')}</Button>
      {isOpen && <StepForm plan={plan} onClose={() => setOpen(false)} />}
    </>
  );
};

/** Takes a task up, under the integrations under which it counts now. */
export const EscalateTask = ({ row }: { row: TaskRow }) => {
  const { nameOf } = useLanguage();
  const integrations = useIntegrationsOf({ own: row.integrations, campaignId: row.campaignId });
  return <EscalateAction about={{ kind: 'task', id: idOf(row), title: nameOf(row.name), ...(integrations.length > 0 && { integrations }) }} />;
};

/** Takes a request up, under the integrations under which it was filed. */
export const EscalateRequest = ({ row }: { row: RequestRow }) => {
  const integrations = row.request.content.integrations.filter(isIntegration);
  return <EscalateAction about={{ kind: 'request', id: idOf(row), title: row.subject, ...(integrations.length > 0 && { integrations }) }} />;
};
