import { DomainError, type RefusalDetails } from '@zeren/kernel';
import type {
  CalendarDate, Holding, Post, PostFilled, PostRecord, PostsCreated, PostVacated, RegisterEvent, UnitPeriod, UnitsRegistered, UnitVersion,
} from '../organisation.events.js';
import type { OrganisationRefusal } from '../refusals.js';
import { fillPost, isNewPost } from '../register-posts.js';
import { emptyRegister, evolveRegister, postOf, type Register } from '../register-state.js';
import { disclosed, highestFirst, inParts, opening, type RegisterFacts } from '../register-units.js';
import type { Population } from './onboarding.events.js';
import { plannedUnits } from './planned-units.js';
import { populationsRecorded, requirePopulation } from './populations.js';
import type { CellFault, SheetPlace } from '../sheet/index.js';

type Placed = { readonly place: SheetPlace };

/** What a unit is from a day on; the level of an office or department, null here, is that of what it belongs to. */
export type PlacedUnit = Placed & { readonly unit: UnitVersion; readonly reason: string };
/** A post, and who holds it from when. A post may stand in several rows, one for each holder. */
export type PlacedPost = Placed & { readonly post: Post; readonly holder: Pick<Holding, 'officerId' | 'from'> | null };
export type PlacedPopulation = Placed & { readonly population: Population };

export type ImportTables = {
  readonly units: readonly PlacedUnit[];
  readonly posts: readonly PlacedPost[];
  readonly populations: readonly PlacedPopulation[];
};

/** One thing an import would change, and what was before where something was. */
export type ImportChange =
  | { readonly what: 'unit-registered'; readonly place: SheetPlace; readonly unit: UnitVersion }
  | { readonly what: 'unit-changed'; readonly place: SheetPlace; readonly unit: UnitVersion; readonly before: UnitPeriod; readonly reason: string }
  | { readonly what: 'post-created'; readonly place: SheetPlace; readonly post: Post }
  | { readonly what: 'post-filled'; readonly place: SheetPlace; readonly postId: string; readonly officerId: string; readonly from: CalendarDate }
  | { readonly what: 'population-recorded'; readonly place: SheetPlace; readonly population: Population };

export type ImportPlan = {
  /** What the register would record; of use only where there is no fault. */
  readonly events: readonly RegisterEvent[];
  readonly changes: readonly ImportChange[];
  readonly faults: readonly CellFault[];
};

/** A register that is filled in place while a plan is made, so that ten thousand rows cost no ten thousand copies. */
export type RegisterDraft = Register & {
  readonly units: Record<string, readonly UnitPeriod[]>;
  readonly posts: Record<string, PostRecord>;
};

/** Which column of a sheet a rule's field stands in. */
const columnOfField: Readonly<Record<string, string>> = {
  unitId: 'id', postId: 'id', parentUnitId: 'parent', validFrom: 'from', officerId: 'holder',
};

/** Runs a rule, and notes at its place what it refuses. */
export const noting = (
  faults: CellFault[], place: SheetPlace, rule: () => void, columns: Readonly<Record<string, string>> = columnOfField,
): void => {
  try {
    rule();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const field = error.field?.split('.').at(-1) ?? '';
    faults.push({ place, column: columns[field] ?? field, code: error.code as OrganisationRefusal, details: error.details as RefusalDetails });
  }
};

const plannedPosts = (
  draft: RegisterDraft, rows: readonly PlacedPost[], facts: RegisterFacts, faults: CellFault[], changes: ImportChange[],
): readonly PostsCreated[] => {
  const added: Post[] = [];
  for (const { place, post } of rows) {
    noting(faults, place, () => {
      if (!isNewPost(draft, post, facts, '')) return;
      draft.posts[post.postId] = { ...post, holdings: [] };
      added.push(post);
      changes.push({ what: 'post-created', place, post });
    }, { ...columnOfField, unitId: 'unit' });
  }
  return inParts(added).map((part): PostsCreated => ({ type: 'PostsCreated', data: { posts: part } }));
};

