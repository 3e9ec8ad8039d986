import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import { randomUUID } from 'node:crypto';
import { rawMethod } from './raw-method.js';
import type { Service } from './service.js';
import { messageField, textField, varintField } from './wire.js';

const serviceName = 'event_store.client.gossip.Gossip';
const leader = 8;

/** Answers clients that look for a cluster: this node is all of it, and its leader. */
export function gossipService(address: () => { host: string; port: number }): Service {
  const instance = randomUUID();
  return {
    definition: { Read: rawMethod(serviceName, 'Read') },
    implementation: {
      Read: (_call: ServerUnaryCall<Buffer, Buffer>, reply: sendUnaryData<Buffer>): void => {
        const { host, port } = address();
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
