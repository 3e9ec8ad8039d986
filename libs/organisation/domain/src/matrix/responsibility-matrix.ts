import type { Caller, Command, Decider } from '@zeren/kernel';
import { isCalendarDate } from '../calendar-date.js';
import type { Deadline } from '../calendar/term.js';
import { EVERY_MATTER, matterClassOn } from '../matters/matter-catalogue.js';
import type { CalendarDate } from '../organisation.events.js';
import { districtsFrom, isWithin, versionsOf, type Register } from '../register-state.js';
import type { CellReferred, MatrixCause, MatrixCell, MatrixEntry, MatrixEvent, MatrixRow, MatrixDisclosed, MatrixVersionPublished } from './matrix.events.js';
import { isArea, matrixFaults, reachesBeyond, type MatrixFacts } from './matrix-checks.js';
import { emptyMatrix, evolveMatrix, isSameCell, openReferral, type ResponsibilityMatrix } from './matrix-state.js';
import { refuseMatrix } from './matrix.refusals.js';
import { ownerOf } from './owner.js';

/** Each city keeps one matrix: stream `matrix-<city>_matrix`. */
export const MATRIX_ID = 'matrix';

/** An event is limited to 1 MiB; so many rows stay below it. */
export const MATRIX_CHANGES_AT_MOST = 2_000;

type Change = { readonly from: CalendarDate; readonly reason: string; readonly document: string | null; readonly facts: MatrixFacts };

/** The entries are the whole matrix from a day on: what stands in it but not among them ends. All of it, or nothing. */
export type PublishMatrix = Command<'PublishMatrix', Change & { readonly entries: readonly MatrixEntry[] }>;
/** Some rows begin, some end. */
export type ChangeMatrix = Command<'ChangeMatrix', Change & { readonly entries: readonly MatrixEntry[]; readonly endedRowIds: readonly string[] }>;
/** One unit answers for one cell from a day on. Rows of the very cell that say otherwise end; nearer ones below it stay. */
export type RuleCell = Command<'RuleCell', Change & MatrixCell & Pick<MatrixEntry, 'leadUnitId' | 'supportingUnitIds' | 'officerPostId'>>;
/** A cell that has no owner, or several, is put to arbitration. `day` is the day in the city's calendar. */
export type ReferCell = Command<'ReferCell', MatrixCell & {
  readonly reason: string; readonly day: CalendarDate; readonly arbitrateBy: Deadline; readonly facts: MatrixFacts;
}>;

/** Let a district that was set up later work by the matrix. Nothing where there is none yet, or where it does already. */
export type ShareMatrix = Command<'ShareMatrix', { readonly districtTenantId: string }>;

export type MatrixCommand = PublishMatrix | ChangeMatrix | RuleCell | ReferCell | ShareMatrix;

const cityOf = ({ registers }: MatrixFacts): Register | undefined => registers[0];

/** The districts there are from a day on; one with which it was shared and that the register does not know yet keeps it. */
const sharedFrom = (matrix: ResponsibilityMatrix, city: Register | undefined, day: CalendarDate): readonly string[] => {
  if (!city) return matrix.districtTenantIds;
  return [...districtsFrom(city, day), ...matrix.districtTenantIds.filter((tenantId) => versionsOf(city, tenantId).length === 0)];
};

const requireCity = ({ facts }: Change, { tenantId }: Caller): void => {
  if (cityOf(facts)?.tenant?.tenantId !== tenantId || cityOf(facts)?.tenant?.kind !== 'city') refuseMatrix('matrix-of-the-city');
};

/** A district rules on its own area, between its own units; the city on any. */
const requireRuler = ({ areaUnitId, leadUnitId, from, facts }: RuleCell['data'], { tenantId }: Caller): void => {
  const city = cityOf(facts);
  if (city?.tenant?.tenantId === tenantId) return;
  const isOwn = (unitId: string): boolean => unitId.startsWith(tenantId);
  if (!city || !isWithin(city, areaUnitId, tenantId, from) || !isOwn(leadUnitId)) refuseMatrix('matrix-of-the-city');
};

const requireSaid = ({ from, reason }: Change): void => {
  if (reason.trim() === '') refuseMatrix('matrix-reason-required', 'reason');
  if (!isCalendarDate(from)) refuseMatrix('matrix-date-wrong', 'from', { value: from });
};

const isSameEntry = (a: MatrixEntry, b: MatrixEntry): boolean =>
  isSameCell(a, b) && a.claim === b.claim && a.leadUnitId === b.leadUnitId && a.officerPostId === b.officerPostId
  && a.supportingUnitIds.length === b.supportingUnitIds.length && a.supportingUnitIds.every((unit, index) => unit === b.supportingUnitIds[index]);

type Version = {
  readonly cause: MatrixCause; readonly cell: MatrixCell | null; readonly entries: readonly MatrixEntry[]; readonly ended: readonly MatrixRow[]; readonly path: string;
};

