import type { ServiceDefinition, UntypedServiceImplementation } from '@grpc/grpc-js';

/** A gRPC service of the node. */
export type Service = {
  definition: ServiceDefinition;
  implementation: UntypedServiceImplementation;
  /** Begins its work in the background: called once the node listens. */
  start?(): void;
  /** Ends its work in the background: called when its calls have ended and writes are still taken. */
  close?(): Promise<void>;
};
