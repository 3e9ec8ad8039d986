import { randomUUID } from 'node:crypto';
import type { Store } from '../storage/store.js';
import { decodeRecord, type ProposedEvent, type StoredRecord } from '../storage/record.js';
import { firstReadable, metadataStreamOf, parseStreamMetadata, plainMetadata, withTruncateBefore } from '../storage/stream-metadata.js';
import type { Batch } from '../storage/writer.js';
import { decideAppend, decideDelete, metadataEvent } from '../streams/append.js';
import { linkType } from '../streams/event-message.js';
import { anyState } from '../streams/proposal.js';
import { streamDeleted } from '../streams/refusal.js';
import { keptNamesOf, parkedStreamOf, type GroupAddress } from './address.js';
import { messageOfTaken, type Message } from './message.js';
import { originOf } from './source.js';

/**
 * A group's parked messages: links in a stream of their own. To replay them they are taken off that stream and kept
 * beside the events in one commit, and each is there until it is settled; so at every moment a message is either
 * parked or taken, whenever the node may be killed.
 */
export class ParkedMessages {
  readonly #stream: string;
  readonly #kept: ReturnType<typeof keptNamesOf>;
  /** Up to which revision, that one excluded, messages are to be replayed; undefined while none are. */
  #replayUntil: number | undefined;
  #taking = false;
  /** Calls for a replay and what they lead to are made one after the other. */
  #turn: Promise<unknown> = Promise.resolve();

  constructor(private readonly store: Store, address: GroupAddress) {
    this.#stream = parkedStreamOf(address);
    this.#kept = keptNamesOf(address);
    const until = store.log.kept(this.#kept.replay);
    this.#replayUntil = until && Number(until.toString('utf8'));
  }

  /** Whether parked messages can be taken. */
  get replaying(): boolean {
    return this.#replayUntil !== undefined && !this.#taking;
  }

  /** How many messages are parked, and when the oldest was, in milliseconds since 1970. */
  figures(): { count: number; oldestAt: number | undefined } {
    const { log } = this.store;
    const state = log.stream(this.#stream);
    const first = firstReadable(state, this.store.metadata(this.#stream));
    if (state.tombstoned || first > state.lastRevision) return { count: 0, oldestAt: undefined };
    const oldest = log.recordAt(state.number, first);
    return { count: state.lastRevision + 1 - first, oldestAt: oldest && decodeRecord(oldest).createdAt };
  }

  /** The bytes of a taken message's link, or undefined when it is settled. */
  record(taken: string): StoredRecord | undefined {
    return this.store.log.kept(taken);
  }

  /** Messages that were taken before the node stopped and have not been settled since. */
  unsettled(): Message[] {
    return this.store.log.keptNames(this.#kept.taken).flatMap((taken) => {
      const record = this.record(taken);
      return record ? [takenMessage(taken, record)] : [];
    });
  }

  /** Parks a message for a reason. What was taken goes back in the same commit. */
  async park(message: Message, reason: string): Promise<void> {
    const { origin } = message;
    const source = 'taken' in origin ? this.record(origin.taken) : this.store.log.record(origin.position);
    await this.store.writer.submit((batch) => {
      const outcome = source ? decideAppend(batch, this.#stream, anyState, [parkedEvent(source, reason)]) : undefined;
      if (outcome?.kind === 'stream-deleted') throw streamDeleted(this.#stream);
      if ('taken' in origin) batch.keep(origin.taken, undefined);
    });
  }

  /** Forgets a taken message: it has been acknowledged or skipped. */
  settle(taken: string): Promise<void> {
    return this.store.writer.submit((batch) => { batch.keep(taken, undefined); });
  }

  /** Has everything replayed that is parked now, or what is parked below the revision `stopAt`. */
  replay(stopAt: number | undefined): Promise<void> {
    return this.#inTurn(async () => {
      this.#replayUntil = await this.store.writer.submit((batch) => {
        const end = Math.min(stopAt ?? Infinity, batch.stream(this.#stream).lastRevision + 1);
        batch.keep(this.#kept.replay, Buffer.from(String(end)));
        return end;
      });
    });
  }

  /** Takes the next messages to be replayed, at most `count`. */
  take(count: number): Promise<Message[]> {
    this.#taking = true;
    return this.#inTurn(async () => {
      const until = this.#replayUntil;
      if (until === undefined) return [];
      const { taken, complete } = await this.store.writer.submit((batch) => this.#decideTake(batch, until, count));
      if (complete) this.#replayUntil = undefined;
      return taken;
    }).finally(() => { this.#taking = false; });
  }

  #decideTake(batch: Batch, until: number, count: number): { taken: Message[]; complete: boolean } {
    const { log } = this.store;
    const metadataStream = metadataStreamOf(this.#stream);
    const data = batch.stream(metadataStream).lastRevision < 0 ? undefined : batch.lastData(metadataStream);
    const state = log.stream(this.#stream);
    const first = firstReadable(state, data ? parseStreamMetadata(data) : plainMetadata);
    const end = state.tombstoned ? 0 : Math.min(until, state.lastRevision + 1);
    const next = Math.min(first + count, end);
    const links: { name: string; record: StoredRecord }[] = [];
    for (let revision = first; revision < next; revision++) {
      const record = log.recordAt(state.number, revision);
      if (record) links.push({ name: `${this.#kept.taken}${String(revision).padStart(15, '0')}`, record });
    }
    if (first < next) batch.append(metadataStream, [metadataEvent(withTruncateBefore(data, String(next)))]);
    for (const { name, record } of links) batch.keep(name, record);
    const complete = next >= end;
    if (complete) batch.keep(this.#kept.replay, undefined);
    return { taken: links.map(({ name, record }) => takenMessage(name, record)), complete };
  }

  #inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    const result = this.#turn.then(act);
    this.#turn = result.catch(() => {});
    return result;
  }
}

/** Forgets everything parked, as part of deleting the group. */
export function forgetParked(batch: Batch, { log }: Store, address: GroupAddress): void {
  const stream = parkedStreamOf(address);
  const kept = keptNamesOf(address);
  if (batch.stream(stream).lastRevision >= 0) decideDelete(batch, stream, anyState);
  batch.keep(kept.replay, undefined);
  for (const name of log.keptNames(kept.taken)) batch.keep(name, undefined);
}

function takenMessage(name: string, record: StoredRecord): Message {
  const link = decodeRecord(record);
  return messageOfTaken(name, Number(link.revision), { id: link.id, pinnedBy: originOf(link) });
}

/** A link to the event, or for a link to what it leads to, with what the store tells about a parked message. */
function parkedEvent(source: StoredRecord, reason: string): ProposedEvent {
  const { type, stream, revision, data } = decodeRecord(source);
  const metadata = { added: new Date().toISOString(), reason, subscriptionEventNumber: Number(revision) };
  return {
    id: randomUUID(), type: linkType, contentType: 'application/octet-stream',
    metadata: Buffer.from(JSON.stringify(metadata), 'utf8'),
    data: type === linkType ? data : Buffer.from(`${revision}@${stream}`, 'utf8'),
  };
}
