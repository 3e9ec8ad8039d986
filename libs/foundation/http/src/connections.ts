import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

/**
 * The connections of a server and how many requests are being answered on each, so that a stop waits for answers and
 * for nothing else. Node's own closing of idle connections passes over two kinds: those on which no request ever came
 * (browsers and `fetch` open such in advance; measured: 4 s after a few event feeds), and those whose last answer
 * ends after the stop began, which then stay open for further requests (measured: the whole patience of a stop).
 */
export class Connections {
  private readonly answering = new Map<Socket, number>();
  private stopping = false;

  constructor(server: Server) {
    server.on('connection', (socket) => this.opened(socket));
    server.on('request', (request, response) => this.asked(request, response));
  }

  /** Closes every connection as soon as nothing is being answered on it. */
  closeAll(): void {
    this.stopping = true;
    for (const socket of this.answering.keys()) this.closeUnused(socket);
  }

  private opened(socket: Socket): void {
    this.answering.set(socket, 0);
    socket.once('close', () => this.answering.delete(socket));
    this.closeUnused(socket);
  }

  private asked({ socket }: IncomingMessage, response: ServerResponse): void {
    this.count(socket, 1);
    response.once('close', () => {
      this.count(socket, -1);
      this.closeUnused(socket);
    });
  }

  private count(socket: Socket, more: 1 | -1): void {
    const count = this.answering.get(socket);
    if (count !== undefined) this.answering.set(socket, count + more);
  }

  private closeUnused(socket: Socket): void {
    if (this.stopping && this.answering.get(socket) === 0) socket.destroySoon();
  }
}
