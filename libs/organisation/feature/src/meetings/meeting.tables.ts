import { meetingProjection, type MeetingRow } from '@zeren/organisation-domain';
import { viewTable, type ViewTable } from '@zeren/read-model';

export const meetingTable: ViewTable<MeetingRow> = viewTable({
  projection: meetingProjection,
  columns: {
    readerTenantId: 'text', ownerTenantId: 'text', id: 'text', title: 'jsonb', groupId: 'text?', conveningUnitId: 'text', plannedOn: 'date', place: 'text',
    chairPostId: 'text', agenda: 'jsonb', invited: 'jsonb', status: 'text', heldOn: 'date?', minutesNumber: 'text?', attendance: 'jsonb', decisions: 'jsonb',
    reason: 'text', revision: 'integer',
  },
  indexes: [['plannedOn', 'ownerTenantId', 'id']],
});
