import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import { rawMethod } from './raw-method.js';
import type { Service } from './service.js';
import { messageField, textField, varintField } from './wire.js';

const serviceName = 'event_store.client.gossip.Gossip';
const leader = 8;

/** Answers clients that look for a cluster: this node is all of it, its leader, and where the client has just reached it. */
export function gossipService(): Service {
  const instance = randomUUID();
  return {
    definition: { Read: rawMethod(serviceName, 'Read') },
    implementation: {
      Read: (call: ServerUnaryCall<Buffer, Buffer>, reply: sendUnaryData<Buffer>): void => {
        const { host, port } = splitAuthority(call.getHost());
        reply(null, messageField(1,
          messageField(1, textField(2, instance)),
          varintField(2, Date.now()),
          varintField(3, leader),
          varintField(4, 1),
          messageField(5, textField(1, host), varintField(2, port))));
      },
    },
  };
}

function splitAuthority(authority: string): { host: string; port: number } {
  const colon = authority.lastIndexOf(':');
  return { host: authority.slice(0, colon), port: Number(authority.slice(colon + 1)) };
}
