import type { Command } from '@zeren/kernel';
import type { RegisterEvent } from '../organisation.events.js';
import { refuse } from '../refusals.js';
import type { Register } from '../register-state.js';
import type { RegisterFacts } from '../register-units.js';
import type { RegisterImportBegun, RegisterImported } from './onboarding.events.js';
import type { ImportTables } from './import-draft.js';
import { planImport } from './import-plan.js';

/**
 * Enters a whole file: all of it or nothing. What does not fit one append is entered in parts, each sent with the same
 * command, until the register is no longer importing; the file's content again changes nothing.
 */
export type ImportRegister = Command<'ImportRegister', {
  /** Follows from the content of the file. */
  readonly importId: string;
  readonly tables: ImportTables;
  readonly facts: RegisterFacts;
  /** UTC: until when others keep away where the file needs more than one append. */
  readonly lapsesAt: string;
}>;

/** Bytes of events in one append; the store takes 1 MiB with their metadata. */
const APPEND_BYTES = 600_000;
/** What an event's metadata comes to, about. */
const METADATA_BYTES = 900;

/** Bytes of the event as UTF-8: a Chinese sign has three. */
const bytesOf = ({ data }: RegisterEvent): number => {
  const text = JSON.stringify(data);
  let wide = 0;
  for (let at = 0; at < text.length; at += 1) if (text.charCodeAt(at) > 0x7f) wide += 1;
  return METADATA_BYTES + text.length + 2 * wide;
};

/** As many of the first events as one append takes; at least one. */
const firstOf = (events: readonly RegisterEvent[]): readonly RegisterEvent[] => {
  let bytes = 0;
  const end = events.findIndex((event, index) => {
    bytes += bytesOf(event);
    return index > 0 && bytes > APPEND_BYTES;
  });
  return end < 0 ? events : events.slice(0, end);
};

export const importRegister = (
  register: Register, { importId, tables, facts, lapsesAt }: ImportRegister['data'],
): readonly RegisterEvent[] => {
  const { events, faults: [fault] } = planImport(register, tables, facts);
  if (fault) refuse(fault.code, `${fault.place.sheet}[${fault.place.row}].${fault.column}`, fault.details);
  const isUnderWay = register.importing?.importId === importId;
  if (events.length === 0 && !isUnderWay) return [];
  const part = firstOf(events);
  if (part.length < events.length) {
    const begun: RegisterImportBegun = { type: 'RegisterImportBegun', data: { importId, lapsesAt } };
    return isUnderWay ? part : [begun, ...part];
  }
  const rows = { units: tables.units.length, posts: tables.posts.length, populations: tables.populations.length };
  const imported: RegisterImported = { type: 'RegisterImported', data: { importId, rows } };
  return [...part, imported];
};
