import {
  checklistDecider, checklistFigures, checklistKindText, checklistOf, isDecisive, isReady, tasksRefusals, type CheckedItem, type ChecklistCommand, type ChecklistRow,
} from '@zeren/tasks-domain';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useCaller } from '../../api/caller.js';
import { useCommand } from '../../api/commands.js';
import { ServiceProblem } from '../../api/problem.js';
import { useRead } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { Alternatives } from '../../design/alternatives.js';
import { Mark } from '../../design/lamp.js';
import { Ledger, type Column } from '../../design/ledger.js';
import { refusalOf } from '../../design/refusal.js';
import { Failure, Nothing, Resource } from '../../design/states.js';
import { StepForm, type StepField, type StepPlan } from '../../design/step-form.js';
import { StandardTarget } from '../../design/targets.js';
import { UnitName } from '../../design/unit-name.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { useReadinessTexts } from './readiness.texts.js';

type Plan = { readonly title: string; readonly path: string; readonly fields: readonly StepField[]; readonly first?: StepPlan['first']; readonly command: (said: Readonly<Record<string, string>>) => Exclude<ChecklistCommand, { type: 'DrawChecklist' }> };

const plansOf = ({ code, unitId, mark }: CheckedItem, isOffice: boolean, t: ReturnType<typeof useReadinessTexts>): readonly Plan[] => {
  const said = (ready: boolean): Plan => ({
    title: t(ready ? 'done' : 'lacking'), path: 'marks', fields: [{ name: 'remark', label: t('remark'), lines: true }], ...(mark?.ready === ready && { first: { remark: mark.remark } }),
    command: ({ remark = '' }) => ({ type: 'MarkChecklist', data: { marks: [{ code, ready, remark }] } }),
  });
  const assign: Plan = {
    title: t('assign'), path: 'responsible-units', fields: [{ name: 'unit', label: t('unitCode') }], first: { unit: unitId },
    command: ({ unit = '' }) => ({ type: 'AssignChecklistItem', data: { code, unitId: unit } }),
  };
  return [said(true), said(false), ...(isOffice ? [assign] : [])];
};

const useActions = (row: ChecklistRow, onStep: (plan: StepPlan) => void): readonly Column<CheckedItem>[] => {
  const t = useReadinessTexts();
  const { language } = useLanguage();
  const caller = useCaller();
  if (!caller) return [];
  const stepOf = ({ title, path, fields, first, command }: Plan): StepPlan => ({
    title, fields, ...(first && { first }),
    refusal: (said) => refusalOf(() => checklistDecider.decide(command(said), checklistOf(row), caller), tasksRefusals, language),
    intent: (said) => ({ path: `/readiness/${idOf(row)}/${path}`, body: command(said).data, revision: row.revision }),
  });
  const may = (item: CheckedItem): boolean =>
    refusalOf(() => checklistDecider.decide({ type: 'MarkChecklist', data: { marks: [{ code: item.code, ready: true, remark: '' }] } }, checklistOf(row), caller), tasksRefusals, language) === undefined;
  const isOffice = caller.roles.includes('city-office');
  return [{
    key: 'actions', title: t('actions'), wide: true,
    cell: (item) => may(item) && <span className="row">{plansOf(item, isOffice, t).map((plan) => <Button key={plan.path + plan.title} size="small" onClick={() => onStep({ ...stepOf(plan), title: `${item.code} · ${plan.title}` })}>{plan.title}</Button>)}</span>,
  }];
};

const State = ({ item }: { item: CheckedItem }) => {
  const t = useReadinessTexts();
  const { language } = useLanguage();
  const { mark } = item;
  return (
    <>
      <Mark {...(isReady(item) ? { tone: 'strong' as const } : mark ? { tone: 'seal' as const } : {})}>{t(isReady(item) ? 'ready' : mark ? 'notReady' : 'unseen')}</Mark>
      {mark && <div className="small soft">{t('by', { at: dayOf(mark.at, language) })}<UnitName id={mark.unitId} />{mark.remark && ` · ${mark.remark}`}</div>}
    </>
  );
};

