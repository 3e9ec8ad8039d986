import type { RecordedEvent } from '../storage/record.js';
import { describedStreamOf, isMetadataStream, parseStreamMetadata } from '../storage/stream-metadata.js';
import { correlationOf } from './correlation.js';

/** What a projection writes for one event. */
export type Emission = {
  stream: string;
  /** `$>` links to the event, `$@` names its stream. */
  type: '$>' | '$@';
  data: string;
  /** What its metadata says beside the position it comes from. */
  metadata: Readonly<Record<string, unknown>>;
};

/** A projection that comes with the store. */
export type SystemProjection = {
  /** The number by which its links say whose they are. */
  id: number;
  name: string;
  /** What it writes for an event, if anything. */
  emit(event: RecordedEvent): Emission | undefined;
  /** The stream that is told from time to time how far the projection is. */
  checkpointStream?: string;
};

const linkType = '$>';

/** The five projections that come with the store, under the names and with the streams its readers know. */
export const systemProjections: readonly SystemProjection[] = [
  { id: 1, name: '$by_category', emit: byCategory },
  { id: 2, name: '$by_event_type', emit: byEventType, checkpointStream: '$et' },
  { id: 3, name: '$streams', emit: ofStreams },
  { id: 4, name: '$stream_by_category', emit: streamByCategory },
  { id: 5, name: '$by_correlation_id', emit: byCorrelationId },
];

/** Whether projections look at a stream: not at the store's own ones, where their links are too. */
export function isProjected(stream: string): boolean {
  return !(isMetadataStream(stream) ? describedStreamOf(stream) : stream).startsWith('$');
}

/** Deletions, which users do not write, belong to the category of the stream they end. */
function byCategory(event: RecordedEvent): Emission | undefined {
  const deleted = deletedStreamOf(event);
  const stream = deleted ?? event.stream;
  const category = categoryOf(stream);
  if (category === undefined) return undefined;
  return link(`$ce-${category}`, event, { $o: stream, ...(deleted === undefined ? {} : { $deleted: -1 }) });
}

/** Links are not events of a type of their own; deletions of either kind are of the type `$deleted`. */
function byEventType(event: RecordedEvent): Emission | undefined {
  if (event.type === linkType) return undefined;
  return deletedStreamOf(event) === undefined
    ? link(`$et-${event.type}`, event)
    : link('$et-$deleted', event, { $deleted: -1 });
}

function ofStreams(event: RecordedEvent): Emission | undefined {
  return event.revision === 0n ? { stream: '$streams', type: linkType, data: `0@${event.stream}`, metadata: {} } : undefined;
}

function streamByCategory(event: RecordedEvent): Emission | undefined {
  const category = event.revision === 0n ? categoryOf(event.stream) : undefined;
  return category === undefined ? undefined : { stream: `$category-${category}`, type: '$@', data: event.stream, metadata: {} };
}

function byCorrelationId(event: RecordedEvent): Emission | undefined {
  const correlation = event.type === linkType ? undefined : correlationOf(event);
  if (correlation === undefined) return undefined;
  return link(`$bc-${correlation}`, event, { $eventTimestamp: new Date(event.createdAt).toISOString().replace('Z', '000Z') });
}

/** A link to the event; a link stands for the event it names itself. */
function link(stream: string, event: RecordedEvent, metadata: Emission['metadata'] = {}): Emission {
  const data = event.type === linkType ? event.data.toString('utf8') : `${event.revision}@${event.stream}`;
  return { stream, type: linkType, data, metadata };
}

/** What comes before the first dash; the store's own streams and those without a dash have no category. */
function categoryOf(stream: string): string | undefined {
  const dash = stream.indexOf('-');
  return dash > 0 && !stream.startsWith('$') ? stream.slice(0, dash) : undefined;
}

/** The stream that the event deletes or tombstones. */
function deletedStreamOf({ stream, type, data }: RecordedEvent): string | undefined {
  if (!isMetadataStream(stream)) return type === '$streamDeleted' ? stream : undefined;
  return type === '$metadata' && parseStreamMetadata(data).deleted ? describedStreamOf(stream) : undefined;
}
