import type { Packet } from '../packed-call.js';

/** A packet goes out when it has this many messages or bytes, or when there is no more for now. */
const packetMessages = 128;
const packetBytes = 64 * 1024;
/** How many packets may be on their way, so that a slow reader costs little memory. */
const packetsOnTheWay = 2;

/** The call that packets are written to. */
type Recipient = {
  write(packet: Packet, sent: () => void): unknown;
  once(event: 'cancelled' | 'close', listener: () => void): unknown;
};

/** The sending side of a read. It gathers messages into packets and waits when its reader is slower. */
export class Outgoing {
  /** Whether the reader is gone. */
  closed = false;
  #packet: Buffer[] = [];
  #bytes = 0;
  #onTheWay = 0;
  #room: (() => void) | undefined;

  /** `left` is called once when the reader goes. */
  constructor(private readonly call: Recipient, left: () => void) {
    const close = (): void => {
      if (this.closed) return;
      this.closed = true;
      this.#room?.();
      left();
    };
    call.once('cancelled', close);
    call.once('close', close);
  }

  /** Adds a message. A promise means: wait for it before the next one. */
  send(message: Buffer): Promise<void> | undefined {
    this.#packet.push(message);
    this.#bytes += message.length;
    return this.#packet.length >= packetMessages || this.#bytes >= packetBytes ? this.flush() : undefined;
  }

  /** Ends a page: what was gathered goes out, and other calls get their turn before the next page. */
  async endPage(): Promise<void> {
    await this.flush();
    await new Promise<void>((resolve) => { setImmediate(resolve); });
  }

  /** Sends what has been gathered. A promise means: wait for it before the next message. */
  flush(): Promise<void> | undefined {
    if (this.closed || this.#packet.length === 0) return undefined;
    const packet = this.#packet;
    this.#packet = [];
    this.#bytes = 0;
    this.#onTheWay++;
    this.call.write(packet, () => {
      this.#onTheWay--;
      this.#room?.();
    });
    if (this.#onTheWay < packetsOnTheWay) return undefined;
    return new Promise((resolve) => { this.#room = resolve; });
  }
}
