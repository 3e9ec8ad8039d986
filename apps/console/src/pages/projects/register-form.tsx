import { fundingSources, projectDecider, tasksRefusals, type CampaignRow } from '@zeren/tasks-domain';
import type { Caller } from '@zeren/kernel';
import { Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useCommand } from '../../api/commands.js';
import { idOf } from '../../api/rows.js';
import { IntegrationsField } from '../../design/integration.js';
import { refusalOf, type Refusal } from '../../design/refusal.js';
import { Rows } from '../../design/rows.js';
import { Failure } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { Field, Footer } from '../task/form-parts.js';
import { balanceOf, bodyOf, freshFunding, freshPlan, type FundingRow, type PlanRow, type ProjectSaid } from './project-form.js';
import { useProjectTexts } from './projects.texts.js';

type Part<Row> = { readonly rows: readonly Row[]; readonly whole: string; readonly refusal: Refusal | undefined; readonly onChange: (rows: readonly Row[]) => void };

const Balance = ({ rows, whole, wrong }: { rows: readonly { readonly amount: string }[]; whole: string; wrong: string | undefined }) => {
  const t = useProjectTexts();
  const { sum, left } = balanceOf(rows, whole);
  return <>{t('sum', { sum })}{left !== null && left !== '0' && <> · <b>{t('left', { left })}</b></>}{wrong !== undefined && <span className="why"> {wrong}</span>}</>;
};

const Plans = ({ rows, whole, refusal, onChange, firstYear }: Part<PlanRow> & { firstYear: number }) => {
  const t = useProjectTexts();
  return (
    <Rows legend={t('plans')} rows={rows} fresh={() => freshPlan(rows, firstYear)} onChange={onChange}
      below={<Balance rows={rows} whole={whole} wrong={refusal?.field === 'annualPlans' ? refusal.sentence : undefined} />}>
      {(row, index, onSay) => (
        <>
          <Field name={`annualPlans[${index}].year`} label={t('year')} refusal={refusal}>{(id) => <Input id={id} inputMode="numeric" value={row.year} onChange={({ target }) => onSay({ year: target.value.trim() })} />}</Field>
          <Field name={`annualPlans[${index}].amount`} label={t('amount')} refusal={refusal}>{(id) => <Input id={id} inputMode="decimal" value={row.amount} onChange={({ target }) => onSay({ amount: target.value.trim() })} />}</Field>
        </>
      )}
    </Rows>
  );
};

const Money = ({ rows, whole, refusal, onChange, years }: Part<FundingRow> & { years: readonly string[] }) => {
  const t = useProjectTexts();
  return (
    <Rows legend={t('funding')} rows={rows} fresh={freshFunding} onChange={onChange}
      below={<Balance rows={rows} whole={whole} wrong={refusal?.field === 'funding' ? refusal.sentence : undefined} />}>
      {(row, index, onSay) => (
        <>
          <Field name={`funding[${index}].source`} label={t('source')} refusal={refusal}>
            {(id) => <Select id={id} value={row.source} onChange={(source) => onSay({ source })} options={fundingSources.map((value) => ({ value, label: t(value) }))} />}
          </Field>
          <Field name={`funding[${index}].year`} label={t('year')} refusal={refusal}>
            {(id) => <Select id={id} value={row.year} onChange={(year: string) => onSay({ year })} options={['', ...years].map((year) => ({ value: year, label: year || t('allYears') }))} />}
          </Field>
          <Field name={`funding[${index}].amount`} label={t('amount')} refusal={refusal}>{(id) => <Input id={id} inputMode="decimal" value={row.amount} onChange={({ target }) => onSay({ amount: target.value.trim() })} />}</Field>
          <Field name={`funding[${index}].tiedUse`} label={t('tiedUse')} refusal={refusal}>{(id) => <Input id={id} maxLength={200} value={row.tiedUse} onChange={({ target }) => onSay({ tiedUse: target.value })} />}</Field>
        </>
      )}
    </Rows>
  );
};

