import type { ServerWritableStream } from '@grpc/grpc-js';

/** The sending side of a read, which waits when its reader is slower. */
export class Outgoing {
  /** Whether the reader is gone. */
  closed = false;
  #drained: (() => void) | undefined;

  /** `left` is called once when the reader goes. */
  constructor(private readonly call: ServerWritableStream<Buffer, Buffer>, left: () => void) {
    const close = (): void => {
      if (this.closed) return;
      this.closed = true;
      this.#drained?.();
      left();
    };
    call.on('drain', () => { this.#drained?.(); });
    call.once('cancelled', close);
    call.once('close', close);
  }

  /** Sends a message. A promise means: wait for it before the next one. */
  send(message: Buffer): Promise<void> | undefined {
    if (this.closed || this.call.write(message)) return undefined;
    return new Promise((resolve) => { this.#drained = resolve; });
  }
}
