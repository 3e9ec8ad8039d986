import { mockStatusText, type MockRow } from '@zeren/tasks-domain';
import { Link } from 'react-router-dom';
import { useRead } from '../../api/reads.js';
import { idOf, type Page } from '../../api/rows.js';
import { Mark } from '../../design/lamp.js';
import { Ledger } from '../../design/ledger.js';
import { PageFrame } from '../../design/page.js';
import { AsOf, Resource } from '../../design/states.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { useMockTexts } from './readiness.texts.js';

/** The mock assessments a reader sees: for an assessor, those it was commissioned with. */
export const MockListPage = () => {
  const t = useMockTexts();
  const { nameOf, language } = useLanguage();
  const mocks = useRead<Page<MockRow>>('/mock-assessments', { limit: 100 });
  return (
    <PageFrame title={t('title')} lead={t('lead')} aside={<AsOf of={mocks} />}>
      <section className="sheet">
        <Resource of={mocks} lines={6} isEmpty={({ items }) => items.length === 0} empty={t('none')}>
          {({ items }) => (
            <Ledger caption={t('title')} rows={items} keyOf={idOf} columns={[
              { key: 'name', title: t('name'), lead: true, cell: (row) => <Link to={`/mock-assessments/${idOf(row)}`}>{nameOf(row.title)}</Link> },
              { key: 'campaign', title: t('campaign'), cell: ({ campaignName }) => nameOf(campaignName) },
              { key: 'period', title: t('period'), cell: ({ from, until }) => <><span className="nowrap">{dayOf(from, language)} –</span> <span className="nowrap">{dayOf(until, language)}</span></> },
              { key: 'progress', title: t('state'), cell: (row) => <span className="row"><Mark tone="strong">{nameOf(mockStatusText[row.status])}</Mark>{t('progress', { done: row.scores.length, all: row.indicators.length })}</span> },
              { key: 'score', title: t('score'), end: true, cell: ({ result }) => <b>{result?.score ?? '—'}</b> },
            ]} />
          )}
        </Resource>
      </section>
    </PageFrame>
  );
};