const useColumns = (): readonly Column<CheckedItem>[] => {
  const t = useReadinessTexts();
  const { nameOf } = useLanguage();
  return [
    { key: 'item', title: t('item'), lead: true, cell: (item) => <>{nameOf(item.name)} {isDecisive(item) && <Mark tone="seal">{nameOf(checklistKindText[item.kind])}</Mark>}</> },
    { key: 'code', title: t('code'), cell: ({ code }) => <span className="mono nowrap">{code}</span> },
    { key: 'requirement', title: t('requirement'), cell: ({ metrics }) => (metrics.length > 0 ? <ul className="plain">{metrics.map((metric) => <li key={metric.code}><StandardTarget {...metric} /></li>)}</ul> : '—') },
    { key: 'proof', title: t('proof'), cell: ({ evidence, formats }) => (evidence ? `${t(evidence)}: ${formats.map((format) => t(format)).join(' / ')}` : '—') },
    { key: 'weight', title: t('weight'), end: true, cell: ({ weight, commitment }) => <>{weight ?? '—'}{commitment && <div className="small soft">{t(commitment)}</div>}</> },
    { key: 'unit', title: t('unit'), cell: ({ unitId }) => <UnitName id={unitId} /> },
    { key: 'state', title: t('state'), wide: true, cell: (item) => <State item={item} /> },
  ];
};

const Drawn = ({ row }: { row: ChecklistRow }) => {
  const t = useReadinessTexts();
  const [step, setStep] = useState<StepPlan>();
  const [shown, setShown] = useState<'all' | 'ready' | 'notReady'>('all');
  const columns = [...useColumns(), ...useActions(row, setStep)];
  const { items, ready, decisive, weightReady } = checklistFigures(row.items);
  const rows = row.items.filter((item) => shown === 'all' || isReady(item) === (shown === 'ready'));
  return (
    <>
      <p className="row">
        <Mark tone="strong">{t('readyCount', { ready, items })}</Mark><Mark>{t('weightReady', { weight: weightReady })}</Mark>
        {decisive > 0 && <Mark tone="seal">{t('decisive', { count: decisive })}</Mark>}
        <Link to={`/history/readiness-${idOf(row)}`}>{t('history')}</Link>
      </p>
      <Alternatives label={t('show')} chosen={shown} onChoose={(key) => setShown(key === 'ready' || key === 'notReady' ? key : 'all')} options={(['all', 'notReady', 'ready'] as const).map((key) => ({ key, name: t(key) }))} />
      <section className="sheet"><Ledger caption={t('checklist')} columns={columns} rows={rows} keyOf={({ code }) => code} /></section>
      {step && <StepForm plan={step} onClose={() => setStep(undefined)} />}
    </>
  );
};

const DrawAction = ({ campaignId, isAgain }: { campaignId: string; isAgain: boolean }) => {
  const t = useReadinessTexts();
  const caller = useCaller();
  const send = useCommand();
  if (!caller?.roles.includes('city-office')) return null;
  return (
    <div className="stack">
      <div><Button type={isAgain ? 'default' : 'primary'} loading={send.isPending} onClick={() => send.mutate({ path: `/readiness/${campaignId}/checklist`, body: {} })}>{t(isAgain ? 'redraw' : 'draw')}</Button></div>
      {send.isError && <Failure failure={send.error} />}
    </div>
  );
};

/** What must be ready, who answers for it, and whether it is. */
export const ChecklistView = ({ campaignId }: { campaignId: string }) => {
  const t = useReadinessTexts();
  const checklist = useRead<ChecklistRow>(`/readiness/${campaignId}/checklist`);
  const isNone = checklist.error instanceof ServiceProblem && checklist.error.details.status === 404;
  if (isNone) return <section className="sheet stack"><Nothing>{t('notDrawn')}</Nothing><DrawAction campaignId={campaignId} isAgain={false} /></section>;
  return (
    <>
      <Resource of={checklist} lines={12}>{(row) => <Drawn row={row} />}</Resource>
      {checklist.data && <DrawAction campaignId={campaignId} isAgain />}
    </>
  );
};
