import { parseStreamName, publicId, type EventMetadata } from '@zeren/kernel';
import type { TenantLogEntry } from '@zeren/read-model';

/** The media type of one event in structured mode. */
export const CLOUD_EVENT = 'application/cloudevents+json';

/** Digits of a `sequence`, so that its texts sort as its numbers do. */
const SEQUENCE_DIGITS = 16;

/** `zeren.task.TaskPublished.v1` */
export const cloudEventType = (category: string, type: string, schemaVersion: number): string =>
  `zeren.${category}.${type}.v${schemaVersion}`;

/**
 * An entry of a tenant's log as a CloudEvent 1.0 in structured mode, as JSON text. The data is the stored bytes,
 * neither parsed nor upcast; its version is part of the type. `sequence` is the place in the reader's own log.
 */
export const cloudEventText = (entry: TenantLogEntry): string => {
  const metadata = JSON.parse(entry.metadata.toString('utf8')) as EventMetadata;
  const envelope = JSON.stringify(envelopeOf(entry, metadata));
  // The protocol's own JSON never holds a line break; that of a foreign writer may, between tokens, where a space means the same.
  const data = entry.data.toString('utf8').replace(/[\r\n]/g, ' ');
  return `${envelope.slice(0, -1)},"data":${data}}`;
};

/** The type of an entry as a CloudEvent. */
export const typeOf = (entry: TenantLogEntry): string => {
  const { schemaVersion } = JSON.parse(entry.metadata.toString('utf8')) as EventMetadata;
  return cloudEventType(parseStreamName(entry.stream)?.category ?? entry.stream, entry.type, schemaVersion);
};

/** The post in which somebody acted, and a deputy's own beside it; a clock or a policy acts in none. */
const postsOf = ({ postId, ownPostId }: EventMetadata) => ({ ...(postId !== '' && { actorpost: postId }), ...(ownPostId !== undefined && { actorownpost: ownPostId }) });

const envelopeOf = (entry: TenantLogEntry, metadata: EventMetadata) => {
  const id = parseStreamName(entry.stream);
  return {
    specversion: '1.0',
    id: entry.eventId,
    source: `/tenants/${metadata.tenantId}`,
    type: cloudEventType(id?.category ?? entry.stream, entry.type, metadata.schemaVersion),
    subject: id ? publicId(id.tenantId, id.id) : entry.stream,
    time: entry.recordedAt,
    datacontenttype: 'application/json',
    sequence: String(entry.index).padStart(SEQUENCE_DIGITS, '0'),
    position: entry.position,
    revision: entry.revision,
    occurredat: metadata.occurredAt,
    actor: metadata.actorId,
    actortenant: metadata.actorTenantId,
    ...postsOf(metadata),
    causationid: metadata.$causationId,
    correlationid: metadata.$correlationId,
  };
};
