import type { MethodDefinition } from '@grpc/grpc-js';

const asIs = (message: Buffer): Buffer => message;

/** A gRPC method whose messages stay bytes: the calls read and write them themselves, streams in packets. */
export function rawMethod(
  service: string, method: string, streams: { requestStream?: boolean; responseStream?: boolean } = {},
): MethodDefinition<Buffer, Buffer> {
  return {
    path: `/${service}/${method}`,
    requestStream: streams.requestStream ?? false,
    responseStream: streams.responseStream ?? false,
    requestSerialize: asIs, requestDeserialize: asIs, responseSerialize: asIs, responseDeserialize: asIs,
  };
}
