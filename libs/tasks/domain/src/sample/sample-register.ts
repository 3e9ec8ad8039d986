import type { Decimal, Projection, RecordedEvent, RowKey } from '@zeren/kernel';
import { rowForEachReader } from '../reader-rows.js';
import { failureRateOf, type Recheck } from './sample.js';
import type { SampleDrawn, SampleEvent } from './sample.events.js';

/** A sample as its city and the district it looks at see it. */
export type SampleRow = RowKey & SampleDrawn['data'] & {
  readonly status: 'drawn' | 'concluded';
  readonly rechecks: readonly Recheck[];
  readonly checked: number;
  readonly failed: number;
  /** Of those looked at so far, percent to two places; null before the first. */
  readonly failureRate: Decimal | null;
  readonly drawnAt: string;
  readonly revision: number;
};

/** How a district's own verification held up in one year, over all samples of it. */
export type FailureRate = {
  readonly districtTenantId: string;
  readonly year: number;
  readonly samples: number;
  readonly checked: number;
  readonly failed: number;
  /** Percent to two places; null before the first re-check. */
  readonly failureRate: Decimal | null;
};

const evolve = (row: SampleRow | undefined, event: RecordedEvent<SampleEvent>, key: RowKey): SampleRow | undefined => {
  const { revision } = event;
  switch (event.type) {
    case 'SampleDrawn':
      return { ...key, ...event.data, status: 'drawn', rechecks: [], checked: 0, failed: 0, failureRate: null, drawnAt: event.metadata.occurredAt, revision };
    case 'ResultRechecked': {
      if (!row) return undefined;
      const rechecks = [...row.rechecks, event.data];
      const failed = rechecks.filter(({ verdict }) => verdict === 'failed').length;
      return { ...row, rechecks, checked: rechecks.length, failed, failureRate: failureRateOf(failed, rechecks.length), revision };
    }
    case 'SampleConcluded': return row && { ...row, status: 'concluded', revision };
  }
};

/** What re-checks come to for each district and year, the latest year first: of results whose tasks are to be counted alone. */
export const failureRatesOf = (samples: readonly Pick<SampleRow, 'districtTenantId' | 'year' | 'results' | 'rechecks'>[], counts: (taskId: string) => boolean = () => true): readonly FailureRate[] => {
  const found = new Map<string, FailureRate>();
  for (const { districtTenantId, year, results, rechecks } of samples) {
    if (!results.some(({ taskId }) => counts(taskId))) continue;
    const verdicts = rechecks.filter(({ taskId }) => counts(taskId)).map(({ verdict }) => verdict);
    const before = found.get(`${year} ${districtTenantId}`);
    const [checked, failed] = [(before?.checked ?? 0) + verdicts.length, (before?.failed ?? 0) + verdicts.filter((verdict) => verdict === 'failed').length];
    found.set(`${year} ${districtTenantId}`, { districtTenantId, year, samples: (before?.samples ?? 0) + 1, checked, failed, failureRate: failureRateOf(failed, checked) });
  }
  return [...found.values()].sort((a, b) => b.year - a.year || (a.districtTenantId < b.districtTenantId ? -1 : 1));
};

export const sampleRegister: Projection<SampleRow, SampleEvent> = {
  name: 'sample_register',
  version: 1,
  handles: ['SampleDrawn', 'ResultRechecked', 'SampleConcluded'],
  keys: rowForEachReader,
  evolve,
};
