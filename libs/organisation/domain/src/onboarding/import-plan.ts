import type { Post, PostFilled, PostRecord, PostsCreated, PostVacated, RegisterEvent, UnitsRegistered } from '../organisation.events.js';
import type { OrganisationRefusal } from '../refusals.js';
import { fillPost, isNewPost } from '../register-posts.js';
import { emptyRegister, evolveRegister, postOf, type Register } from '../register-state.js';
import { disclosed, highestFirst, inParts, opening, type RegisterFacts } from '../register-units.js';
import { columnOfField, noting, type ImportChange, type ImportTables, type Placed, type PlacedPopulation, type PlacedPost, type PlacedUnit, type RegisterDraft } from './import-draft.js';
import { plannedUnits } from './planned-units.js';
import { populationsRecorded, requirePopulation } from './populations.js';
import type { CellFault } from '../sheet/index.js';

export type ImportPlan = {
  /** What the register would record; of use only where there is no fault. */
  readonly events: readonly RegisterEvent[];
  readonly changes: readonly ImportChange[];
  readonly faults: readonly CellFault[];
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
export const planImport = (register: Register, { units, posts, populations }: Omit<ImportTables, 'workingDays'>, facts: RegisterFacts): ImportPlan => {
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
  const sound: Omit<ImportTables, 'workingDays'> = {
    units: tables.units.filter(({ unit }) => !out.has(unit.unitId)),
    posts: tables.posts.filter((row) => !isWrong(row) && !out.has(row.post.unitId)),
    populations: tables.populations.filter((row) => !isWrong(row) && !out.has(row.population.unitId)),
  };
  return { events: [], changes: [], faults: [...faults, ...planImport(register, sound, facts).faults] };
};
