import type { Server, ServerCredentials } from '@grpc/grpc-js';
import { createServer, type AddressInfo, type Server as SocketServer } from 'node:net';
import { EventStoreNodeError } from './errors.js';
import type { NodeLog } from './operation/log.js';

/** Takes connections until it is closed. Those that were taken stay. */
export type Listener = { port: number; close(): void };

export type Address = { host: string; port: number };

/** Takes connections for the gRPC server. Throws an EventStoreNodeError. */
export async function listenForCalls(server: Server, address: Address, credentials: ServerCredentials, log: NodeLog): Promise<Listener> {
  const calls = server.createConnectionInjector(credentials);
  const sockets = createServer({ noDelay: true }, (socket) => {
    const client = `${socket.remoteAddress ?? ''}:${socket.remotePort ?? ''}`;
    log.debug({ client }, 'A client has connected');
    socket.once('close', () => { log.debug({ client }, 'A client has left'); });
    calls.injectConnection(socket);
  });
  const port = await listen(sockets, address);
  return { port, close: () => { sockets.close(); } };
}

/** Resolves to the port once the server listens. Throws an EventStoreNodeError that says what is in the way. */
export function listen(server: SocketServer, { host, port }: Address): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      reject(error.code === 'EADDRINUSE'
        ? new EventStoreNodeError('port-in-use', `Port ${port} on ${host} is in use.`, { cause: error })
        : new EventStoreNodeError('cannot-listen', `Cannot listen on ${host}:${port}: ${error.message}.`, { cause: error }));
    });
    server.listen(port, host, () => { resolve((server.address() as AddressInfo).port); });
  });
}
