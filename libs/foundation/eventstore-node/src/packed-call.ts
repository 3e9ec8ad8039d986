import { ServerInterceptingCall, status, type ServerInterceptingCallInterface, type ServerInterceptor } from '@grpc/grpc-js';

/** What a streaming answer is written as: several messages at once reach the socket in one system call. */
export type Packet = readonly Buffer[];

/** Hears of every call, by its path, when it begins and once when it ends. */
export type CallWatch = {
  begun(call: string): void;
  ended(call: string, code: status, details: string): void;
};

const written = (): void => {};

class PackedCall extends ServerInterceptingCall {
  constructor(private readonly carrier: ServerInterceptingCallInterface, end: (code: status, details: string) => void) {
    super(carrier, {
      start: (next) => { next({ onCancel: () => { end(status.CANCELLED, 'The caller has left.'); } }); },
      sendStatus: (sent, next) => {
        end(sent.code ?? status.UNKNOWN, sent.details ?? '');
        next(sent);
      },
    });
  }

  override sendMessage(message: unknown, callback: () => void): void {
    if (!Array.isArray(message)) { super.sendMessage(message, callback); return; }
    const last = message.length - 1;
    for (const [index, single] of message.entries()) {
      const done = index === last ? callback : written;
      // The first has the headers sent before it; nothing is left to be done to the others.
      if (index === 0) super.sendMessage(single, done);
      else this.carrier.sendMessage(single, done);
    }
  }
}

/** Lets a call write a `Packet` of messages where it would write one, and has every call watched. */
export function packedCalls(watch: CallWatch): ServerInterceptor {
  return ({ path }, call) => {
    let open = true;
    watch.begun(path);
    return new PackedCall(call, (code, details) => {
      if (open) watch.ended(path, code, details);
      open = false;
    });
  };
}
