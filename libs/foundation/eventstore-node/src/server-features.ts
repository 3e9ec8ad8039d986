import type { sendUnaryData, ServerUnaryCall, ServiceDefinition, UntypedServiceImplementation } from '@grpc/grpc-js';
import { rawMethod } from './raw-method.js';
import { streamsDefinition, streamsServiceName } from './streams/service.js';
import { messageField, textField } from './wire.js';

const serviceName = 'event_store.client.server_features.ServerFeatures';

/** The version of the protocol that the clients are told. */
const serverVersion = '24.10.0';

const features: Readonly<Record<string, readonly string[]>> = {
  Read: ['position', 'events'],
  BatchAppend: ['deadline_duration'],
};

export const serverFeaturesDefinition = {
  GetSupportedMethods: rawMethod(serviceName, 'GetSupportedMethods'),
} satisfies ServiceDefinition;

/** Tells clients which calls they can make. It needs no credentials: clients ask before they have a say. */
export function serverFeaturesService(): UntypedServiceImplementation {
  const methods = Object.keys(streamsDefinition).map((method) => messageField(1,
    textField(1, method.toLowerCase()),
    textField(2, streamsServiceName.toLowerCase()),
    ...(features[method] ?? []).map((feature) => textField(3, feature))));
  const answer = Buffer.concat([...methods, textField(2, serverVersion)]);
  return {
    GetSupportedMethods: (_call: ServerUnaryCall<Buffer, Buffer>, reply: sendUnaryData<Buffer>): void => { reply(null, answer); },
  };
}
