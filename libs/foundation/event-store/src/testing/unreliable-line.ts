import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

/** A line to the store that can be cut, to see what happens when a connection breaks. */
export class UnreliableLine {
  private readonly sockets = new Set<Socket>();
  private accepts = true;

  private constructor(
    private readonly server: Server,
    /** The connection string that goes through this line. */
    readonly url: string,
  ) {}

  /** A line to the one host the connection string names. */
  static async to(url: string): Promise<UnreliableLine> {
    const [, before, host, port, after] = /^(esdb:\/\/(?:[^@/]*@)?)([^:/?,]+):(\d+)(.*)$/.exec(url) ?? [];
    if (before === undefined || host === undefined || port === undefined) throw new Error(`Not one host: ${url}`);
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const line = new UnreliableLine(server, `${before}127.0.0.1:${(server.address() as AddressInfo).port}${after ?? ''}`);
    server.on('connection', (socket) => line.carry(socket, connect(Number(port), host)));
    return line;
  }

  /** Breaks every connection; new ones fail until {@link mend}. */
  cut(): void {
    this.accepts = false;
    for (const socket of this.sockets) socket.destroy();
  }

  mend(): void {
    this.accepts = true;
  }

  /** Carries nothing any more on the present connections, which yet seem to stand. */
  stall(): void {
    for (const socket of this.sockets) socket.unpipe();
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }

  private carry(near: Socket, far: Socket): void {
    for (const [socket, other] of [[near, far], [far, near]] as const) {
      this.sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        this.sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
    if (!this.accepts) near.destroy();
  }
}
