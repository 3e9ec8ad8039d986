import {
  postHoldingProjection, postProjection, tenantProjection, unitProjection,
  type PostHoldingRow, type PostRow, type TenantRow, type UnitRow,
} from '@zeren/organisation-domain';
import { viewTable, type ViewTable } from '@zeren/read-model';
import { accessTables } from './access/index.js';
import { levelsTables } from './levels/levels.tables.js';
import { devolutionTable } from './downward/devolution.tables.js';
import { leadingGroupTable } from './groups/group.tables.js';
import { integrationNameTable } from './integrations/integration.tables.js';
import { leaderAssignmentTable } from './leadership/leadership.tables.js';
import { meetingTable } from './meetings/meeting.tables.js';
import { populationTable } from './onboarding/population.table.js';
import { siteTable } from './sites/site.table.js';

const key = { readerTenantId: 'text', ownerTenantId: 'text', id: 'text' } as const;

export const tenantTable: ViewTable<TenantRow> = viewTable({
  projection: tenantProjection,
  columns: { ...key, name: 'jsonb', kind: 'text', parentTenantId: 'text?', levels: 'jsonb', timeZone: 'text' },
});

export const unitTable: ViewTable<UnitRow> = viewTable({
  projection: unitProjection,
  columns: {
    ...key, unitId: 'text', code: 'text?', name: 'jsonb', kind: 'text', level: 'integer?', parentUnitId: 'text?', validFrom: 'date',
    validUntil: 'date?',
  },
  indexes: [['unitId'], ['parentUnitId', 'unitId'], ['level', 'unitId']],
});

export const postTable: ViewTable<PostRow> = viewTable({
  projection: postProjection,
  columns: { ...key, unitId: 'text', name: 'jsonb', kind: 'text', validFrom: 'date' },
  indexes: [['unitId']],
});

export const postHoldingTable: ViewTable<PostHoldingRow> = viewTable({
  projection: postHoldingProjection,
  columns: { ...key, postId: 'text', unitId: 'text', officerId: 'text', validFrom: 'date', validUntil: 'date?' },
  indexes: [['postId']],
});

/** Every view the organisation context keeps. */
export const organisationTables: readonly ViewTable[] = [...accessTables, ...levelsTables, leaderAssignmentTable, leadingGroupTable, meetingTable, devolutionTable, integrationNameTable, siteTable, populationTable, tenantTable, unitTable, postTable, postHoldingTable];