/** The next version, once its entries are found sound beside the rows that go on. */
const nextVersion = (matrix: ResponsibilityMatrix, change: Change, { cause, cell, entries, ended, path }: Version): readonly MatrixVersionPublished[] => {
  const { from, reason, document, facts } = change;
  if (entries.length + ended.length > MATRIX_CHANGES_AT_MOST) refuseMatrix('matrix-too-large', path, { limit: MATRIX_CHANGES_AT_MOST });
  const gone = new Set(ended.map(({ rowId }) => rowId));
  const [fault] = matrixFaults(entries, matrix.rows.filter(({ rowId }) => !gone.has(rowId)), facts, from);
  if (fault) refuseMatrix(fault.code, cause === 'ruling' ? fault.field : `${path}[${fault.index}].${fault.field}`, fault.details);
  const version = matrix.version + 1;
  const added = entries.map((entry, index): MatrixRow => ({ ...entry, rowId: `${version}.${index + 1}`, validFrom: from, validUntil: null }));
  const districtTenantIds = sharedFrom(matrix, cityOf(facts), from);
  return [{ type: 'MatrixVersionPublished', data: { version, cause, from, reason, document, added, ended: [...gone], cell, districtTenantIds } }];
};

const publish = (data: PublishMatrix['data'], matrix: ResponsibilityMatrix): readonly MatrixVersionPublished[] => {
  if (data.entries.length === 0) refuseMatrix('matrix-empty', 'entries');
  const going = matrix.rows.filter((row) => reachesBeyond(row, data.from));
  const kept = new Set<MatrixRow>();
  const entries = data.entries.filter((entry) => {
    const same = going.find((row) => !kept.has(row) && row.validFrom <= data.from && row.validUntil === null && isSameEntry(row, entry));
    if (same) kept.add(same);
    return same === undefined;
  });
  const ended = going.filter((row) => !kept.has(row));
  return entries.length + ended.length === 0 ? [] : nextVersion(matrix, data, { cause: 'import', cell: null, entries, ended, path: 'entries' });
};

const change = (data: ChangeMatrix['data'], matrix: ResponsibilityMatrix): readonly MatrixVersionPublished[] => {
  const { entries, endedRowIds, from } = data;
  if (entries.length + endedRowIds.length === 0) refuseMatrix('matrix-empty', 'entries');
  const ended = endedRowIds.map((rowId, index) =>
    matrix.rows.find((row) => row.rowId === rowId && reachesBeyond(row, from)) ?? refuseMatrix('matrix-row-unknown', `endedRowIds[${index}]`, { row: rowId, from }));
  return nextVersion(matrix, data, { cause: 'change', cell: null, entries, ended, path: 'entries' });
};

const rule = (data: RuleCell['data'], matrix: ResponsibilityMatrix): readonly MatrixVersionPublished[] => {
  const { areaUnitId, matterCode, leadUnitId, supportingUnitIds, officerPostId, from } = data;
  const entry: MatrixEntry = { areaUnitId, matterCode, claim: 'block', leadUnitId, supportingUnitIds, officerPostId };
  const going = matrix.rows.filter((row) => isSameCell(row, entry) && reachesBeyond(row, from));
  const [only] = going;
  if (only && going.length === 1 && only.validFrom <= from && isSameEntry(only, entry)) return [];
  return nextVersion(matrix, data, { cause: 'ruling', cell: { areaUnitId, matterCode }, entries: [entry], ended: going, path: '' });
};

const refer = (data: ReferCell['data'], matrix: ResponsibilityMatrix): readonly CellReferred[] => {
  const { areaUnitId, matterCode, reason, day, arbitrateBy, facts } = data;
  if (reason.trim() === '') refuseMatrix('matrix-reason-required', 'reason');
  if (!isArea(facts.registers, areaUnitId, day)) refuseMatrix('matrix-area-outside', 'areaUnitId', { area: areaUnitId, day });
  if (matterCode === EVERY_MATTER || !matterCode.includes('-')) refuseMatrix('cell-matter-wide', 'matterCode', { matter: matterCode });
  if (!matterClassOn(facts.catalogue, matterCode, day)) refuseMatrix('matrix-matter-unknown', 'matterCode', { matter: matterCode, day });
  if (openReferral(matrix, data)) return [];
  const found = ownerOf(matrix, facts.registers, areaUnitId, matterCode, day);
  if (found.kind === 'owned') return refuseMatrix('cell-has-owner', 'areaUnitId', { area: areaUnitId, matter: matterCode });
  const claimantUnitIds = found.kind === 'overlap' ? [...new Set(found.rows.map(({ leadUnitId }) => leadUnitId))] : [];
  return [{ type: 'CellReferred', data: { areaUnitId, matterCode, why: found.kind, claimantUnitIds, reason, arbitrateBy } }];
};

const share = ({ districtTenantId }: ShareMatrix['data'], { version, districtTenantIds }: ResponsibilityMatrix): readonly MatrixDisclosed[] =>
  (version === 0 || districtTenantIds.includes(districtTenantId) ? [] : [{ type: 'MatrixDisclosed', data: { districtTenantId } }]);

const decide = (command: MatrixCommand, matrix: ResponsibilityMatrix, caller: Caller): readonly MatrixEvent[] => {
  if (command.type === 'ReferCell') return refer(command.data, matrix);
  if (command.type === 'ShareMatrix') return share(command.data, matrix);
  requireSaid(command.data);
  if (command.type === 'RuleCell') {
    requireRuler(command.data, caller);
    return rule(command.data, matrix);
  }
  requireCity(command.data, caller);
  return command.type === 'PublishMatrix' ? publish(command.data, matrix) : change(command.data, matrix);
};

/** A city's responsibility matrix, shared with its districts. */
export const matrixDecider: Decider<ResponsibilityMatrix, MatrixCommand, MatrixEvent> = {
  category: 'matrix',
  initialState: emptyMatrix,
  decide,
  evolve: evolveMatrix,
  sharedWith: ({ districtTenantIds }) => districtTenantIds,
};
