import { localYear } from '@zeren/organisation-domain';
import type { AskedBefore, MappedIndicator } from '@zeren/tasks-domain';
import { Select } from 'antd';
import { Fragment } from 'react';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import { useNow } from '../../api/now.js';
import { useRead } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { Mark } from '../../design/lamp.js';
import { Ledger, type Column } from '../../design/ledger.js';
import { PageFrame } from '../../design/page.js';
import { CampaignName } from '../../design/campaign-name.js';
import { AsOf, Resource } from '../../design/states.js';
import { UnitName } from '../../design/unit-name.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { useAccount } from '../../session/session.js';
import { useMeasureTexts } from './measures.texts.js';
import type { ServingMeasure } from './serving-measure.js';

/** Years before this one that are offered, besides the next. */
const YEARS_BACK = 4;

const Mapping = ({ measure }: { measure: ServingMeasure }) => {
  const t = useMeasureTexts();
  const { nameOf } = useLanguage();
  const columns: readonly Column<MappedIndicator>[] = [
    { key: 'indicator', title: t('indicator'), lead: true, cell: ({ indicatorCode, metric }) => <span className="mono">{indicatorCode}{metric !== 'value' && ` · ${metric}`}</span> },
    { key: 'relation', title: t('relation'), cell: ({ relation }) => <Mark {...(relation === 'same' ? { tone: 'strong' as const } : {})}>{t(relation)}</Mark> },
    {
      key: 'campaign', title: t('campaign'),
      cell: ({ indicatorCode }) => measure.serves.filter((one) => one.indicatorCode === indicatorCode).map(({ campaignId }) => <div key={campaignId}><CampaignName id={campaignId} /></div>),
    },
    { key: 'reason', title: t('reason'), wide: true, cell: ({ reason }) => nameOf(reason) },
  ];
  return <Ledger caption={t('mapping')} columns={columns} rows={measure.indicators} keyOf={({ standardId, indicatorCode, metric }) => `${standardId}${indicatorCode}${metric}`} />;
};

const Requests = ({ id, year }: { id: string; year: number }) => {
  const t = useMeasureTexts();
  const { language } = useLanguage();
  const asked = useRead<{ readonly items: readonly AskedBefore[] }>(`/measures/${encodeURIComponent(id)}/requests`, { year });
  const columns: readonly Column<AskedBefore>[] = [
    { key: 'unit', title: t('who'), lead: true, cell: ({ unitId }) => <UnitName id={unitId} /> },
    { key: 'task', title: t('task'), cell: ({ taskId, indicatorCode }) => <Link className="mono" to={`/tasks/${taskId}`}>{indicatorCode}</Link> },
    { key: 'relation', title: t('relation'), cell: ({ relation }) => t(relation) },
    { key: 'status', title: t('status'), cell: ({ status }) => <Mark tone={status === 'overdue' || status === 'rejected' ? 'seal' : 'strong'}>{t(status)}</Mark> },
    { key: 'value', title: t('value'), end: true, cell: ({ values }) => values.map(({ value, unit }) => `${value} ${unit}`).join('，') || '—' },
    { key: 'measuredOn', title: t('measuredOn'), cell: ({ measuredOn }) => <span className="nowrap">{measuredOn ? dayOf(measuredOn, language) : '—'}</span> },
  ];
  const byUnit = (a: AskedBefore, b: AskedBefore) => (a.unitId < b.unitId ? -1 : a.unitId > b.unitId ? 1 : 0);
  return (
    <Resource of={asked} lines={8} isEmpty={({ items }) => items.length === 0} empty={t('noRequests')}>
      {({ items }) => <Ledger caption={t('requests')} columns={columns} rows={[...items].sort(byUnit)} keyOf={({ taskId, indicatorCode, year: of }) => `${taskId}${indicatorCode}${of}`} />}
    </Resource>
  );
};

const YearChoice = ({ year, now, onChoose }: { year: number; now: number; onChoose: (year: number) => void }) => {
  const t = useMeasureTexts();
  const years = Array.from({ length: YEARS_BACK + 2 }, (_, index) => now + 1 - index);
  return (
    <div className="filter">
      <label htmlFor="measure-year">{t('year')}</label>
      <Select id="measure-year" value={year} onChange={onChoose} options={years.map((value) => ({ value, label: String(value) }))} />
    </div>
  );
};

const Opened = ({ measure }: { measure: ServingMeasure }) => {
  const t = useMeasureTexts();
  const { nameOf, language } = useLanguage();
  const { roles } = useAccount();
  const now = useNow();
  const [params, setParams] = useSearchParams();
  const thisYear = now === undefined ? undefined : localYear(now);
  const year = Number(params.get('year')) || thisYear;
  return (
    <>
      <p className="row">
        <Link to={`/history/measure-${idOf(measure)}`}>{t('history')}</Link>
        {roles.includes('city-office') && <Link to={`/measures/${idOf(measure)}/revision`}>{t('revise')}</Link>}
      </p>
      <section className="sheet">
        <h2>{t('facts')}</h2>
        <dl className="facts">
          <dt>{t('definition')}</dt><dd>{nameOf(measure.definition)}</dd>
          <dt>{t('unit')}</dt><dd>{measure.unit || t('boolean')}</dd>
          {measure.revisions.map(({ at, reason }) => <Fragment key={at}><dt>{t('revised')}</dt><dd>{dayOf(at, language)} · {reason}</dd></Fragment>)}
        </dl>
      </section>
      <section className="sheet"><h2>{t('mapping')}</h2><Mapping measure={measure} /></section>
      <section className="sheet">
        <div className="apart">
          <h2>{t('requests')}</h2>
          {year !== undefined && thisYear !== undefined && <YearChoice year={year} now={thisYear} onChoose={(chosen) => setParams({ year: String(chosen) }, { replace: true })} />}
        </div>
        {year !== undefined && <Requests id={idOf(measure)} year={year} />}
      </section>
    </>
  );
};

/** One measure: what it maps and why, and what is asked of whom for it. */
export const MeasurePage = () => {
  const t = useMeasureTexts();
  const { nameOf } = useLanguage();
  const { id = '' } = useParams();
  const measure = useRead<ServingMeasure>(`/measures/${encodeURIComponent(id)}`);
  return (
    <PageFrame key={id} title={nameOf(measure.data?.name) || id} crumbs={[{ to: '/measures', name: t('title') }]} aside={<AsOf of={measure} />}>
      <Resource of={measure} lines={14}>{(row) => <Opened measure={row} />}</Resource>
    </PageFrame>
  );
};
