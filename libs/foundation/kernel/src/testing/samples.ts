import type { Caller } from '../caller.js';
import type { Event, EventMetadata, RecordedEvent } from '../event.js';

/** A caller for specifications; say only what matters. */
export const aCaller = (said: Partial<Caller> = {}): Caller => ({
  tenantId: '511900',
  actorId: 'officer-1',
  postId: 'post-1',
  unitId: '511900',
  roles: ['city-office'],
  now: '2013-03-01T02:00:00.000Z',
  ...said,
});

/** An event as recorded, at a position of one's choice. */
export const recorded = <E extends Event>(
  event: E,
  place: { stream?: string; revision?: number; position?: bigint; metadata?: Partial<EventMetadata> } = {},
): RecordedEvent<E> => {
  const revision = place.revision ?? 0;
  const position = place.position ?? BigInt(revision);
  return {
    ...event,
    id: `00000000-0000-4000-8000-${position.toString().padStart(12, '0')}`,
    stream: place.stream ?? 'sample-511900_1',
    revision,
    position,
    recordedAt: '2013-03-01T02:00:00.000Z',
    metadata: {
      tenantId: '511900',
      actorTenantId: '511900',
      actorId: 'officer-1',
      postId: 'post-1',
      unitId: '511900',
      occurredAt: '2013-03-01T02:00:00.000Z',
      $correlationId: 'correlation-1',
      $causationId: 'command-1',
      commandId: 'command-1',
      schemaVersion: 1,
      sharedWith: [],
      ...place.metadata,
    },
  };
};
