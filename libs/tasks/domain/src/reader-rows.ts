import { parseStreamName, readersOf, type Event, type RecordedEvent, type RowKey } from '@zeren/kernel';

/** A row for each reader of an event, under the id of the aggregate it happened to. */
export const rowForEachReader = (event: RecordedEvent<Event>): readonly RowKey[] => {
  const stream = parseStreamName(event.stream);
  if (!stream) return [];
  return readersOf(event).map((readerTenantId) => ({ readerTenantId, ownerTenantId: stream.tenantId, id: stream.id }));
};
