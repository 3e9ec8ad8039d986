import type { NewEvent, EventStore } from '@zeren/event-store';
import type { Event, Projection, ViewRow } from '@zeren/kernel';
import { viewTable } from '@zeren/read-model';
import { inFlight, newEvents } from './city.js';

/** A plain view for measuring projections: what was reported for each subject. */
export type Reported = Event<'BenchReported', { readonly subject: number; readonly value: number; readonly note: string }>;

export type TallyRow = ViewRow & { readonly reports: number; readonly total: number; readonly note: string };

export const TENANT = '511900';
const SUBJECTS = 20_000;
/** Makes an event about 413 bytes of data and metadata, as the references were measured with. */
const note = 'the figures agree with the records of the station';

export const tally: Projection<TallyRow, Reported> = {
  name: 'bench_tally',
  version: 1,
  handles: ['BenchReported'],
  keys: ({ data }) => [{ readerTenantId: TENANT, ownerTenantId: TENANT, id: `s${data.subject}` }],
  evolve: (row, { data }, key) => ({ ...key, reports: (row?.reports ?? 0) + 1, total: (row?.total ?? 0) + data.value, note: data.note }),
};

export const tallies = viewTable({
  projection: tally,
  columns: { readerTenantId: 'text', ownerTenantId: 'text', id: 'text', reports: 'integer', total: 'integer', note: 'text' },
});

export const reports = (from: number, count: number): NewEvent[] =>
  newEvents(TENANT, Array.from({ length: count }, (_, at): Reported => ({
    type: 'BenchReported', data: { subject: ((from + at) * 7_919) % SUBJECTS, value: (from + at) % 10, note },
  })));

const BATCH = 500;
let streams = 0;

/** Appends so many reports in batches, each to a stream of its own. Gives the last position. */
export const appendReports = async (store: EventStore, count: number, atOnce = 8): Promise<bigint> => {
  let last = 0n;
  const batches = Array.from({ length: Math.ceil(count / BATCH) }, (_, at) => at * BATCH);
  await inFlight(batches, async (from) => {
    const events = reports(from, Math.min(BATCH, count - from));
    const { position } = await store.append(`bench-${TENANT}_${process.pid}-${(streams += 1)}`, events, 'no-stream');
    if (position > last) last = position;
  }, atOnce);
  return last;
};
