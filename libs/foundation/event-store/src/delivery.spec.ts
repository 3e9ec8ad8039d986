import shared from '@eventstore/db-client/generated/shared_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import { Readable } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import { Delivery } from './delivery.js';

const PAGE = 10;

const eventAt = (revision: number): streams.ReadResp => {
  const event = new streams.ReadResp.ReadEvent.RecordedEvent()
    .setId(new shared.UUID().setString(`id-${revision}`))
    .setStreamIdentifier(new shared.StreamIdentifier().setStreamName(Buffer.from('sample-1_1')))
    .setStreamRevision(`${revision}`)
    .setCommitPosition(`${revision}`);
  return new streams.ReadResp().setEvent(new streams.ReadResp.ReadEvent().setEvent(event));
};
const caughtUp = new streams.ReadResp().setCaughtUp(new streams.ReadResp.CaughtUp());

/** Answers as the store sends them; notes how many were taken. */
const sending = (answers: Iterable<streams.ReadResp>) => {
  let taken = 0;
  const counted = function* () {
    for (const answer of answers) {
      taken += 1;
      yield answer;
    }
  };
  const source = Object.assign(Readable.from(counted(), { highWaterMark: 1 }), { cancel: () => undefined });
  return { source, taken: () => taken };
};
const endless = function* () {
  for (let revision = 0; ; revision += 1) yield eventAt(revision);
};
const neverStopping = () => new AbortController().signal;

describe('a delivery', () => {
  it('takes no more than a page ahead while a page is being dealt with', async () => {
    const { source, taken } = sending(endless());
    const delivery = new Delivery(source, PAGE, neverStopping());
    expect((await delivery.next())?.events).toHaveLength(PAGE);
    await delay(20);
    const whileDealtWith = taken();
    expect(whileDealtWith).toBeLessThanOrEqual(3 * PAGE + 2);
    await delay(20);
    expect(taken()).toBe(whileDealtWith);
    source.destroy();
  });

  it('says that it has caught up with the page that holds the last old event', async () => {
    const { source } = sending([...Array(13).keys()].map(eventAt).concat(caughtUp));
    const delivery = new Delivery(source, PAGE, neverStopping());
    const pages = [await delivery.next(), await delivery.next(), await delivery.next()];
    expect(pages.map((page) => page && [page.events.length, page.caughtUp])).toEqual([[10, false], [3, true], undefined]);
  });

  it('gives what came before it ended, and why it ended', async () => {
    const { source } = sending(endless());
    const delivery = new Delivery(source, PAGE, neverStopping());
    await delay(10);
    source.destroy(new Error('broken'));
    const revisions: number[] = [];
    for (let page = await delivery.next(); page; page = await delivery.next()) {
      revisions.push(...page.events.map(({ revision }) => revision));
    }
    expect(revisions.length).toBeGreaterThan(PAGE);
    expect(revisions).toEqual([...Array(revisions.length).keys()]);
    expect(delivery.error).toEqual(new Error('broken'));
  });

  it('gives nothing once it is to stop', async () => {
    const stopping = new AbortController();
    const { source } = sending(endless());
    const delivery = new Delivery(source, PAGE, stopping.signal);
    stopping.abort();
    expect(await delivery.next()).toBeUndefined();
    source.destroy();
  });
});
