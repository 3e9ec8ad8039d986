import { populationProjection, type PopulationRow } from '@zeren/organisation-domain';
import { viewTable, type ViewTable } from '@zeren/read-model';

export const populationTable: ViewTable<PopulationRow> = viewTable({
  projection: populationProjection,
  columns: { readerTenantId: 'text', ownerTenantId: 'text', id: 'text', unitId: 'text', people: 'integer', countedOn: 'date', source: 'text' },
  indexes: [['unitId', 'countedOn']],
});