/** Each holder in the order of days, whatever the order of rows: a successor ends the predecessor's time. */
const plannedHolders = (
  draft: RegisterDraft, rows: readonly PlacedPost[], faults: CellFault[], changes: ImportChange[],
): readonly (PostFilled | PostVacated)[] => {
  const held = rows.flatMap(({ place, post: { postId }, holder }) => (holder ? [{ place, postId, ...holder }] : []));
  return [...held].sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)).flatMap(({ place, postId, officerId, from }) => {
    const post = postOf(draft, postId);
    if (!post) return [];
    let filled: readonly (PostFilled | PostVacated)[] = [];
    noting(faults, place, () => {
      const alone: Register = { ...emptyRegister, posts: { [postId]: post } };
      filled = fillPost(alone, { postId, officerId, from });
      draft.posts[postId] = filled.reduce<Register>(evolveRegister, alone).posts[postId] as PostRecord;
    }, { from: 'holderFrom' });
    if (filled.length > 0) changes.push({ what: 'post-filled', place, postId, officerId, from });
    return filled;
  });
};

const plannedPopulations = (
  draft: RegisterDraft, rows: readonly PlacedPopulation[], facts: RegisterFacts, faults: CellFault[], changes: ImportChange[],
): readonly RegisterEvent[] => {
  for (const { place, population } of rows) {
    noting(faults, place, () => requirePopulation(draft, population, facts, ''), { unitId: 'unit' });
    if (populationsRecorded(draft, [population]).length > 0) changes.push({ what: 'population-recorded', place, population });
  }
  return populationsRecorded(draft, rows.map(({ population }) => population));
};

/**
 * What a file would make of the register: the events, every change, every error with its place. Rows that the register
 * has as they are change nothing. Throws where the tenant is not registered.
 */
export const planImport = (register: Register, { units, posts, populations }: ImportTables, facts: RegisterFacts): ImportPlan => {
  const first = opening(register, facts);
  const opened = first.reduce<Register>(evolveRegister, register);
  const draft: RegisterDraft = { ...opened, units: { ...opened.units }, posts: { ...opened.posts } };
  const faults: CellFault[] = [];
  const changes: ImportChange[] = [];
  const { registered, changed } = plannedUnits(draft, units, facts, faults, changes);
  const created = plannedPosts(draft, posts, facts, faults, changes);
  const filled = plannedHolders(draft, posts, faults, changes);
  const counted = plannedPopulations(draft, populations, facts, faults, changes);
  const entered = inParts(highestFirst(registered)).map((part): UnitsRegistered => ({ type: 'UnitsRegistered', data: { units: part } }));
  const shown = registered.filter(({ kind }) => kind === 'district').flatMap(({ unitId }) => disclosed(opened, unitId));
  const entries = [...entered, ...shown, ...changed, ...created, ...filled, ...counted];
  return { events: entries.length === 0 ? [] : [...first, ...entries], changes, faults };
};

/** After these nobody can say what the rest of the file means. */
const unreadable: readonly OrganisationRefusal[] = ['sheet-column-missing', 'sheet-column-unknown', 'sheets-empty', 'row-hidden', 'cell-formula', 'cell-error'];

/** Units of rows that are wrong, and all that stand under them in the file: nothing that hangs on them can be judged. */
const unjudged = (units: readonly PlacedUnit[], isWrong: (row: Placed) => boolean): ReadonlySet<string> => {
  const out = new Set(units.filter(isWrong).map(({ unit }) => unit.unitId));
  for (let before = -1; before < out.size;) {
    before = out.size;
    for (const { unit } of units) if (unit.parentUnitId !== null && out.has(unit.parentUnitId)) out.add(unit.unitId);
  }
  return out;
};

/** Every error of a file at once: of its cells, and, of the rows whose cells are sound, against the rules. */
export const checkImport = (
  register: Register, { tables, faults }: { readonly tables: ImportTables; readonly faults: readonly CellFault[] }, facts: RegisterFacts,
): ImportPlan => {
  if (faults.length === 0) return planImport(register, tables, facts);
  if (faults.some(({ code }) => unreadable.includes(code))) return { events: [], changes: [], faults };
  const wrong = new Set(faults.map(({ place }) => `${place.sheet} ${place.row}`));
  const isWrong = ({ place }: Placed): boolean => wrong.has(`${place.sheet} ${place.row}`);
  const out = unjudged(tables.units, isWrong);
  const sound: ImportTables = {
    units: tables.units.filter(({ unit }) => !out.has(unit.unitId)),
    posts: tables.posts.filter((row) => !isWrong(row) && !out.has(row.post.unitId)),
    populations: tables.populations.filter((row) => !isWrong(row) && !out.has(row.population.unitId)),
  };
  return { events: [], changes: [], faults: [...faults, ...planImport(register, sound, facts).faults] };
};
