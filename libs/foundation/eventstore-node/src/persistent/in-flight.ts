import type { Consumer } from './consumer.js';
import type { Message } from './message.js';
import { longestTimer } from './progress.js';

/** Whose each message in flight is, and which of them have been for too long. */
export class InFlight {
  /** In the order they were sent, which is that in which they time out. */
  readonly #messages = new Map<Message, Consumer>();
  #timer: NodeJS.Timeout | undefined;

  /** `timedOut` gets each message that was not settled within `timeout` milliseconds; 0 lets them be. */
  constructor(private readonly timeout: number, private readonly timedOut: (messages: readonly Message[]) => void) {}

  get size(): number {
    return this.#messages.size;
  }

  add(message: Message, consumer: Consumer): void {
    this.#messages.set(message, consumer);
    this.#await();
  }

  remove(message: Message): void {
    this.#messages.delete(message);
  }

  #await(): void {
    const [oldest] = this.#messages.keys();
    if (this.#timer || !oldest || this.timeout === 0) return;
    const left = oldest.sentAt + this.timeout - Date.now();
    this.#timer = setTimeout(() => { this.#look(); }, Math.min(Math.max(1, left), longestTimer)).unref();
  }

  #look(): void {
    this.#timer = undefined;
    const latest = Date.now() - this.timeout;
    const late: Message[] = [];
    for (const [message, consumer] of this.#messages) {
      if (message.sentAt > latest) break;
      consumer.inFlight.delete(message);
      this.#messages.delete(message);
      late.push(message);
    }
    this.#await();
    if (late.length > 0) this.timedOut(late);
  }
}
