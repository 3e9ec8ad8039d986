import { sameData, type Command, type Decider } from '@zeren/kernel';
import type { Term } from '../calendar/term.js';
import { isTerm } from '../calendar/working-time.js';
import type { CalendarDate, TenantKind } from '../organisation.events.js';
import { isCalendarDate } from '../calendar-date.js';
import type { CatalogueVersion, MajorClass, MatterCatalogueEvent, MatterCataloguePublished, MatterClass, MatterKind } from './matters.events.js';
import { refuseMatter } from './matters.refusals.js';

/** Each city keeps one catalogue: stream `matters-<city>_catalogue`. */
export const MATTER_CATALOGUE_ID = 'catalogue';

/** An event is limited to 1 MiB; so many classes stay well below it. */
export const MATTERS_AT_MOST = 600;

/** Stands for every class, in the matrix. */
export const EVERY_MATTER = '*';

/** A city's catalogue with all its versions, oldest first. */
export type MatterCatalogue = {
  readonly versions: readonly CatalogueVersion[];
  /** What kind each code ever published is of: it never becomes another. */
  readonly kinds: Readonly<Record<string, MatterKind>>;
  readonly districtTenantIds: readonly string[];
};

/** One version of the catalogue, as it is read, and which versions there are. */
export type CatalogueReading = {
  /** Null where there is none on the day. */
  readonly catalogue: CatalogueVersion | null;
  readonly versions: readonly (Pick<CatalogueVersion, 'version' | 'validFrom' | 'document'> & { readonly classes: number })[];
};

/** A class as it is laid down: without stages it is handled within the catalogue's default term. */
export type MatterClassDraft = Omit<MatterClass, 'limits'> & { readonly madeUp: boolean };

/** Lay the catalogue down as its next version. The same content again changes nothing. */
export type PublishMatterCatalogue = Command<'PublishMatterCatalogue', {
  readonly validFrom: CalendarDate;
  readonly document: string;
  readonly defaultTerm: Term;
  readonly arbitrationTerm?: Term;
  readonly majors: readonly MajorClass[];
  readonly classes: readonly MatterClassDraft[];
  /** What the caller's tenant is, and which districts work by the catalogue. */
  readonly tenantKind: TenantKind;
  readonly districtTenantIds: readonly string[];
}>;

/** Let a district that was set up later work by the catalogue. Nothing where there is none yet, or where it does already. */
export type ShareMatterCatalogue = Command<'ShareMatterCatalogue', { readonly districtTenantId: string }>;

export type MatterCatalogueCommand = PublishMatterCatalogue | ShareMatterCatalogue;

/** The code of the major class, which a class's code begins with. */
export const majorOf = (matterCode: string): string => matterCode.split('-', 1)[0] ?? matterCode;

/** The version in force on a day; undefined before the first. */
export const catalogueOn = ({ versions }: MatterCatalogue, day: CalendarDate): CatalogueVersion | undefined =>
  versions.findLast(({ validFrom }) => validFrom <= day);

/** Within how long a cell is to be ruled on where the catalogue does not say. */
const ARBITRATION_TERM: Term = { value: 5, unit: 'working-day' };

/** Within how long a cell of the matrix that is referred on a day is to be ruled on. */
export const arbitrationTermOn = (catalogue: MatterCatalogue, day: CalendarDate): Term => catalogueOn(catalogue, day)?.arbitrationTerm ?? ARBITRATION_TERM;

/** A class as it is on a day. */
export const matterClassOn = (catalogue: MatterCatalogue, code: string, day: CalendarDate): MatterClass | undefined =>
  catalogueOn(catalogue, day)?.classes.find((one) => one.code === code);

/** Within one unit of time a later stage does not end before an earlier one. */
const termsFit = ({ stages }: Pick<MatterClass, 'stages'>): boolean => stages.every(({ term }, index) =>
  isTerm(term) && stages.slice(0, index).every((before) => before.term.unit !== term.unit || before.term.value <= term.value));

const checkMajors = (majors: readonly MajorClass[], kinds: MatterCatalogue['kinds']): void => {
  const seen = new Set<string>();
  majors.forEach(({ code, kind }, index) => {
    const field = `majors[${index}].code`;
    if (seen.has(code)) refuseMatter('matter-repeated', field, { code });
    seen.add(code);
    if (code.includes('-') || code === EVERY_MATTER) refuseMatter('matter-code-wrong', field, { code });
    if ((kinds[code] ?? kind) !== kind) refuseMatter('matter-code-reused', field, { code });
  });
};

