import { decodeRecord } from '../storage/record.js';
import type { Store } from '../storage/store.js';
import { readEventFields } from '../streams/event-message.js';
import { accessDenied, refusalOf, type Refusal } from '../streams/refusal.js';
import { messageField, varintField } from '../wire.js';
import { allStream, keptNamesOf, type GroupAddress } from './address.js';
import { Audience } from './audience.js';
import { Consumer, type Connection, type ConsumerDetails } from './consumer.js';
import { InFlight } from './in-flight.js';
import { messageOfSource, Waiting, type Message } from './message.js';
import { ParkedMessages } from './parked.js';
import { Progress } from './progress.js';
import { maximumSubscribersReached, subscriptionDropped } from './refusal.js';
import type { NackAction } from './requests.js';
import type { GroupSettings, StoredGroup } from './settings.js';
import { Source } from './source.js';
import { Rate } from './statistics.js';

/** What the metrics tell about a group. */
export type GroupFigures = {
  stream: string;
  group: string;
  consumers: number;
  /** How many messages are parked. */
  parked: number;
  /** How long the oldest of them has been, in milliseconds; 0 without one. */
  oldestParkedMs: number;
  /** How many events are not settled yet; of $all at most ten thousand unread ones are counted. */
  lag: number;
};

/**
 * A group of consumers that share a stream or $all: each event goes to one of them at least once. Messages wait in
 * order, those to be sent again with them; nothing is read beyond what the buffers hold, and nothing is held but
 * places, so that a group needs little memory however far behind it is and however slow its consumers are.
 */
export class Group {
  readonly address: GroupAddress;
  readonly settings: GroupSettings;
  /** The place after which it begins. */
  readonly after: number;
  readonly audience: Audience;
  readonly source: Source;
  readonly progress: Progress;
  readonly parked: ParkedMessages;
  readonly waiting = new Waiting();
  readonly inFlight: InFlight;
  readonly rate = new Rate();
  /** Writes that must end before the group may be opened anew. */
  readonly #writes = new Set<Promise<void>>();
  #consumersSoFar = 0;
  #scheduled = false;
  #closed = false;
  #stopListening: (() => void) | undefined;

  /** `sent` is called with each event that is sent. */
  constructor(
    private readonly store: Store, { settings, after, ...address }: StoredGroup, private readonly sent: () => void,
  ) {
    const kept = keptNamesOf(address);
    this.address = address;
    this.settings = settings;
    this.after = after;
    this.audience = new Audience(settings.strategy);
    this.progress = new Progress(store, kept.checkpoint, after, settings);
    this.source = new Source(store, address.stream, this.progress.done, settings.filter);
    this.parked = new ParkedMessages(store, address);
    this.inFlight = new InFlight(settings.messageTimeout, (messages) => { this.#timeOut(messages); });
    for (const message of this.parked.unsettled()) this.waiting.add(message);
  }

  figures(): GroupFigures {
    const { count, oldestAt } = this.parked.figures();
    return {
      ...this.address, consumers: this.audience.consumers.length, parked: count,
      oldestParkedMs: oldestAt === undefined ? 0 : Math.max(0, Date.now() - oldestAt),
      lag: this.source.unread() + this.progress.open,
    };
  }

  /** Lets a consumer in. Throws a Refusal when there are as many as there may be. */
  join(details: ConsumerDetails, connection: Connection): Consumer {
    const { stream } = this.address;
    const { maxSubscriberCount } = this.settings;
    if (maxSubscriberCount > 0 && this.audience.consumers.length >= maxSubscriberCount) throw maximumSubscribersReached(this.address);
    const consumer = new Consumer(this.#consumersSoFar++, details, connection, () => { this.#schedule(); });
    this.audience.add(consumer);
    this.#stopListening ??= this.store.feed.listen(stream === allStream ? undefined : stream, () => { this.#schedule(); });
    this.#schedule();
    return consumer;
  }

  /** Lets a consumer go; what it had in flight goes to others, or waits for the next one. */
  leave(consumer: Consumer): void {
    if (!this.audience.remove(consumer)) return;
    for (const message of consumer.inFlight) {
      this.inFlight.remove(message);
      this.waiting.add(message);
    }
    if (this.audience.consumers.length > 0) this.#schedule();
    else this.#rest();
  }

  /** Messages that a consumer is done with. Ids it does not have, because they timed out, say nothing. */
  acknowledge(consumer: Consumer, ids: readonly string[]): void {
    for (const message of this.#taken(consumer, ids)) this.#settle(message);
    this.#schedule();
  }

  /** Messages that a consumer could not deal with, and what shall become of them. */
  refuse(consumer: Consumer, ids: readonly string[], action: NackAction, reason: string): void {
    if (action === 'stop') {
      // Not a plain end: the clients wait for ever for a call that the server alone has ended.
      this.#drop(consumer, subscriptionDropped(this.address));
      return;
    }
    for (const message of this.#taken(consumer, ids)) {
      if (action === 'park') this.#park(message, reason);
      else if (action === 'skip') this.#settle(message);
      else this.#retry(message, reason);
    }
    this.#schedule();
  }

  /** Has parked messages sent again, those below the revision `stopAt` of the parked stream if it is given. */
  async replay(stopAt: number | undefined): Promise<void> {
    await this.parked.replay(stopAt);
    this.#schedule();
  }

  /** Ends all consumers for a reason, and resolves when the checkpoint is kept where the group has come. */
  async close(refusal: Refusal): Promise<void> {
    this.#closed = true;
    this.#rest();
    this.#dropAll(refusal);
    await Promise.all(this.#writes);
    await this.progress.close();
  }

  #dropAll(refusal: Refusal): void {
    for (const consumer of this.audience.consumers.slice()) this.#drop(consumer, refusal);
  }

  #drop(consumer: Consumer, refusal: Refusal): void {
    this.leave(consumer);
    consumer.end(refusal);
  }

  #rest(): void {
    this.#stopListening?.();
    this.#stopListening = undefined;
  }

  /** Whatever happens in one turn of the event loop is answered by one round of reading and sending after it. */
  #schedule(): void {
    if (this.#scheduled || this.#closed || this.audience.consumers.length === 0) return;
    this.#scheduled = true;
    setImmediate(() => {
      this.#scheduled = false;
      if (this.#closed) return;
      try {
        this.#round();
      } catch (error) {
        this.#dropAll(refusalOf(error));
      }
    });
  }

  #round(): void {
    this.#dropThoseWhoMayNotRead();
    const room = (this.source.atEnd ? this.settings.liveBufferSize : this.settings.historyBufferSize) - this.waiting.size;
    const count = Math.min(room, this.settings.readBatchSize);
    if (count > 0) {
      if (this.parked.replaying) this.#takeParked(count);
      this.#read(count);
    }
    const sent = this.#send();
    if ((count > 0 || sent) && !this.source.atEnd) this.#schedule();
  }

  #dropThoseWhoMayNotRead(): void {
    for (const consumer of this.audience.consumers.slice()) {
      if (!consumer.details.mayRead(this.address.stream)) this.#drop(consumer, accessDenied());
    }
  }

  #read(count: number): void {
    for (const event of this.source.read(count)) {
      this.progress.opened(event.place);
      this.waiting.add(messageOfSource(event));
    }
    this.progress.passed(this.source.place);
  }

