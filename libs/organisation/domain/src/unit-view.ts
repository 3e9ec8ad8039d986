import { readersOf, type LocalisedText, type Projection, type RecordedEvent, type RowKey, type ViewRow } from '@zeren/kernel';
import { dayBefore } from './calendar-date.js';
import type {
  CalendarDate, UnitChanged, UnitDissolved, UnitKind, UnitsRegistered, UnitVersion,
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

type UnitEvent = UnitsRegistered | UnitChanged | UnitDissolved;

export const unitVersionId = (unitId: string, validFrom: CalendarDate): string => `${unitId}@${validFrom}`;

const touched = ({ type, data }: UnitEvent): readonly string[] => {
  switch (type) {
    case 'UnitsRegistered':
      return data.units.map(({ unitId, validFrom }) => unitVersionId(unitId, validFrom));
    case 'UnitChanged':
      return [data.previousValidFrom, data.unit.validFrom].map((from) => unitVersionId(data.unit.unitId, from));
    case 'UnitDissolved':
      return [unitVersionId(data.unitId, data.previousValidFrom)];
  }
};

/** One row key for each reader of the event and each id. */
export const keysFor = (event: RecordedEvent, ids: readonly string[]): readonly RowKey[] =>
  readersOf(event).flatMap((readerTenantId) =>
    ids.map((id) => ({ readerTenantId, ownerTenantId: event.metadata.tenantId, id })));

const begun = (key: RowKey, { unitId, code, name, kind, level, parentUnitId, validFrom }: UnitVersion): UnitRow =>
  ({ ...key, unitId, code, name, kind, level, parentUnitId, validFrom, validUntil: null });

/** A reader that did not see a version begin does not see it end. */
const ended = (row: UnitRow | undefined, validUntil: CalendarDate): UnitRow | undefined => row && { ...row, validUntil };

/** The units a tenant may see, with all their versions. */
export const unitProjection: Projection<UnitRow, UnitEvent> = {
  name: 'unit',
  version: 1,
  handles: ['UnitsRegistered', 'UnitChanged', 'UnitDissolved'],
  keys: (event) => keysFor(event, touched(event)),
  evolve: (row, event, key) => {
    switch (event.type) {
      case 'UnitsRegistered': {
        const unit = unitOfKey(event, key);
        return unit && begun(key, unit);
      }
      case 'UnitChanged': {
        const { unit } = event.data;
        return key.id === unitVersionId(unit.unitId, unit.validFrom) ? begun(key, unit) : ended(row, dayBefore(unit.validFrom));
      }
      case 'UnitDissolved':
        return ended(row, event.data.validUntil);
    }
  },
};

const unitsById = new WeakMap<UnitsRegistered['data'], ReadonlyMap<string, UnitVersion>>();

/** An event of 500 units is asked once for each of its rows: the index is made once. */
const unitOfKey = ({ data }: UnitsRegistered, { id }: RowKey): UnitVersion | undefined => {
  const known = unitsById.get(data) ?? new Map(data.units.map((unit) => [unitVersionId(unit.unitId, unit.validFrom), unit]));
  unitsById.set(data, known);
  return known.get(id);
};
