import { START, type EventStoreDBClient } from '@eventstore/db-client';
import { setTimeout as pause } from 'node:timers/promises';
import type { Bench } from '../../bench.js';
import type { Running } from '../../engines.js';
import { median, percentile, perSecond } from '../../measuring.js';
import { limitRow, microseconds, milliseconds, notMeasured, rate, type Row } from '../../row.js';
import type { Stage } from '../../stage.js';
import { connect, costOf, fill, newOnes, type Cost } from './load.js';

const SERVER_LIMIT_US = 10;
const LATENCY_LIMIT_MS = 3;
/** A catch-up is bounded by its client where the client is at work nearly all of the time. */
const CLIENT_SHARE = 0.8;
const SHORT = 50;

/** Reads and subscriptions through the official client, whose own work is most of what they take. */
export const reading = async (bench: Bench, stage: Stage, node: Running): Promise<Row[]> => {
  const client = connect(stage, node);
  const events = bench.quick ? 30_000 : 100_000;
  await fill(client, events);
  for (let part = 0; part < 10; part += 1) await client.appendToStream('long-511900', newOnes(1_000));
  await client.appendToStream('short-511900', newOnes(SHORT));
  const seconds = bench.sliceSeconds;
  return [
    await readRow(bench, node, 'a stream of 10,000 events', () => counted(client.readStream('long-511900'))),
    await readRow(bench, node, `$all, ${events.toLocaleString('en-US')} events`, () => counted(client.readAll({ maxCount: events }))),
    await readRow(bench, node, `streams of ${SHORT} events, 16 readers`, async () =>
      SHORT * Math.round(seconds * await perSecond(16, seconds, () => counted(client.readStream('short-511900'))))),
    await catchUpRow(bench, client, events),
    await latencyRow(bench, client),
  ];
};

const counted = async (read: AsyncIterable<unknown>): Promise<number> => {
  let count = 0;
  for await (const _ of read) count += 1;
  return count;
};

/** What reading one event costs the node, and how many are read a second. */
const readRow = async (bench: Bench, node: Running, what: string, read: () => Promise<number>): Promise<Row> => {
  const shape = `embedded node: its processor time for an event read, ${what}`;
  await read();
  const costs: Cost[] = [];
  const rates: number[] = [];
  for (let turn = 0; turn < bench.turns; turn += 1) {
    const begun = performance.now();
    let done = 0;
    const cost = await costOf(node, async () => {
      while (performance.now() - begun < bench.sliceSeconds * 1_000) done += await read();
      return done;
    });
    rates.push(done / ((performance.now() - begun) / 1_000));
    if (cost) costs.push(cost);
  }
  if (costs.length === 0) return notMeasured(shape, `≤ ${SERVER_LIMIT_US} µs`, 'this system does not tell what a process uses');
  const client = `its client: ${microseconds(median(costs.map((cost) => cost.client)))}, ${rate(median(rates))}`;
  return limitRow(shape, median(costs.map(({ server }) => server)), client, SERVER_LIMIT_US, microseconds);
};

/** A subscription to $all from the start until it has every event, and what share of the time the client itself was at work. */
const catchUpRow = async (bench: Bench, client: EventStoreDBClient, events: number): Promise<Row> => {
  const shares: number[] = [];
  const rates: number[] = [];
  for (let turn = -1; turn < bench.turns; turn += 1) {
    const [begun, own] = [performance.now(), process.cpuUsage()];
    const subscription = client.subscribeToAll({ fromPosition: START });
    let seen = 0;
    for await (const _ of subscription) if ((seen += 1) === events) break;
    const wall = performance.now() - begun;
    const { user, system } = process.cpuUsage(own);
    await subscription.unsubscribe();
    if (turn < 0) continue;
    shares.push((user + system) / 1_000 / wall);
    rates.push(events / (wall / 1_000));
  }
  const share = median(shares);
  return {
    shape: 'embedded node: catch-up of $all, events', figure: rate(median(rates)), reference: `the client at work ${(100 * share).toFixed(0)} % of the time`,
    goal: `≥ ${100 * CLIENT_SHARE} %`, holds: share >= CLIENT_SHARE,
  };
};

/** From the call of an append to the event's arrival at a subscriber of the same client. */
const latencyRow = async (bench: Bench, client: EventStoreDBClient): Promise<Row> => {
  const subscription = client.subscribeToStream('latency-511900');
  const arrivals: number[] = [];
  subscription.on('data', () => arrivals.push(performance.now()));
  const [latencies, acknowledged]: [number[], number[]] = [[], []];
  const runs = bench.quick ? 200 : 1_000;
  for (let run = -20; run < runs; run += 1) {
    const begun = performance.now();
    await client.appendToStream('latency-511900', newOnes(1));
    const answered = performance.now() - begun;
    while (arrivals.length === 0) await pause(0);
    const arrived = arrivals.splice(0)[0] as number;
    if (run < 0) continue;
    acknowledged.push(answered);
    latencies.push(arrived - begun);
  }
  await subscription.unsubscribe();
  const reference = `p99 ${milliseconds(percentile(latencies, 0.99))}; acknowledged after ${milliseconds(median(acknowledged))}`;
  return limitRow('embedded node: from an append to its subscriber, p50', median(latencies), reference, LATENCY_LIMIT_MS);
};
