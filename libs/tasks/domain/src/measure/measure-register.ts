import type { Projection, RecordedEvent, RowKey } from '@zeren/kernel';
import type { MeasureDefined, MeasureEvent, MeasureRevised } from './measure.events.js';
import { measureDecider, type Measure } from './measure.js';
import { rowForEachReader } from '../reader-rows.js';

/** A measure as its city and the tenants that report it see it. */
export type MeasureRow = RowKey & MeasureDefined['data'] & {
  readonly definedAt: string;
  readonly revisions: readonly { readonly at: string; readonly reason: string }[];
  readonly revision: number;
};

const stateOf = (row: MeasureRow): Measure => {
  const { code, name, definition, unit, direction, indicators, participantTenantIds } = row;
  return { status: 'defined', content: { code, name, definition, unit, direction, indicators, participantTenantIds } };
};

const revised = (row: MeasureRow, event: RecordedEvent<MeasureRevised>): MeasureRow => {
  const measure = measureDecider.evolve(stateOf(row), event);
  const revisions = [...row.revisions, { at: event.metadata.occurredAt, reason: event.data.reason }];
  return measure.status === 'defined' ? { ...row, ...measure.content, revisions, revision: event.revision } : row;
};

const evolve = (row: MeasureRow | undefined, event: RecordedEvent<MeasureEvent>, key: RowKey): MeasureRow | undefined => {
  switch (event.type) {
    case 'MeasureDefined': return { ...key, ...event.data, definedAt: event.metadata.occurredAt, revisions: [], revision: event.revision };
    case 'MeasureRevised': return row && revised(row, event);
  }
};

export const measureRegister: Projection<MeasureRow, MeasureEvent> = {
  name: 'measure_register',
  version: 1,
  handles: ['MeasureDefined', 'MeasureRevised'],
  keys: rowForEachReader,
  evolve,
};