const checkClasses = (classes: readonly MatterClassDraft[], majors: readonly MajorClass[], kinds: MatterCatalogue['kinds']): void => {
  const seen = new Set<string>();
  const kindOfMajor = new Map(majors.map(({ code, kind }) => [code, kind]));
  classes.forEach((one, index) => {
    const { code, kind, majorCode } = one;
    const field = `classes[${index}]`;
    if (seen.has(code)) refuseMatter('matter-repeated', `${field}.code`, { code });
    seen.add(code);
    if (!code.startsWith(`${majorCode}-`) || majorOf(code) !== majorCode) refuseMatter('matter-code-wrong', `${field}.code`, { code });
    if (kindOfMajor.get(majorCode) !== kind) refuseMatter('matter-major-unknown', `${field}.majorCode`, { code, major: majorCode });
    if ((kinds[code] ?? kind) !== kind) refuseMatter('matter-code-reused', `${field}.code`, { code });
    if (!termsFit(one)) refuseMatter('matter-term-wrong', `${field}.stages`, { code });
  });
};

const HANDLING = { code: '1', name: { zh: '处置', en: 'Handle' } } as const;

const laidDown = ({ madeUp, ...drafted }: MatterClassDraft, defaultTerm: Term): MatterClass => {
  if (drafted.stages.length === 0) return { ...drafted, stages: [{ ...HANDLING, term: defaultTerm }], limits: 'default' };
  return { ...drafted, limits: madeUp ? 'made-up' : 'published' };
};

const checkWhole = ({ tenantKind, document, defaultTerm, arbitrationTerm, majors, classes }: PublishMatterCatalogue['data'], kinds: MatterCatalogue['kinds']): void => {
  if (tenantKind !== 'city') refuseMatter('matters-of-the-city');
  if (document.trim() === '') refuseMatter('matters-document-required', 'document');
  if (majors.length === 0 || classes.length === 0 || classes.length > MATTERS_AT_MOST) refuseMatter('matters-empty', 'classes', { limit: MATTERS_AT_MOST });
  if (!isTerm(defaultTerm)) refuseMatter('matter-term-wrong', 'defaultTerm', { code: EVERY_MATTER });
  if (arbitrationTerm && !isTerm(arbitrationTerm)) refuseMatter('matter-term-wrong', 'arbitrationTerm', { code: EVERY_MATTER });
  checkMajors(majors, kinds);
  checkClasses(classes, majors, kinds);
};

const checkDay = (validFrom: CalendarDate, last: CatalogueVersion | undefined): void => {
  const isLater = isCalendarDate(validFrom) && (last === undefined || validFrom >= last.validFrom);
  if (!isLater) refuseMatter('matters-date-wrong', 'validFrom', { validFrom: last?.validFrom ?? validFrom });
};

/** Those named, and those with which it was shared in the meantime: what a district was given it keeps. */
const sharedFrom = (before: readonly string[], named: readonly string[]): readonly string[] => [...named, ...before.filter((one) => !named.includes(one))];

const publish = (data: PublishMatterCatalogue['data'], { versions, kinds, districtTenantIds }: MatterCatalogue): readonly MatterCataloguePublished[] => {
  const { validFrom, document, defaultTerm, arbitrationTerm, majors, classes } = data;
  const last = versions.at(-1);
  checkWhole(data, kinds);
  checkDay(validFrom, last);
  const next: CatalogueVersion = {
    version: (last?.version ?? 0) + 1, validFrom, document, defaultTerm, ...(arbitrationTerm && { arbitrationTerm }), majors,
    classes: classes.map((one) => laidDown(one, defaultTerm)),
  };
  const shared = sharedFrom(districtTenantIds, data.districtTenantIds);
  if (last && sameData({ ...last, version: next.version }, next) && shared.length === districtTenantIds.length) return [];
  return [{ type: 'MatterCataloguePublished', data: { ...next, districtTenantIds: shared } }];
};

const decide = (command: MatterCatalogueCommand, catalogue: MatterCatalogue): readonly MatterCatalogueEvent[] => {
  if (command.type === 'PublishMatterCatalogue') return publish(command.data, catalogue);
  const { districtTenantId } = command.data;
  const isNew = catalogue.versions.length > 0 && !catalogue.districtTenantIds.includes(districtTenantId);
  return isNew ? [{ type: 'MatterCatalogueDisclosed', data: { districtTenantId } }] : [];
};

const evolve = ({ versions, kinds, districtTenantIds: before }: MatterCatalogue, event: MatterCatalogueEvent): MatterCatalogue => {
  switch (event.type) {
    case 'MatterCataloguePublished': {
      const { districtTenantIds, ...version } = event.data;
      const named = [...version.majors, ...version.classes].map(({ code, kind }) => [code, kind] as const);
      return { versions: [...versions, version], kinds: { ...kinds, ...Object.fromEntries(named) }, districtTenantIds };
    }
    case 'MatterCatalogueDisclosed':
      return { versions, kinds, districtTenantIds: [...before, event.data.districtTenantId] };
  }
};

/** A city's catalogue of matters, shared with its districts. */
export const matterCatalogueDecider: Decider<MatterCatalogue, MatterCatalogueCommand, MatterCatalogueEvent> = {
  category: 'matters',
  initialState: { versions: [], kinds: {}, districtTenantIds: [] },
  decide,
  evolve,
  sharedWith: ({ districtTenantIds }) => districtTenantIds,
};
