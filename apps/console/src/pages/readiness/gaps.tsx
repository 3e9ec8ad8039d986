import { gapKindText, taskGapDecider, tasksRefusals, type Gap, type GapPage, type Shortfall } from '@zeren/tasks-domain';
import type { Caller } from '@zeren/kernel';
import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useCaller } from '../../api/caller.js';
import type { Params } from '../../api/client.js';
import { usePages } from '../../api/reads.js';
import { useChosen, type Choose } from '../../design/chosen.js';
import { Mark } from '../../design/lamp.js';
import { Ledger, type Column } from '../../design/ledger.js';
import { useMetricName } from '../../design/metric-name.js';
import { refusalOf } from '../../design/refusal.js';
import { Bones, Failure, Nothing } from '../../design/states.js';
import { StepForm, type StepPlan } from '../../design/step-form.js';
import { TargetText } from '../../design/targets.js';
import { UnitName } from '../../design/unit-name.js';
import { useLanguage } from '../../language/language.js';
import { saveWorkbook } from '../split-workbench/save-workbook.js';
import { useReadinessTexts } from './readiness.texts.js';

const kinds = ['decisive', 'not-ready', 'below-target', 'missing-evidence', 'scored-low'] as const;

const Short = ({ shortfall: { metric, target, value } }: { shortfall: Shortfall }) => {
  const t = useReadinessTexts();
  const metricName = useMetricName();
  const found = value === null ? t('nothing') : metric.direction === 'boolean' ? t(value === '1' ? 'yes' : 'no') : `${value} ${metric.unit}`;
  return <>{metricName(metric.code)}: {found} / <TargetText metric={metric} target={target} /></>;
};

const notePlan = (gap: Gap, campaignId: string, caller: Caller, asking: { t: ReturnType<typeof useReadinessTexts>; language: 'zh' | 'en' }): StepPlan => {
  const { t, language } = asking;
  const taskId = gap.taskId ?? '';
  const data = (reason: string) => ({
    taskId, campaignId, indicatorCode: gap.code, unitId: gap.unitId, kinds: gap.kinds, points: gap.points, reason, readerTenantIds: [], ownerTenantId: caller.tenantId,
  });
  return {
    title: `${t('noteTitle')} · ${gap.code}`, fields: [{ name: 'reason', label: t('reason'), lines: true }],
    refusal: ({ reason = '' }) => refusalOf(() => taskGapDecider.decide({ type: 'NoteGap', data: data(reason) }, taskGapDecider.initialState, caller), tasksRefusals, language),
    intent: ({ reason = '' }) => ({ path: `/task-gaps/${taskId}/notes`, body: { reason } }),
  };
};

const useColumns = (campaignId: string, onNote: (plan: StepPlan) => void): readonly Column<Gap>[] => {
  const t = useReadinessTexts();
  const { nameOf, language } = useLanguage();
  const caller = useCaller();
  const isOffice = caller?.roles.includes('city-office') === true;
  return [
    { key: 'indicator', title: t('indicator'), lead: true, cell: ({ name, taskId }) => (taskId ? <Link to={`/tasks/${taskId}`}>{nameOf(name)}</Link> : nameOf(name)) },
    { key: 'code', title: t('code'), sortable: true, cell: ({ code }) => <span className="mono nowrap">{code}</span> },
    { key: 'unitId', title: t('unit'), sortable: true, cell: ({ unitId }) => <UnitName id={unitId} /> },
    { key: 'causes', title: t('causes'), cell: (gap) => <span className="row">{gap.kinds.map((kind) => <Mark key={kind} tone={kind === 'missing-evidence' ? 'strong' : 'seal'}>{nameOf(gapKindText[kind])}</Mark>)}</span> },
    { key: 'points', title: t('points'), end: true, sortable: true, cell: ({ points }) => <b>{points}</b> },
    {
      key: 'current', title: t('current'), wide: true,
      cell: ({ shortfalls, remark }) => <ul className="plain small">{shortfalls.map((shortfall) => <li key={shortfall.metric.code}><Short shortfall={shortfall} /></li>)}{remark && <li>{remark}</li>}</ul>,
    },
    ...(isOffice && caller
      ? [{ key: 'note', title: t('actions'), cell: (gap: Gap) => gap.taskId !== null && <Button size="small" onClick={() => onNote(notePlan(gap, campaignId, caller, { t, language }))}>{t('note')}</Button> }]
      : []),
  ];
};

