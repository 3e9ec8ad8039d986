import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LayoutThread, type Definition } from './layout-thread.js';

const rows = (count: number): Definition => ({
  definition: { defaultStyle: { font: 'Noto' }, content: [{ table: { body: Array.from({ length: count }, (_, index) => [String(index), '责任可追究、任务可量化']) } }] },
  footing: 'footing',
});

describe('documents laid out in a thread of their own', () => {
  let folder: string;
  let thread: LayoutThread;
  const program = (text: string): string => {
    const file = join(folder, 'layout.mjs');
    writeFileSync(file, `import { parentPort } from 'node:worker_threads';\n${text}`);
    return file;
  };
  beforeAll(() => { folder = mkdtempSync(join(tmpdir(), 'zeren-layout-')); });
  afterEach(() => thread?.end());
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('come out whole where two are asked for at once, and the service goes on meanwhile', async () => {
    thread = new LayoutThread();
    let [longest, last] = [0, performance.now()];
    const ticking = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const start = performance.now();
    const documents = await Promise.all([thread.layOut(rows(600)), thread.layOut(rows(600))]);
    const took = performance.now() - start;
    clearInterval(ticking);
    expect(documents.map((document) => document.subarray(0, 5).toString())).toEqual(['%PDF-', '%PDF-']);
    expect(longest).toBeLessThan(took / 4);
  }, 60_000);

  it('are told where one cannot be laid out, and the next one is', async () => {
    thread = new LayoutThread();
    const unfit = { definition: { defaultStyle: { font: 'Nowhere' }, content: ['x'] }, footing: '' };
    await expect(thread.layOut(unfit)).rejects.toThrow(/could not be laid out.*Nowhere/s);
    expect((await thread.layOut(rows(1))).length).toBeGreaterThan(1_000);
  }, 60_000);

  it('are told where the thread dies or hangs, and another is started for the next', async () => {
    thread = new LayoutThread(program('parentPort.once("message", () => process.exit(3));'));
    const both = [thread.layOut(rows(1)), thread.layOut(rows(1))];
    for (const one of await Promise.allSettled(both)) expect(one).toMatchObject({ status: 'rejected', reason: { status: 503, code: 'printing-interrupted' } });
    await expect(thread.layOut(rows(1))).rejects.toMatchObject({ code: 'printing-interrupted' });
    thread = new LayoutThread(program('parentPort.on("message", () => { for (;;); });'), 200);
    await expect(thread.layOut(rows(1))).rejects.toMatchObject({ code: 'printing-interrupted' });
  }, 30_000);

  it('are refused where too many wait', async () => {
    thread = new LayoutThread(program('parentPort.on("message", () => {});'), 5_000);
    const waiting = Array.from({ length: 20 }, () => thread.layOut(rows(1)));
    const ended = Promise.allSettled(waiting);
    await expect(thread.layOut(rows(1))).rejects.toMatchObject({ status: 503, code: 'printing-busy', retryAfter: 5 });
    await thread.end();
    await ended;
  }, 30_000);
});
