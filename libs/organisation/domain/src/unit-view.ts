import { readersOf, type LocalisedText, type Projection, type RecordedEvent, type RowKey, type ViewRow } from '@zeren/kernel';
import { dayBefore } from './calendar-date.js';
import type {
  CalendarDate, RegisterDisclosed, UnitChanged, UnitDissolved, UnitKind, UnitPeriod, UnitsRegistered,
} from './organisation.events.js';

/** One version of a unit; its id is `<unitId>@<validFrom>`. */
export type UnitRow = ViewRow & {
  readonly unitId: string;
  readonly code: string | null;
  readonly name: LocalisedText;
  readonly kind: UnitKind;
  readonly level: number | null;
  readonly parentUnitId: string | null;
  readonly validFrom: CalendarDate;
  /** Last day; null while in force. */
  readonly validUntil: CalendarDate | null;
};

type UnitEvent = UnitsRegistered | UnitChanged | UnitDissolved | RegisterDisclosed;

export const unitVersionId = (unitId: string, validFrom: CalendarDate): string => `${unitId}@${validFrom}`;

/** One row key for each reader and each id. */
export const keysFor = (
  event: RecordedEvent, ids: readonly string[], readers: readonly string[] = readersOf(event),
): readonly RowKey[] =>
  readers.flatMap((readerTenantId) => ids.map((id) => ({ readerTenantId, ownerTenantId: event.metadata.tenantId, id })));

const keys = (event: RecordedEvent<UnitEvent>): readonly RowKey[] => {
  switch (event.type) {
    case 'UnitsRegistered':
      return keysFor(event, [...versionsIn(event).keys()]);
    case 'UnitChanged': {
      const { unit, previousValidFrom } = event.data;
      return keysFor(event, [previousValidFrom, unit.validFrom].map((from) => unitVersionId(unit.unitId, from)));
    }
    case 'UnitDissolved':
      return keysFor(event, [unitVersionId(event.data.unitId, event.data.previousValidFrom)]);
    case 'RegisterDisclosed':
      return keysFor(event, [...versionsIn(event).keys()], [event.data.toTenantId]);
  }
};

const versions = new WeakMap<object, ReadonlyMap<string, UnitPeriod>>();

/** The versions an event brings, by id. An event of 500 is asked once for each of its rows: the index is made once. */
const versionsIn = ({ type, data }: UnitsRegistered | RegisterDisclosed): ReadonlyMap<string, UnitPeriod> => {
  const known = versions.get(data);
  if (known) return known;
  const periods: readonly UnitPeriod[] = type === 'RegisterDisclosed' ? data.units : data.units.map((unit) => ({ ...unit, validUntil: null }));
  const index = new Map(periods.map((unit) => [unitVersionId(unit.unitId, unit.validFrom), unit]));
  versions.set(data, index);
  return index;
};

const rowOf = (key: RowKey, unit: UnitPeriod | undefined): UnitRow | undefined => {
  if (!unit) return undefined;
  const { unitId, code, name, kind, level, parentUnitId, validFrom, validUntil } = unit;
  return { ...key, unitId, code, name, kind, level, parentUnitId, validFrom, validUntil };
};

/** The units a tenant may see, with all their versions. A reader that did not see a version begin does not see it end. */
export const unitProjection: Projection<UnitRow, UnitEvent> = {
  name: 'unit',
  version: 1,
  handles: ['UnitsRegistered', 'UnitChanged', 'UnitDissolved', 'RegisterDisclosed'],
  keys,
  evolve: (row, event, key) => {
    switch (event.type) {
      case 'UnitsRegistered':
      case 'RegisterDisclosed':
        return rowOf(key, versionsIn(event).get(key.id));
      case 'UnitChanged': {
        const { unit } = event.data;
        if (key.id === unitVersionId(unit.unitId, unit.validFrom)) return rowOf(key, { ...unit, validUntil: null });
        return row && { ...row, validUntil: dayBefore(unit.validFrom) };
      }
      case 'UnitDissolved':
        return row && { ...row, validUntil: event.data.validUntil };
    }
  },
};
