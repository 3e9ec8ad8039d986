import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { buildNode, startChild } from './child-node.js';
import { jsonEvent, type ClientUnderTest } from './client-under-test.js';
import { temporaryFolder } from './node-under-test.js';
import { systemCalls, tracing, type SystemCall } from './system-calls.js';

const isWrite = ({ name }: SystemCall): boolean => /^p?writev?(64|2)?$/.test(name);
const isOf = (file: string) => ({ text }: SystemCall): boolean => text.slice(0, text.indexOf('>')).endsWith(file);
const isOfSocket = ({ text }: SystemCall): boolean => /^\d+<(socket|TCP)/.test(text);

/** A UUID as the protocol's messages have it: a field of 36 bytes of text. */
const uuid = /\x12\$([0-9a-f]{8}-[0-9a-f-]{27})/g;

/** The correlation id under which an event was sent: the id that came before its own. */
function correlationOf(id: string, received: readonly string[]): string {
  const before = received[received.indexOf(id) - 1];
  if (before === undefined) throw new Error(`Event ${id} was not seen to arrive.`);
  return before;
}

/**
 * Where in the trace an append was on the disk and where its answer left: its event was written to the data file,
 * then the file was synced, then the page that makes the commit count was written to a file opened for synchronous writes.
 */
function stepsOf(id: string, calls: readonly SystemCall[], received: readonly string[]) {
  const ofData = calls.filter((call) => isOf('data.mdb')(call));
  const synchronous = calls.filter(({ name, text }) => name === 'openat' && /data\.mdb".*O_D?SYNC/s.test(text)).map(({ text }) => / = (\d+)</.exec(text)?.[1]);
  const after = (place: number | undefined, wanted: (call: SystemCall) => boolean): SystemCall | undefined =>
    ofData.find((call) => place !== undefined && call.begin > place && wanted(call));
  const written = ofData.find((call) => isWrite(call) && call.text.includes(id));
  const synced = after(written?.end, ({ name, text }) => /^f(data)?sync$/.test(name) && text.endsWith('= 0'));
  const committed = after(synced?.end, (call) => isWrite(call) && synchronous.includes(/^\d+/.exec(call.text)?.[0]));
  const correlation = correlationOf(id, received);
  const answered = calls.find((call) => isWrite(call) && isOfSocket(call) && call.text.includes(correlation));
  return { written: written?.end, synced: synced?.end, committed: committed?.end, answered: answered?.begin };
}

/** The trace of system calls shows what a kill cannot: that the sync of the disk comes before each acknowledgement. */
export function syncSuite(client: ClientUnderTest): void {
  describe(`${client.name}: an append is answered after the data file was synced`, () => {
    const dir = temporaryFolder();
    const append = async (port: number): Promise<string[]> => {
      const store = client.connect(`esdb://127.0.0.1:${port}?tls=false`);
      const ids: string[] = [];
      const one = async (): Promise<void> => {
        const event = jsonEvent('a');
        ids.push(event.id);
        await store.append(`synced-${ids.length % 7}`, [event]);
      };
      for (let n = 0; n < 20; n++) await one();
      for (let n = 0; n < 3; n++) await Promise.all(Array.from({ length: 32 }, one));
      await store.dispose();
      return ids;
    };

    if (spawnSync(...commandOf(join(dir, 'probe'))).status === 0) {
      it('as the trace of its system calls shows for each of many, one at a time and 32 at once', async () => {
        const trace = join(dir, 'trace');
        const child = await startChild(await buildNode(dir), join(dir, 'data'), { wrapper: tracing(trace) });
        const ids = await append(child.port);
        await child.stop();
        const calls = systemCalls(trace);
        const received = [...calls.filter((call) => call.name === 'read' && isOfSocket(call)).map(({ text }) => text).join('').matchAll(uuid)].map(([, id = '']) => id);
        for (const id of ids) {
          const { written, synced, committed, answered } = stepsOf(id, calls, received);
          const steps = [written, synced, committed, answered];
          expect(steps).toEqual([expect.any(Number), expect.any(Number), expect.any(Number), expect.any(Number)]);
          expect(steps).toEqual([...steps].sort((a, b) => (a ?? 0) - (b ?? 0)));
        }
      });
    } else {
      it('cannot be traced here, for want of strace or of leave to use it: all that shows is that commits are made through a file opened for synchronous writes', async () => {
        const child = await startChild(await buildNode(dir), join(dir, 'data'));
        await append(child.port);
        const open = readdirSync(`/proc/${child.pid}/fd`).filter((fd) => readlinkSync(`/proc/${child.pid}/fd/${fd}`).endsWith('data.mdb'));
        const flags = open.map((fd) => parseInt(/flags:\s*([0-7]+)/.exec(readFileSync(`/proc/${child.pid}/fdinfo/${fd}`, 'utf8'))?.[1] ?? '0', 8));
        await child.stop();
        expect(flags.some((flag) => (flag & 0o10000) !== 0)).toBe(true);
      });
    }
  });
}

function commandOf(file: string): [string, string[]] {
  const [program, ...words] = tracing(file);
  return [program, [...words, 'true']];
}