const Filters = ({ year, params, onChoose }: { year: number | undefined; params: URLSearchParams; onChoose: Choose }) => {
  const t = useReadinessTexts();
  const { nameOf } = useLanguage();
  return (
    <search className="readiness-filters">
      <div className="filter"><label htmlFor="gap-year">{t('year')}</label><InputNumber id="gap-year" style={{ width: '100%' }} min={1900} max={2200} value={year ?? null} onChange={(value) => onChoose('year', value === null ? undefined : String(value))} /></div>
      <div className="filter"><label htmlFor="gap-unit">{t('unitFilter')}</label><Input id="gap-unit" allowClear defaultValue={params.get('unitId') ?? ''} onPressEnter={({ currentTarget }) => onChoose('unitId', currentTarget.value.trim() || undefined)} onBlur={({ currentTarget }) => onChoose('unitId', currentTarget.value.trim() || undefined)} /></div>
      <div className="filter"><label htmlFor="gap-kind">{t('gapKind')}</label><Select id="gap-kind" value={params.get('kind') ?? ''} onChange={(value: string) => onChoose('kind', value || undefined)} options={[{ value: '', label: t('all') }, ...kinds.map((kind) => ({ value: kind, label: nameOf(gapKindText[kind]) }))]} /></div>
    </search>
  );
};

type Pages = ReturnType<typeof usePages<Gap>>;

const Listed = ({ pages, campaignId, sort, onSort }: { pages: Pages; campaignId: string; sort: string; onSort: (by: string) => void }) => {
  const t = useReadinessTexts();
  const [step, setStep] = useState<StepPlan>();
  const columns = useColumns(campaignId, setStep);
  const rows = pages.data?.pages.flatMap(({ items }) => items);
  if (!rows) return pages.isError ? <Failure failure={pages.error} onAgain={() => void pages.refetch()} /> : <Bones lines={10} />;
  if (rows.length === 0) return <Nothing>{t('none')}</Nothing>;
  return (
    <>
      <Ledger caption={t('gaps')} columns={columns} rows={rows} keyOf={({ code, unitId }) => `${code} ${unitId}`} sorting={{ by: sort, onSort }} />
      <div className="row"><span className="soft">{t('shown', { count: rows.length })}</span>{pages.hasNextPage && <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>{t('more')}</Button>}</div>
      {step && <StepForm plan={step} onClose={() => setStep(undefined)} />}
    </>
  );
};

const Export = ({ campaignId, asked }: { campaignId: string; asked: Params }) => {
  const t = useReadinessTexts();
  const [failure, setFailure] = useState<unknown>();
  const exported = () => saveWorkbook(`/readiness/${campaignId}/gaps/spreadsheet`, `gaps-${campaignId}`, asked).catch(setFailure);
  return <><Button onClick={() => void exported()}>{t('export')}</Button>{failure !== undefined && <Failure failure={failure} />}</>;
};

/** What is lacking, by unit, with the points that depend on it. */
export const GapsView = ({ campaignId }: { campaignId: string }) => {
  const t = useReadinessTexts();
  const { params, choose } = useChosen();
  const sort = params.get('sort') ?? '-points';
  const asked: Params = { ...Object.fromEntries(['year', 'unitId', 'kind'].map((name) => [name, params.get(name) ?? undefined])), sort };
  const pages = usePages<Gap>(`/readiness/${campaignId}/gaps`, { ...asked, limit: 50 });
  const first = pages.data?.pages[0] as GapPage | undefined;
  return (
    <>
      <Filters year={first?.year} params={params} onChoose={choose} />
      <div className="apart">
        {first ? <Mark tone="seal">{t('atStake', { points: first.pointsAtStake, total: first.total })}</Mark> : <span />}
        <Export campaignId={campaignId} asked={asked} />
      </div>
      <section className="sheet stack"><Listed pages={pages} campaignId={campaignId} sort={sort} onSort={(by) => choose('sort', by)} /></section>
    </>
  );
};
