import type { sendUnaryData, ServerUnaryCall } from '@grpc/grpc-js';
import { rawMethod } from './raw-method.js';
import type { Service } from './service.js';
import { messageField, textField } from './wire.js';

const serviceName = 'event_store.client.server_features.ServerFeatures';

/** The version of the protocol that the clients are told. */
const serverVersion = '24.10.0';

/** What a call can do beyond its first version, by its path. */
const features: Readonly<Record<string, readonly string[]>> = {
  '/event_store.client.streams.Streams/Read': ['position', 'events'],
  '/event_store.client.streams.Streams/BatchAppend': ['deadline_duration'],
  '/event_store.client.projections.Projections/Create': ['track_emitted_streams'],
  ...Object.fromEntries(['Create', 'Update', 'Delete', 'Read', 'GetInfo', 'ReplayParked', 'List'].map((method) => [
    `/event_store.client.persistent_subscriptions.PersistentSubscriptions/${method}`, ['stream', 'all'],
  ])),
};

/** Tells clients which calls of the services they can make. It needs no credentials: clients ask before they have a say. */
export function serverFeaturesService(services: readonly Service[]): Service {
  const methods = services.flatMap(({ definition }) => Object.values(definition)).map(({ path }) => {
    const [, service = '', method = ''] = path.split('/');
    return messageField(1,
      textField(1, method.toLowerCase()), textField(2, service.toLowerCase()),
      ...(features[path] ?? []).map((feature) => textField(3, feature)));
  });
  const answer = Buffer.concat([...methods, textField(2, serverVersion)]);
  return {
    definition: { GetSupportedMethods: rawMethod(serviceName, 'GetSupportedMethods') },
    implementation: {
      GetSupportedMethods: (_call: ServerUnaryCall<Buffer, Buffer>, reply: sendUnaryData<Buffer>): void => { reply(null, answer); },
    },
  };
}
