import { join } from 'node:path';
import type { Bench } from '../../bench.js';
import { freePort, startEventStore, type Running } from '../../engines.js';
import { perSecond } from '../../measuring.js';
import { memoryRow } from '../../process.js';
import { limitRow, milliseconds, type Row } from '../../row.js';
import type { Stage } from '../../stage.js';
import { append, connect, fill } from './load.js';

const START_LIMIT_MS = 2_000;
const SMALL = 10_000;

/** A node with a million events behind it beside one with ten thousand: how it starts, and what it holds after the same work. */
export const size = async (bench: Bench, stage: Stage): Promise<Row[]> => {
  const many = bench.quick ? 100_000 : 1_000_000;
  const small = await filled(bench, stage, SMALL);
  const large = await filled(bench, stage, many);
  await work(bench, stage, small.node);
  await work(bench, stage, large.node);
  const named = (events: number): string => `${events.toLocaleString('en-US')} events`;
  return [
    limitRow(`embedded node: start with ${named(many)}`, large.startedIn, `${named(SMALL)}: ${milliseconds(small.startedIn)}`, START_LIMIT_MS),
    memoryRow(`embedded node: memory with ${named(many)}`, named(SMALL), large.node, small.node),
  ];
};

/** A node that holds so many events and was started again, so that nothing is left of how it was filled. */
const filled = async (bench: Bench, stage: Stage, events: number): Promise<{ node: Running; startedIn: number }> => {
  const place = { dir: join(await stage.folder(), 'events'), port: await freePort() };
  const first = await startEventStore(bench, stage, place);
  await fill(connect(stage, first), events);
  await first.stop();
  const begun = performance.now();
  const node = await startEventStore(bench, stage, place);
  return { node, startedIn: performance.now() - begun };
};

/** The same work for each: what a node has compiled and gathered by then does not depend on what lies behind it. */
const work = async (bench: Bench, stage: Stage, node: Running): Promise<void> => {
  const client = connect(stage, node);
  await perSecond(64, 5 * bench.sliceSeconds, () => append(client));
  for (let read = 0; read < 20; read += 1) for await (const _ of client.readAll({ maxCount: SMALL })) continue;
};
