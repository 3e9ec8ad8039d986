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
  constructor(call: ServerInterceptingCallInterface, end: (code: status, details: string) => void) {
    super(call, {
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
    message.forEach((single, index) => { super.sendMessage(single, index === last ? callback : written); });
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
