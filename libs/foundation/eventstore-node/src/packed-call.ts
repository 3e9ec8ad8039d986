import { ServerInterceptingCall, type ServerInterceptor } from '@grpc/grpc-js';

/** What a streaming answer is written as: several messages at once reach the socket in one system call. */
export type Packet = readonly Buffer[];

const written = (): void => {};

class PackedCall extends ServerInterceptingCall {
  override sendMessage(message: unknown, callback: () => void): void {
    if (!Array.isArray(message)) { super.sendMessage(message, callback); return; }
    const last = message.length - 1;
    message.forEach((single, index) => { super.sendMessage(single, index === last ? callback : written); });
  }
}

/** Lets a call write a `Packet` of messages where it would write one. */
export const packedCalls: ServerInterceptor = (_method, call) => new PackedCall(call);
