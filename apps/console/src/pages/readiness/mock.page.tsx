import { mockAssessmentDecider, mockOf, mockStatusText, mockTotals, tasksRefusals, type MockAssessmentCommand, type MockIndicator, type MockRow } from '@zeren/tasks-domain';
import { isOutsideParty, type Caller } from '@zeren/kernel';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { useCaller } from '../../api/caller.js';
import { useRead } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { Action } from '../../design/action.js';
import { Mark } from '../../design/lamp.js';
import { Ledger, type Column } from '../../design/ledger.js';
import { PageFrame } from '../../design/page.js';
import { refusalOf } from '../../design/refusal.js';
import { AsOf, Resource } from '../../design/states.js';
import { StepForm, type Said, type StepField, type StepPlan } from '../../design/step-form.js';
import { StandardTarget } from '../../design/targets.js';
import { dayOf, timeOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { useAccount } from '../../session/session.js';
import { useMockTexts } from './readiness.texts.js';

type Asked = { readonly title: string; readonly path: string; readonly fields: readonly StepField[]; readonly first: Said; readonly command: (said: Said) => Exclude<MockAssessmentCommand, { type: 'CommissionMockAssessment' }> };
type Asking = { readonly t: ReturnType<typeof useMockTexts>; readonly nameOf: ReturnType<typeof useLanguage>['nameOf'] };

const scoring = ({ areas, scores }: MockRow, { code, weight }: MockIndicator, { t, nameOf }: Asking): Asked => {
  const given = scores.find((one) => one.code === code);
  return {
    title: `${t('act')} · ${code}`, path: 'scores',
    first: { points: given?.points ?? '', finding: given?.finding ?? '', area: given?.areaUnitId ?? areas[0]?.unitId ?? '', place: given?.place ?? '' },
    fields: [
      { name: 'points', label: t('pointsOf', { weight }) }, { name: 'area', label: t('area'), options: areas.map(({ unitId, name }) => ({ value: unitId, label: nameOf(name) })) },
      { name: 'place', label: t('place') }, { name: 'finding', label: t('finding'), lines: true },
    ],
    command: ({ points = '', finding = '', area = '', place = '' }) => ({ type: 'ScoreMockIndicators', data: { scores: [{ code, points: points.trim(), finding, areaUnitId: area, place }] } }),
  };
};

const submission = ({ t }: Asking): Asked => ({
  title: t('submit'), path: 'submission', first: {}, fields: [{ name: 'summary', label: t('summary'), lines: true }], command: ({ summary = '' }) => ({ type: 'SubmitMockAssessment', data: { summary } }),
});

const stepOf = (row: MockRow, { title, path, fields, first, command }: Asked, caller: Caller, language: 'zh' | 'en'): StepPlan => ({
  title, fields, first,
  refusal: (said) => refusalOf(() => mockAssessmentDecider.decide(command(said), mockOf(row), caller), tasksRefusals, language),
  intent: (said) => ({ path: `/mock-assessments/${idOf(row)}/${path}`, body: command(said).data, revision: row.revision }),
});

const Facts = ({ row }: { row: MockRow }) => {
  const t = useMockTexts();
  const { nameOf, language, comma } = useLanguage();
  return (
    <dl className="facts">
      <dt>{t('campaign')}</dt><dd>{nameOf(row.campaignName)}</dd>
      <dt>{t('assessor')}</dt><dd>{nameOf(row.assessorName)}</dd>
      <dt>{t('areas')}</dt><dd>{row.areas.map(({ name }) => nameOf(name)).join(comma)}</dd>
      <dt>{t('period')}</dt><dd>{dayOf(row.from, language)} – {dayOf(row.until, language)}</dd>
      <dt>{t('year')}</dt><dd>{row.year}</dd>
      {row.seed !== null && <><dt>{t('sample')}</dt><dd className="mono">{row.seed}</dd></>}
      {row.result && <><dt>{t('score')}</dt><dd><b>{t('total', { points: row.result.points, outOf: row.result.outOf, score: row.result.score })}</b>{row.submittedAt && <div className="small soft">{timeOf(row.submittedAt, language)}</div>}</dd></>}
      {row.result?.summary && <><dt>{t('summary')}</dt><dd>{row.result.summary}</dd></>}
    </dl>
  );
};

const useColumns = (row: MockRow, onScore: ((indicator: MockIndicator) => void) | undefined): readonly Column<MockIndicator>[] => {
  const t = useMockTexts();
  const { nameOf } = useLanguage();
  const scoreOf = (code: string) => row.scores.find((one) => one.code === code);
  const areaName = (unitId: string | undefined) => nameOf(row.areas.find((area) => area.unitId === unitId)?.name);
  return [
    { key: 'indicator', title: t('indicator'), lead: true, cell: ({ name }) => nameOf(name) },
    { key: 'code', title: t('code'), cell: ({ code }) => <span className="mono nowrap">{code}</span> },
    { key: 'requirement', title: t('requirement'), cell: ({ metrics }) => <ul className="plain">{metrics.map((metric) => <li key={metric.code}><StandardTarget {...metric} /></li>)}</ul> },
    { key: 'weight', title: t('weight'), end: true, cell: ({ weight }) => weight },
    { key: 'points', title: t('points'), end: true, cell: ({ code, weight }) => { const given = scoreOf(code); return given ? <Mark tone={given.points === weight ? 'strong' : 'seal'}>{given.points}</Mark> : <span className="soft">{t('notYet')}</span>; } },
    { key: 'finding', title: t('finding'), wide: true, cell: ({ code }) => { const given = scoreOf(code); return given ? <>{given.finding}<div className="small soft">{[areaName(given.areaUnitId), given.place].filter(Boolean).join(' · ')}</div></> : '—'; } },
    ...(onScore ? [{ key: 'act', title: t('act'), cell: (indicator: MockIndicator) => <Button size="small" onClick={() => onScore(indicator)} aria-label={`${t('act')} ${indicator.code}`}>{t('act')}</Button> }] : []),
  ];
};

const Opened = ({ row }: { row: MockRow }) => {
  const t = useMockTexts();
  const { nameOf, language } = useLanguage();
  const caller = useCaller();
  const [step, setStep] = useState<StepPlan>();
  const asking = { t, nameOf };
  const isAssessor = caller?.roles.includes('assessor') === true && caller.unitId === row.assessorUnitId;
  const mayScore = isAssessor && row.status === 'commissioned';
  const open = (asked: Asked) => { if (caller) setStep(stepOf(row, asked, caller, language)); };
  const columns = useColumns(row, mayScore ? (indicator) => open(scoring(row, indicator, asking)) : undefined);
  const why = caller && refusalOf(() => mockAssessmentDecider.decide({ type: 'SubmitMockAssessment', data: { summary: '' } }, mockOf(row), caller), tasksRefusals, language)?.sentence;
  return (
    <>
      <p className="row">
        <Mark tone="strong">{nameOf(mockStatusText[row.status])}</Mark>
        <span>{t('progress', { done: row.scores.length, all: row.indicators.length })} · {mockTotals(mockOf(row)).points}</span>
        {!isAssessor && <Link to={`/history/mockassessment-${idOf(row)}`}>{t('history')}</Link>}
      </p>
      <section className="sheet"><h2>{t('facts')}</h2><Facts row={row} /></section>
      {mayScore && <div><Action type="primary" why={why} onClick={() => open(submission(asking))}>{t('submit')}</Action></div>}
      <section className="sheet"><h2>{t('indicators')}</h2><Ledger caption={t('indicators')} columns={columns} rows={row.indicators} keyOf={({ code }) => code} /></section>
      {step && <StepForm plan={step} onClose={() => setStep(undefined)} />}
    </>
  );
};

/** One mock assessment: what was commissioned, what was found, and for its assessor the place to score and hand in. */
export const MockPage = () => {
  const t = useMockTexts();
  const { nameOf } = useLanguage();
  const account = useAccount();
  const { id = '' } = useParams();
  const mock = useRead<MockRow>(`/mock-assessments/${encodeURIComponent(id)}`);
  const back = isOutsideParty(account) ? '/' : `/readiness?view=mocks${mock.data ? `&campaignId=${mock.data.campaignId}` : ''}`;
  return (
    <PageFrame key={id} title={nameOf(mock.data?.title) || id} crumbs={[{ to: back, name: t('title') }]} aside={<AsOf of={mock} />}>
      <Resource of={mock} lines={12}>{(row) => <Opened row={row} />}</Resource>
    </PageFrame>
  );
};
