import { Link } from 'react-router-dom';
import { useRead } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { Mark } from '../../design/lamp.js';
import { Ledger, type Column } from '../../design/ledger.js';
import { PageFrame } from '../../design/page.js';
import { AsOf, Resource } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { useAccount } from '../../session/session.js';
import { useMeasureTexts } from './measures.texts.js';
import type { ServingMeasure } from './serving-measure.js';

const campaignsOf = ({ serves }: ServingMeasure): number => new Set(serves.map(({ campaignId }) => campaignId)).size;

const useColumns = (): readonly Column<ServingMeasure>[] => {
  const t = useMeasureTexts();
  const { nameOf } = useLanguage();
  return [
    { key: 'name', title: t('measure'), lead: true, cell: (row) => <Link to={`/measures/${idOf(row)}`}>{nameOf(row.name)}</Link> },
    { key: 'unit', title: t('unit'), cell: ({ unit }) => unit || t('boolean') },
    { key: 'serves', title: t('serves'), cell: (row) => <Mark tone="strong">{t('campaigns', { count: campaignsOf(row) })}</Mark> },
    { key: 'indicators', title: t('indicator'), cell: ({ indicators }) => <span className="mono">{[...new Set(indicators.map(({ indicatorCode }) => indicatorCode))].join(' · ')}</span> },
    { key: 'definition', title: t('definition'), wide: true, cell: ({ definition }) => nameOf(definition) },
  ];
};

/** Every measure, and which campaigns it serves. */
export const MeasuresPage = () => {
  const t = useMeasureTexts();
  const columns = useColumns();
  const { roles } = useAccount();
  const measures = useRead<{ readonly items: readonly ServingMeasure[] }>('/measures');
  return (
    <PageFrame title={t('title')} lead={t('lead')} aside={<AsOf of={measures} />}>
      {roles.includes('city-office') && <p><Link to="/measures/new">{t('define')}</Link></p>}
      <section className="sheet">
        <Resource of={measures} lines={12} isEmpty={({ items }) => items.length === 0} empty={t('none')}>
          {({ items }) => <Ledger caption={t('title')} columns={columns} rows={items} keyOf={idOf} />}
        </Resource>
      </section>
    </PageFrame>
  );
};
