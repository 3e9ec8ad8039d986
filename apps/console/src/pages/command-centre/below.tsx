import type { FigureLine, FigureTable } from '@zeren/requests-domain';
import { Link } from 'react-router-dom';
import { useRead } from '../../api/reads.js';
import { Ledger } from '../../design/ledger.js';
import { Resource } from '../../design/states.js';
import { UnitName } from '../../design/unit-name.js';
import { useCentreTexts } from './centre.texts.js';
import type { Cut } from './standing.js';

const openOf = ({ counts }: FigureLine): number => counts.received - counts.merged - counts.declined - counts.ended;
const percentOf = (rate: string | null): string => (rate === null ? '—' : `${rate}%`);

/** The areas right below a centre, each with all that lies below it. */
export const BelowTheCentre = ({ unitId, cut }: { unitId: string; cut: Cut }) => {
  const t = useCentreTexts();
  const table = useRead<FigureTable>('/request-figures', { by: 'area', areaUnitId: unitId, ...cut });
  return (
    <section className="sheet">
      <h2>{t('below')}</h2>
      <Resource of={table} lines={5} isEmpty={({ lines }) => lines.length === 0} empty={t('noneBelow')}>
        {({ lines }) => (
          <Ledger caption={t('below')} rows={lines} keyOf={({ key }) => key} columns={[
            { key: 'area', title: t('area'), lead: true, cell: ({ key }) => <Link to={`/request-figures?by=class&areaUnitId=${key}`}><UnitName id={key} /></Link> },
            { key: 'received', title: t('received'), end: true, cell: ({ counts }) => counts.received },
            { key: 'open', title: t('open'), end: true, cell: openOf },
            { key: 'overdue', title: t('overdue'), end: true, cell: ({ counts }) => counts.overdue },
            { key: 'onTime', title: t('onTime'), end: true, cell: ({ rates }) => percentOf(rates.onTime) },
            { key: 'satisfaction', title: t('satisfaction'), end: true, cell: ({ rates }) => percentOf(rates.satisfaction) },
          ]} />
        )}
      </Resource>
    </section>
  );
};
