import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/**
 * The connections of a server on which no request has come yet. Browsers and `fetch` open such in advance, and
 * Node's own closing of idle connections passes them over: each would hold up a stop until its client gives it up
 * (measured: 4 s after a few event feeds; without end for a client that keeps it).
 */
export class UnaskedConnections {
  private readonly connections = new Set<Socket>();
  private stopping = false;

  constructor(server: Server) {
    server.on('connection', (socket) => this.opened(socket));
    server.on('request', ({ socket }) => this.connections.delete(socket));
  }

  /** Closes them, and from now on each new one at once. */
  closeAll(): void {
    this.stopping = true;
    for (const socket of this.connections) socket.destroy();
  }

  private opened(socket: Socket): void {
    if (this.stopping) {
      socket.destroy();
      return;
    }
    this.connections.add(socket);
    socket.once('close', () => this.connections.delete(socket));
  }
}
