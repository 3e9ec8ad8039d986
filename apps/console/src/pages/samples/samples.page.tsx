import type { FailureRate, SampleRow } from '@zeren/tasks-domain';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useNow } from '../../api/now.js';
import { usePages, useRead } from '../../api/reads.js';
import { idOf, type Page } from '../../api/rows.js';
import { useChosen } from '../../design/chosen.js';
import { IntegrationChoice } from '../../design/integration.js';
import { Mark } from '../../design/lamp.js';
import { Ledger } from '../../design/ledger.js';
import { PageFrame } from '../../design/page.js';
import { AsOf, Bones, Failure, Nothing, Resource } from '../../design/states.js';
import { UnitName } from '../../design/unit-name.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { useAccount } from '../../session/session.js';
import { DrawForm } from './draw-form.js';
import { useSampleTexts } from './samples.texts.js';
import '../tasks/tasks.css';

/** What the page is cut by: one of the four integrations, or nothing. */
type Cut = { readonly integration: string | undefined };

const Rates = ({ cut }: { cut: Cut }) => {
  const t = useSampleTexts();
  const rates = useRead<Page<FailureRate>>('/samples/failure-rates', cut);
  return (
    <section className="sheet">
      <h2>{t('rates')}</h2>
      <Resource of={rates} lines={4} isEmpty={({ items }) => items.length === 0} empty={t(cut.integration === undefined ? 'noRates' : 'noneUnder')}>
        {({ items }) => (
          <Ledger caption={t('rates')} rows={items} keyOf={({ districtTenantId, year }) => `${districtTenantId}@${year}`} columns={[
            { key: 'district', title: t('district'), lead: true, cell: ({ districtTenantId }) => <UnitName id={districtTenantId} /> },
            { key: 'year', title: t('year'), cell: ({ year }) => year },
            { key: 'samples', title: t('samples'), end: true, cell: ({ samples }) => samples },
            { key: 'checked', title: t('checked'), end: true, cell: ({ checked }) => checked },
            { key: 'failed', title: t('failed'), end: true, cell: ({ failed }) => failed },
            { key: 'rate', title: t('rate'), end: true, cell: ({ failureRate }) => <b>{failureRate === null ? '—' : `${failureRate} %`}</b> },
          ]} />
        )}
      </Resource>
    </section>
  );
};

const Drawn = ({ rows }: { rows: readonly SampleRow[] }) => {
  const t = useSampleTexts();
  const { language } = useLanguage();
  return (
    <Ledger caption={t('drawn')} rows={rows} keyOf={idOf} columns={[
      { key: 'district', title: t('district'), lead: true, cell: (row) => <Link to={`/samples/${idOf(row)}`}><UnitName id={row.districtTenantId} /> {row.year}</Link> },
      { key: 'at', title: t('at'), cell: ({ drawnAt }) => <span className="nowrap">{dayOf(drawnAt, language)}</span> },
      { key: 'seed', title: t('seed'), cell: ({ seed }) => <span className="mono">{seed}</span> },
      { key: 'size', title: t('size'), end: true, cell: ({ results, population }) => `${results.length} / ${population}` },
      { key: 'state', title: t('state'), cell: ({ status }) => <Mark tone="strong">{t(status === 'drawn' ? 'stateDrawn' : 'stateConcluded')}</Mark> },
      { key: 'rate', title: t('rate'), end: true, cell: ({ failureRate }) => (failureRate === null ? '—' : `${failureRate} %`) },
    ]} />
  );
};

/** Who may draw: the city's office, inspectors and performance office. */
const drawing = ['city-office', 'inspector', 'performance-office'];

const DrawAction = () => {
  const t = useSampleTexts();
  const now = useNow();
  const { roles } = useAccount();
  const [open, setOpen] = useState(false);
  if (!now || !roles.some((role) => drawing.includes(role))) return null;
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>{t('draw')}</Button>
      {open && <DrawForm now={now} onClose={() => setOpen(false)} />}
    </>
  );
};

const Samples = ({ of: samples, none }: { of: ReturnType<typeof usePages<SampleRow>>; none: string }) => {
  const t = useSampleTexts();
  const rows = samples.data?.pages.flatMap(({ items }) => items);
  return (
    <section className="sheet">
      <div className="apart"><h2>{t('drawn')}</h2><DrawAction /></div>
      {samples.isError && <Failure failure={samples.error} onAgain={() => void samples.refetch()} />}
      {!rows && !samples.isError && <Bones lines={6} />}
      {rows?.length === 0 && <Nothing>{none}</Nothing>}
      {rows && rows.length > 0 && <Drawn rows={rows} />}
      {samples.hasNextPage && <Button onClick={() => void samples.fetchNextPage()} loading={samples.isFetchingNextPage}>{t('more')}</Button>}
    </section>
  );
};

/** The second step of verification: how districts' own verification held up, and every sample on record. */
export const SamplesPage = () => {
  const t = useSampleTexts();
  const { params, choose } = useChosen();
  const cut: Cut = { integration: params.get('integration') ?? undefined };
  const samples = usePages<SampleRow>('/samples', { ...cut, limit: 50 });
  return (
    <PageFrame title={t('title')} lead={t('lead')} aside={<AsOf of={samples} />}>
      <search className="filters" aria-label={t('filters')}><IntegrationChoice value={cut.integration ?? null} onChoose={(code) => choose('integration', code)} /></search>
      {cut.integration !== undefined && <p className="soft">{t('cutLead')}</p>}
      <Rates cut={cut} />
      <Samples of={samples} none={t(cut.integration === undefined ? 'noRates' : 'noneUnder')} />
    </PageFrame>
  );
};