/** The indicators a project of a campaign can make concrete. */
const codesOf = (campaigns: readonly CampaignRow[], campaignId: string): readonly string[] =>
  campaigns.find((one) => idOf(one) === campaignId)?.weights.map(({ indicatorCode }) => indicatorCode) ?? [];

type Line = 'code' | 'zh' | 'en' | 'unitId' | 'investment' | 'startsOn' | 'endsOn';

/** A project with a plan for each year and money of several sources: sums follow, and what is wrong is told at its field. */
export const RegisterForm = ({ campaigns, caller, onClose }: { campaigns: readonly CampaignRow[]; caller: Caller; onClose: () => void }) => {
  const t = useProjectTexts();
  const { language, nameOf } = useLanguage();
  const year = Number(caller.now.slice(0, 4));
  const [said, setSaid] = useState<ProjectSaid>(() => ({
    code: '', zh: '', en: '', campaignId: campaigns[0] ? idOf(campaigns[0]) : '', indicatorCode: campaigns[0]?.weights[0]?.indicatorCode ?? '', unitId: caller.unitId, investment: '',
    plans: [freshPlan([], year)], funding: [freshFunding()], startsOn: '', endsOn: '', integrations: [],
  }));
  const send = useCommand(onClose);
  const body = bodyOf(said);
  const indicatorCodes = codesOf(campaigns, said.campaignId);
  const refusal = refusalOf(() => projectDecider.decide({ type: 'RegisterProject', data: { ...body, indicatorCodes } }, { status: 'none' }, caller), tasksRefusals, language);
  const say = (change: Partial<ProjectSaid>) => setSaid((before) => ({ ...before, ...change }));
  const line = (name: Line, label: string, type: 'text' | 'date' | 'number' = 'text') => (
    <Field name={name} label={label} refusal={refusal}>
      {(id) => (type === 'date'
        ? <input id={id} type="date" className="date-field" value={said[name]} onChange={({ target }) => say({ [name]: target.value })} />
        : <Input id={id} maxLength={200} {...(type === 'number' && { inputMode: 'decimal' })} value={said[name]} onChange={({ target }) => say({ [name]: target.value })} />)}
    </Field>
  );
  return (
    <Modal open width={760} title={t('register')} onCancel={onClose} footer={<Footer refusal={refusal} sending={send.isPending} onClose={onClose} onSend={() => send.mutate({ path: '/projects', body })} />}>
      <div className="stack">
        <div className="rows-fields">
          {line('code', t('code'))}{line('zh', t('name'))}{line('en', t('nameEn'))}{line('unitId', t('unit'))}
          <Field name="campaignId" label={t('campaign')} refusal={refusal}>
            {(id) => <Select id={id} value={said.campaignId} onChange={(campaignId: string) => say({ campaignId, indicatorCode: codesOf(campaigns, campaignId)[0] ?? '' })} options={campaigns.map((one) => ({ value: idOf(one), label: nameOf(one.name) }))} />}
          </Field>
          <Field name="indicatorCode" label={t('indicator')} refusal={refusal}>
            {(id) => <Select id={id} showSearch value={said.indicatorCode || null} onChange={(indicatorCode: string) => say({ indicatorCode })} options={indicatorCodes.map((code) => ({ value: code, label: code }))} />}
          </Field>
          {line('startsOn', t('starts'), 'date')}{line('endsOn', t('ends'), 'date')}{line('investment', t('investment'), 'number')}
          <IntegrationsField value={said.integrations} onSay={(integrations) => say({ integrations })} />
        </div>
        <Plans rows={said.plans} whole={said.investment} refusal={refusal} firstYear={year} onChange={(plans) => say({ plans })} />
        <Money rows={said.funding} whole={said.investment} refusal={refusal} years={said.plans.map((plan) => plan.year)} onChange={(funding) => say({ funding })} />
        {send.isError && <Failure failure={send.error} />}
      </div>
    </Modal>
  );
};
