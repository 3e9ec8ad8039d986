import { createServer, type AddressInfo } from 'node:net';
import { CannotStart } from './cannot-start.js';

const listenOnce = (port: number, host: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(port, host, () => {
      const taken = (probe.address() as AddressInfo).port;
      probe.close(() => resolve(taken));
    });
  });

/** Throws {@link CannotStart} where somebody else listens on the port. */
export const requireFreePort = async (port: number, host: string): Promise<void> => {
  try {
    await listenOnce(port, host);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      throw new CannotStart(`Port ${port} is in use: stop what uses it, or choose another with PORT=<port>`);
    }
    throw new CannotStart(`Cannot listen on ${host}:${port}: ${(error as Error).message}`);
  }
};

/** A port of this machine on which nobody listens. */
export const freePort = (): Promise<number> => listenOnce(0, '127.0.0.1');
