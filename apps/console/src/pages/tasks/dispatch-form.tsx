import { originKinds, originText, taskDecider, tasksRefusals, type CampaignRow } from '@zeren/tasks-domain';
import type { Caller } from '@zeren/kernel';
import { Button, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { useCaller } from '../../api/caller.js';
import { useCommand } from '../../api/commands.js';
import { useRead } from '../../api/reads.js';
import { idOf, type Page } from '../../api/rows.js';
import { IntegrationsField } from '../../design/integration.js';
import { refusalOf, type Refusal } from '../../design/refusal.js';
import { Rows } from '../../design/rows.js';
import { Failure } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { Field, Footer } from '../task/form-parts.js';
import { bodyOf, commandOf, freshPart, isTownCode, type DispatchSaid, type PartSaid } from './dispatch.js';
import { useDispatchTexts } from './dispatch.texts.js';

const Line = ({ name, label, value, refusal, onSay, decimal = false }: {
  name: string; label: string; value: string; refusal: Refusal | undefined; onSay: (value: string) => void; decimal?: boolean;
}) => (
  <Field name={name} label={label} refusal={refusal}>
    {(id) => <Input id={id} maxLength={500} {...(decimal && { inputMode: 'decimal' })} value={value} onChange={({ target }) => onSay(target.value)} />}
  </Field>
);

const Day = ({ name, label, value, refusal, onSay }: { name: string; label: string; value: string; refusal: Refusal | undefined; onSay: (value: string) => void }) => (
  <Field name={name} label={label} refusal={refusal}>
    {(id) => <input id={id} type="date" className="date-field" value={value} onChange={({ target }) => onSay(target.value)} />}
  </Field>
);

const Choice = <Value extends string>({ label, value, options, onSay }: {
  label: string; value: Value; options: readonly { readonly value: Value; readonly label: string }[]; onSay: (value: Value) => void;
}) => <Field name="" label={label} refusal={undefined}>{(id) => <Select id={id} value={value} onChange={onSay} options={[...options]} />}</Field>;

const PartFields = ({ part, index, refusal, onSay }: { part: PartSaid; index: number; refusal: Refusal | undefined; onSay: (change: Partial<PartSaid>) => void }) => {
  const t = useDispatchTexts();
  const at = (name: string) => `parts[${index}].${name}`;
  return (
    <>
      <Line name={at('unitId')} label={t('party')} value={part.unitId} refusal={refusal} onSay={(unitId) => onSay({ unitId })} />
      <Line name={at('representedBy')} label={t('represented')} value={part.representedBy} refusal={refusal} onSay={(representedBy) => onSay({ representedBy })} />
      <div className="whole"><Line name={at('what')} label={t('what')} value={part.what} refusal={refusal} onSay={(what) => onSay({ what })} /></div>
      <Line name={at('quantity')} label={t('value')} decimal value={part.value} refusal={refusal} onSay={(value) => onSay({ value })} />
      <Line name={at('quantityUnit')} label={t('valueUnit')} value={part.unit} refusal={refusal} onSay={(unit) => onSay({ unit })} />
      <Day name={at('dueOn')} label={t('partDue')} value={part.dueOn} refusal={refusal} onSay={(dueOn) => onSay({ dueOn })} />
    </>
  );
};

type Content = { readonly said: DispatchSaid; readonly refusal: Refusal | undefined; readonly say: (change: Partial<DispatchSaid>) => void };

const TaskFields = ({ said, refusal, say, campaigns }: Content & { campaigns: readonly CampaignRow[] }) => {
  const t = useDispatchTexts();
  const { nameOf } = useLanguage();
  return (
    <div className="rows-fields">
      <Choice label={t('kind')} value={said.kind} onSay={(kind) => say({ kind })} options={originKinds.map((value) => ({ value, label: nameOf(originText[value]) }))} />
      <Line name="origin.document" label={t('document')} value={said.document} refusal={refusal} onSay={(document) => say({ document })} />
      <Choice label={t('campaign')} value={said.campaignId} onSay={(campaignId) => say({ campaignId })} options={campaigns.map((one) => ({ value: idOf(one), label: nameOf(one.name) }))} />
      <Line name="code" label={t('code')} value={said.code} refusal={refusal} onSay={(code) => say({ code })} />
      <Line name="name.zh" label={t('name')} value={said.zh} refusal={refusal} onSay={(zh) => say({ zh })} />
      <Line name="name.en" label={t('nameEn')} value={said.en} refusal={refusal} onSay={(en) => say({ en })} />
      <Line name="unitId" label={t('unit')} value={said.unitId} refusal={refusal} onSay={(unitId) => say({ unitId })} />
      <Line name="accountablePostId" label={t('post')} value={said.postId} refusal={refusal} onSay={(postId) => say({ postId })} />
      <Line name="supportingUnitIds" label={t('supporting')} value={said.supporting} refusal={refusal} onSay={(supporting) => say({ supporting })} />
      {isTownCode(said.unitId) && <Line name="dutyItem" label={t('duty')} value={said.duty} refusal={refusal} onSay={(duty) => say({ duty })} />}
      {isTownCode(said.unitId) && <Line name="admissionDocument" label={t('admission')} value={said.admission} refusal={refusal} onSay={(admission) => say({ admission })} />}
      <Choice label={t('evidence')} value={said.evidence} onSay={(evidence) => say({ evidence })}
        options={[{ value: 'document', label: t('documentKind') }, { value: 'field', label: t('field') }, { value: 'survey', label: t('survey') }, { value: 'statistics', label: t('statistics') }]} />
      <Choice label={t('direction')} value={said.direction} onSay={(direction) => say({ direction })} options={(['at-least', 'at-most', 'boolean'] as const).map((value) => ({ value, label: t(value) }))} />
      {said.direction !== 'boolean' && <Line name="target" label={t('target')} decimal value={said.target} refusal={refusal} onSay={(target) => say({ target })} />}
      {said.direction !== 'boolean' && <Line name="metric.unit" label={t('metric')} value={said.unit} refusal={refusal} onSay={(unit) => say({ unit })} />}
      <Day name="dueOn" label={t('due')} value={said.dueOn} refusal={refusal} onSay={(dueOn) => say({ dueOn })} />
      <IntegrationsField value={said.integrations} onSay={(integrations) => say({ integrations })} />
    </div>
  );
};

/** What a meeting's decision says already of the task that is to come of it. */
export type DecisionSaid = Pick<DispatchSaid, 'decision' | 'document' | 'unitId' | 'dueOn' | 'zh'>;
const noDecision: DecisionSaid = { decision: '', document: '', unitId: '', dueOn: '', zh: '' };

const emptyTask = (campaignId: string): Omit<DispatchSaid, keyof DecisionSaid> => ({
  kind: 'meeting-decision', campaignId, code: '', en: '', evidence: 'field', postId: '', supporting: '', direction: 'at-least', unit: '', target: '', parts: [], duty: '', admission: '', integrations: [],
});

/** A task that no split holds; with rows for parties, a joint task. */
const DispatchForm = ({ campaigns, caller, from, onClose }: { campaigns: readonly CampaignRow[]; caller: Caller; from: DecisionSaid; onClose: () => void }) => {
  const t = useDispatchTexts();
  const { language } = useLanguage();
  const navigate = useNavigate();
  const [said, setSaid] = useState<DispatchSaid>(() => ({ ...emptyTask(campaigns[0] ? idOf(campaigns[0]) : ''), ...from }));
  const send = useCommand(({ id }) => void navigate(`/tasks/${id}`));
  const participants = campaigns.find((one) => idOf(one) === said.campaignId && one.ownerTenantId === caller.tenantId)?.participantTenantIds ?? [];
  const refusal = refusalOf(() => taskDecider.decide(commandOf(said, caller.tenantId, participants), taskDecider.initialState, caller), tasksRefusals, language);
  const say = (change: Partial<DispatchSaid>) => setSaid((before) => ({ ...before, ...change }));
  return (
    <Modal open width={760} title={t('dispatch')} onCancel={onClose} footer={<Footer refusal={refusal} sending={send.isPending} onClose={onClose} onSend={() => send.mutate({ path: '/tasks', body: bodyOf(said) })} />}>
      <div className="stack">
        <TaskFields said={said} refusal={refusal} say={say} campaigns={campaigns} />
        <Rows legend={t('parts')} rows={said.parts} fresh={() => freshPart(said.dueOn)} onChange={(parts) => say({ parts })} below={said.parts.length > 0 && t('partsHint')}>
          {(part, index, onSay) => <PartFields part={part} index={index} refusal={refusal} onSay={onSay} />}
        </Rows>
        {send.isError && <Failure failure={send.error} />}
      </div>
    </Modal>
  );
};

/** For those who dispatch; opened at once where a meeting's decision is to become a task. */
export const DispatchAction = ({ from }: { from?: DecisionSaid | undefined }) => {
  const t = useDispatchTexts();
  const caller = useCaller();
  const [open, setOpen] = useState(from !== undefined);
  const campaigns = useRead<Page<CampaignRow>>('/campaigns', {}, { fresh: 300_000 }).data?.items ?? [];
  const dispatches = caller?.roles.some((role) => role === 'city-office' || role === 'district-office' || role === 'leader');
  if (!caller || !dispatches || campaigns.length === 0) return null;
  return <><Button type="primary" onClick={() => setOpen(true)}>{t('dispatch')}</Button>{open && <DispatchForm campaigns={campaigns} caller={caller} from={from ?? noDecision} onClose={() => setOpen(false)} />}</>;
};
