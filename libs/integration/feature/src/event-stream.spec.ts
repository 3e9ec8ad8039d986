import { createServer, request, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import type { TenantLogEntry } from '@zeren/read-model';
import { follow } from './event-stream.js';

const metadata = Buffer.from(JSON.stringify({ tenantId: '511900', schemaVersion: 1 }));

const entry = (index: number, data: Buffer): TenantLogEntry => ({
  index, position: String(index), eventId: `e${index}`, type: 'TaskAccepted', stream: 'task-511900_a', revision: index, recordedAt: '2013-03-01T02:00:00.000Z', data, metadata,
});

/** A log of so many entries, that says how far it was read. */
const logOf = (size: number, data: Buffer) => {
  const log = {
    readTo: 0,
    page: async (_tenantId: string, after: number, limit: number) => {
      const entries = Array.from({ length: Math.min(limit, size - after) }, (_, offset) => entry(after + offset + 1, data));
      log.readTo = Math.max(log.readTo, entries.at(-1)?.index ?? 0);
      return entries;
    },
    waitForNews: (_tenantId: string, _after: number, timeoutMs: number) => pause(timeoutMs, false, { ref: false }),
  };
  return log;
};

describe('following a log', () => {
  let server: Server;
  let ending: AbortController;
  let followed: Promise<void>;

  const serve = async (log: ReturnType<typeof logOf>, heartbeat = 60_000): Promise<IncomingMessage> => {
    ending = new AbortController();
    server = createServer((_, response) => {
      followed = follow(response, { log, tenantId: '511900', after: 0, wants: () => true, heartbeat, signal: ending.signal }).then(() => void response.end());
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return new Promise((answered) => request({ port: (server.address() as AddressInfo).port }, answered).end());
  };

  const untilStill = async (value: () => number): Promise<number> => {
    let last = -1;
    while (last !== value()) {
      last = value();
      await pause(300);
    }
    return last;
  };

  afterEach(async () => {
    ending.abort();
    await followed;
    server.closeAllConnections();
    await new Promise((closed) => server.close(closed));
  });

  it('reads no further ahead than the reader takes: a slow one costs no memory', async () => {
    const log = logOf(20_000, Buffer.from(JSON.stringify({ text: 'x'.repeat(20_000) })));
    const answer = await serve(log);
    answer.pause();
    const held = await untilStill(() => log.readTo);
    expect(held).toBeLessThan(5_000);
    answer.resume();
    await pause(500);
    expect(log.readTo).toBeGreaterThan(held);
    answer.destroy();
  });

  it('says something when there is nothing to say', async () => {
    const answer = await serve(logOf(0, Buffer.from('{}')), 20);
    let text = '';
    for await (const chunk of answer) {
      text += String(chunk);
      if (text.split(': heartbeat\n\n').length > 2) break;
    }
    expect(text).toBe('retry: 2000\n\n: heartbeat\n\n: heartbeat\n\n');
  });

  it('ends at once when told to, also in the middle of silence', async () => {
    const answer = await serve(logOf(0, Buffer.from('{}')));
    answer.resume();
    await pause(50);
    const ended = new Promise((end) => answer.once('end', end));
    ending.abort();
    await ended;
    expect(answer.complete).toBe(true);
  });

  it('keeps data on one line, whatever white space its writer put between tokens', async () => {
    const answer = await serve(logOf(1, Buffer.from('{\r\n  "a": 1\n}')), 20);
    let text = '';
    for await (const chunk of answer) {
      text += String(chunk);
      if (text.includes('heartbeat')) break;
    }
    const data = /data: (.*)\n/.exec(text)?.[1] ?? '';
    expect((JSON.parse(data) as { data: unknown }).data).toEqual({ a: 1 });
  });
});
