import { composedWithMock, mockOf, mockStatusText, type CampaignRow, type MockIndicator, type MockRow } from '@zeren/tasks-domain';
import { subtract } from '@zeren/kernel';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useRead } from '../../api/reads.js';
import { idOf, type Page } from '../../api/rows.js';
import { Mark } from '../../design/lamp.js';
import { Ledger, type Column } from '../../design/ledger.js';
import { Resource } from '../../design/states.js';
import { StepForm, type StepPlan } from '../../design/step-form.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { CommissionAction } from './commission.js';
import { useReadinessTexts } from './readiness.texts.js';

const Composed = ({ campaign, mock }: { campaign: CampaignRow; mock: MockRow }) => {
  const t = useReadinessTexts();
  const composed = campaign.composition && composedWithMock(campaign.composition, campaign.sourceScores, mockOf(mock));
  if (!composed) return <>—</>;
  return <>{composed.missing.length > 0 ? t('composedMissing', { score: composed.score, count: composed.missing.length }) : composed.score}</>;
};

const pointsIn = (mock: MockRow | undefined, code: string): string | undefined => mock?.scores.find((one) => one.code === code)?.points;

/** What changed from the one before the last to the last; empty where either lacks the indicator. */
const changeOf = (mocks: readonly MockRow[], code: string): string => {
  const [before, last] = [pointsIn(mocks.at(-2), code), pointsIn(mocks.at(-1), code)];
  return before === undefined || last === undefined ? '—' : subtract(last, before);
};

/** Each indicator in every assessment that was handed in, side by side; those that lost points. */
const Compared = ({ mocks }: { mocks: readonly MockRow[] }) => {
  const t = useReadinessTexts();
  const { nameOf } = useLanguage();
  const indicators = [...new Map(mocks.flatMap(({ indicators: each }) => each.map((one) => [one.code, one]))).values()];
  const lost = indicators.filter(({ code, weight }) => mocks.some((mock) => (pointsIn(mock, code) ?? weight) !== weight));
  const columns: readonly Column<MockIndicator>[] = [
    { key: 'indicator', title: t('indicator'), lead: true, cell: ({ name }) => nameOf(name) },
    { key: 'code', title: t('code'), cell: ({ code }) => <span className="mono nowrap">{code}</span> },
    { key: 'weight', title: t('weight'), end: true, cell: ({ weight }) => weight },
    ...mocks.map((mock): Column<MockIndicator> => ({ key: idOf(mock), title: nameOf(mock.title), end: true, cell: ({ code }) => pointsIn(mock, code) ?? '—' })),
    ...(mocks.length > 1 ? [{ key: 'change', title: t('change'), end: true, cell: ({ code }: MockIndicator) => <b>{changeOf(mocks, code)}</b> }] : []),
  ];
  return (
    <section className="sheet">
      <h2>{t('compared')}</h2>
      <div className="wide" role="region" aria-label={t('compared')} tabIndex={0}><Ledger caption={t('compared')} columns={columns} rows={lost} keyOf={({ code }) => code} /></div>
    </section>
  );
};

/** The mock assessments of a campaign, beside each other. */
export const MocksView = ({ campaign }: { campaign: CampaignRow }) => {
  const t = useReadinessTexts();
  const { nameOf, language } = useLanguage();
  const [step, setStep] = useState<StepPlan>();
  const mocks = useRead<Page<MockRow>>('/mock-assessments', { campaignId: idOf(campaign), limit: 100 });
  const submitted = mocks.data?.items.filter(({ status }) => status === 'submitted') ?? [];
  return (
    <>
      <CommissionAction campaign={campaign} onStep={setStep} />
      <section className="sheet">
        <Resource of={mocks} lines={5} isEmpty={({ items }) => items.length === 0} empty={t('noMocks')}>
          {({ items }) => (
            <Ledger caption={t('mocks')} rows={items} keyOf={idOf} columns={[
              { key: 'mock', title: t('mock'), lead: true, cell: (row) => <Link to={`/mock-assessments/${idOf(row)}`}>{nameOf(row.title)}</Link> },
              { key: 'assessor', title: t('assessor'), cell: ({ assessorName }) => nameOf(assessorName) },
              { key: 'period', title: t('period'), cell: ({ from, until }) => <><span className="nowrap">{dayOf(from, language)} –</span> <span className="nowrap">{dayOf(until, language)}</span></> },
              { key: 'indicators', title: t('indicators'), end: true, cell: ({ indicators }) => indicators.length },
              { key: 'state', title: t('state'), cell: ({ status }) => <Mark tone="strong">{nameOf(mockStatusText[status])}</Mark> },
              { key: 'score', title: t('score'), end: true, cell: ({ result }) => <b>{result?.score ?? '—'}</b> },
              { key: 'composed', title: t('composed'), end: true, cell: (row) => <Composed campaign={campaign} mock={row} /> },
            ]} />
          )}
        </Resource>
      </section>
      {submitted.length > 0 && <Compared mocks={submitted} />}
      {step && <StepForm plan={step} onClose={() => setStep(undefined)} />}
    </>
  );
};
