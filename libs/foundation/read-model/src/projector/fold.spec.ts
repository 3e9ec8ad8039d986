import { rowKeyText, type RecordedEvent, type ViewRow } from '@zeren/kernel';
import { recorded } from '@zeren/kernel/testing';
import fc from 'fast-check';
import { moneyAdded, purseOpened, purses, type NewPurseEvent } from '../testing/purse.js';
import { foldPage, planPage, type Version } from './fold.js';
import type { PageEvent } from './page-event.js';

const pageEvent = (event: RecordedEvent, decoded = (): RecordedEvent => event): PageEvent => ({
  raw: { ...event, data: Buffer.from(JSON.stringify(event.data)), metadata: Buffer.from(JSON.stringify(event.metadata)) }, decoded,
});

const at = (position: number, stream: string, event: NewPurseEvent): PageEvent =>
  pageEvent(recorded(event, { stream: `purse-511900_${stream}`, position: BigInt(position), metadata: { sharedWith: event.sharedWith ?? [] } }));

/** What the database would give back. */
const stored = (row: ViewRow): ViewRow => JSON.parse(JSON.stringify(row)) as ViewRow;

/** Folds pages one after the other, keeping rows and parked streams between them as the runner does. */
const foldPages = (pages: readonly (readonly PageEvent[])[]) => {
  const rows = new Map<string, ViewRow>();
  const versions: [string, Version][] = [];
  const parked: string[] = [];
  const streams = new Set<string>();
  for (const page of pages) {
    const plan = planPage(purses, page, streams);
    const outcome = foldPage(purses, plan, rows);
    for (const change of outcome.changes) {
      const row = change.versions.at(-1)?.row;
      if (row) rows.set(rowKeyText(change.key), stored(row));
      else rows.delete(rowKeyText(change.key));
      versions.push(...change.versions.map((version): [string, Version] => [rowKeyText(change.key), version]));
    }
    for (const { event } of outcome.parked) {
      streams.add(event.raw.stream);
      parked.push(`${event.raw.position}`);
    }
  }
  const ordered = versions.sort(([a, v], [b, w]) => (v.position === w.position ? (a < b ? -1 : 1) : v.position < w.position ? -1 : 1));
  return { rows, versions: ordered, parked };
};

const anyEvent: fc.Arbitrary<NewPurseEvent> = fc.oneof(
  fc.constant(purseOpened('office')),
  fc.integer({ min: 0, max: 5 }).map((amount) => moneyAdded(String(amount))),
  fc.constant(moneyAdded('spoilt')),
  fc.constant<NewPurseEvent>({ type: 'PurseClosed', data: {} }),
  fc.dictionary(fc.constantFrom('b', 'a', 'c'), fc.option(fc.integer(), { nil: undefined })).map((marks): NewPurseEvent => ({ type: 'PurseMarked', data: { marks } })),
).chain((event) => fc.subarray(['511902', '511903']).map((sharedWith) => ({ ...event, sharedWith })));

describe('folding a page', () => {
  it('comes to the same rows, versions and parked events however the events are cut into pages', () => {
    const history = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), anyEvent, fc.boolean()), { minLength: 1, maxLength: 40 });
    fc.assert(fc.property(history, (entries) => {
      const events = entries.map(([stream, event], index) => at(index, stream, event));
      const pages: PageEvent[][] = [[]];
      entries.forEach(([, , cut], index) => {
        if (cut) pages.push([]);
        pages.at(-1)?.push(events[index] as PageEvent);
      });
      const whole = foldPages([events]);
      const cut = foldPages(pages);
      expect(cut.rows).toEqual(whole.rows);
      expect(cut.versions).toEqual(whole.versions);
      expect(cut.parked).toEqual(whole.parked);
    }));
  });

  it('counts an event for all of its rows or for none', () => {
    const failing = { ...purses, projection: { ...purses.projection, evolve: (row: ViewRow | undefined, event: RecordedEvent, key: ViewRow) => {
      if (key.readerTenantId === '511902') throw new Error('not for this reader');
      return purses.projection.evolve(row, event, key);
    } } };
    const events = [at(1, 'a', { ...purseOpened('office'), sharedWith: ['511902'] }), at(2, 'b', purseOpened('office'))];
    const { changes, parked } = foldPage(failing, planPage(failing, events, new Set()), new Map());
    expect(changes.map(({ key }) => key.id)).toEqual(['b']);
    expect(parked.map(({ event, reason }) => [event.raw.position, reason])).toEqual([[1n, 'Error: not for this reader']]);
  });

  it('parks an event that cannot be decoded, and what follows in its stream', () => {
    const unreadable = pageEvent(recorded(purseOpened('office'), { stream: 'purse-511900_a', position: 1n }), () => { throw new SyntaxError('not JSON'); });
    const plan = planPage(purses, [unreadable, at(2, 'a', moneyAdded('1')), at(3, 'b', moneyAdded('1'))], new Set());
    expect(plan.parked.map(({ event, reason }) => [event.raw.position, reason])).toEqual([
      [1n, 'SyntaxError: not JSON'], [2n, 'an earlier event of its stream is parked'],
    ]);
    expect(plan.keys.map(({ id }) => id)).toEqual(['b']);
  });

  it('refuses a row that is not the one asked for', () => {
    const straying = { ...purses, projection: { ...purses.projection, evolve: (_: unknown, __: unknown, key: ViewRow) => ({ ...key, readerTenantId: '370404' }) } };
    const { changes, parked } = foldPage(straying, planPage(straying, [at(1, 'a', purseOpened('office'))], new Set()), new Map());
    expect(changes).toEqual([]);
    expect(parked[0]?.reason).toBe('Error: A row of purse_v1 left its key: readerTenantId is 370404');
  });
});
