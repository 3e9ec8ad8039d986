import { randomUUID } from 'node:crypto';
import type { Entry } from '../storage/log.js';
import { decodeRecord, type ProposedEvent, type RecordedEvent } from '../storage/record.js';
import { metadataStreamOf, parseStreamMetadata, withTruncateBefore } from '../storage/stream-metadata.js';
import type { Batch } from '../storage/writer.js';
import { metadataEvent } from '../streams/append.js';
import { correlationOf } from './correlation.js';
import { isProjected, type SystemProjection } from './system-projections.js';

/** The events a page gives rise to, by the stream they go to. */
export type Emissions = {
  byStream: Map<string, ProposedEvent[]>;
  /** How many events of the page gave rise to one. */
  count: number;
};

/** Everybody may read what projections write, although the names of their streams begin with `$`. */
const openToAll = Buffer.from('{"$acl":{"$r":"$all","$mr":"$all"}}', 'utf8');

/** What a projection writes for a page of the log. */
export function emissionsOf(projection: SystemProjection, epoch: number, page: readonly Entry[]): Emissions {
  const byStream = new Map<string, ProposedEvent[]>();
  let count = 0;
  for (const { record } of page) {
    const event = decodeRecord(record);
    const emission = isProjected(event.stream) ? projection.emit(event) : undefined;
    if (!emission) continue;
    const { stream, type, data, metadata } = emission;
    const cause = { ...placeOf(projection, epoch, event.position), ...metadata, ...causeOf(event) };
    append(byStream, stream, { ...proposed(type, data, cause), contentType: 'application/octet-stream' });
    count++;
  }
  return { byStream, count };
}

/** Adds the word, for readers of a projection's checkpoint stream, that it has come to a position. */
export function addCheckpoint(emissions: Emissions, projection: SystemProjection, epoch: number, position: number): void {
  const { checkpointStream } = projection;
  if (checkpointStream === undefined) return;
  const data = JSON.stringify({ $c: position, $p: position });
  append(emissions.byStream, checkpointStream, proposed('$Checkpoint', data, placeOf(projection, epoch, position)));
}

/**
 * Writes the emissions, a stream's first with the metadata that opens it to its readers. What a stream holds from
 * before `epochStart` is truncated by its first event since. Throws when one of the streams is tombstoned.
 */
export function writeEmissions(batch: Batch, { byStream }: Emissions, epochStart: number): void {
  const writes = [...byStream].map(([stream, events]) => ({ stream, events, metadata: metadataBefore(batch, stream, epochStart) }));
  for (const { stream, events, metadata } of writes) {
    if (metadata) batch.append(metadataStreamOf(stream), [metadataEvent(metadata)]);
    batch.append(stream, events);
  }
}

/** The metadata that a stream needs before it is written, if it needs other than it has. */
function metadataBefore(batch: Batch, stream: string, epochStart: number): Buffer | undefined {
  const { lastRevision, tombstoned } = batch.stream(stream);
  if (tombstoned) throw new Error(`Stream '${stream}' is deleted: nothing can be linked there.`);
  const described = batch.stream(metadataStreamOf(stream)).lastRevision >= 0;
  const metadata = described ? batch.lastData(metadataStreamOf(stream)) : undefined;
  const isOutdated = epochStart > 0 && lastRevision >= 0 && (batch.positionAt(stream, lastRevision) ?? 0) < epochStart;
  if (isOutdated || (metadata && parseStreamMetadata(metadata).deleted)) {
    return withTruncateBefore(metadata ?? openToAll, String(lastRevision + 1));
  }
  return metadata ? undefined : openToAll;
}

function append(byStream: Map<string, ProposedEvent[]>, stream: string, event: ProposedEvent): void {
  const events = byStream.get(stream);
  if (events) events.push(event);
  else byStream.set(stream, [event]);
}

function proposed(type: string, data: string, metadata: Readonly<Record<string, unknown>>): ProposedEvent {
  return {
    id: randomUUID(), type, contentType: 'application/json',
    metadata: Buffer.from(JSON.stringify(metadata), 'utf8'), data: Buffer.from(data, 'utf8'),
  };
}

/** Which projection wrote an event, in which epoch, and which position it had come to. */
function placeOf({ id }: SystemProjection, epoch: number, position: number): Readonly<Record<string, unknown>> {
  return { $v: `${id}:${epoch}:${epoch}:4`, $c: position, $p: position };
}

function causeOf(event: RecordedEvent): Readonly<Record<string, unknown>> {
  const correlation = correlationOf(event);
  return { $causedBy: event.id, ...(correlation === undefined ? {} : { $correlationId: correlation }) };
}