  #takeParked(count: number): void {
    this.#track(this.parked.take(count).then((messages) => {
      for (const message of messages) this.waiting.add(message);
      this.#schedule();
    }));
  }

  /** Sends what waits to those who have room. Whether anything was sent. */
  #send(): boolean {
    let sent = false;
    this.waiting.offer((message) => {
      if (!this.audience.hasRoom) return 'stop';
      const consumer = this.audience.choose(message.bucket);
      if (!consumer) return 'passed';
      sent = true;
      this.#sendTo(consumer, message);
      return 'taken';
    });
    for (const consumer of this.audience.consumers) consumer.flush();
    return sent;
  }

  #sendTo(consumer: Consumer, message: Message): void {
    const bytes = this.#encode(message, consumer.details);
    // Its event was removed from the store for good, so that nobody can be sent it.
    if (!bytes) { this.#settle(message); return; }
    consumer.send(message, bytes);
    this.rate.total++;
    this.sent();
    this.inFlight.add(message, consumer);
  }

  #encode({ origin, retryCount }: Message, { structuredIds, mayRead }: ConsumerDetails): Buffer | undefined {
    const record = 'taken' in origin ? this.parked.record(origin.taken) : this.store.log.record(origin.position);
    if (!record) return undefined;
    // A parked message is a link in itself, and always sent with what it leads to.
    const resolveLinks = this.settings.resolveLinks || 'taken' in origin;
    const position = 'taken' in origin ? decodeRecord(record).position : origin.position;
    const fields = readEventFields(this.store, { resolveLinks, structuredIds }, { position, record }, mayRead);
    return messageField(1, ...fields, varintField(5, retryCount));
  }

  #taken(consumer: Consumer, ids: readonly string[]): Message[] {
    return ids.flatMap((id) => {
      const message = consumer.take(id);
      if (!message) return [];
      this.inFlight.remove(message);
      return [message];
    });
  }

  #settle({ origin }: Message): void {
    if ('place' in origin) this.progress.settled(origin.place);
    else this.#track(this.parked.settle(origin.taken));
  }

  #timeOut(messages: readonly Message[]): void {
    for (const message of messages) this.#retry(message, `It was not acknowledged within ${this.settings.messageTimeout} ms.`);
    this.#schedule();
  }

  #retry(message: Message, reason: string): void {
    if (message.retryCount >= this.settings.maxRetryCount) {
      this.#park(message, `Retry count ${message.retryCount} reached: ${reason || 'no reason given'}`);
      return;
    }
    message.retryCount++;
    this.waiting.add(message);
  }

  #park(message: Message, reason: string): void {
    this.#track(this.parked.park(message, reason).then(
      () => { if ('place' in message.origin) this.progress.settled(message.origin.place); },
      // It could not be stored, so it stays with the group.
      () => { this.waiting.add(message); },
    ));
  }

  #track(write: Promise<void>): void {
    const ended = write.catch(() => {}).finally(() => { this.#writes.delete(ended); });
    this.#writes.add(ended);
  }
}
