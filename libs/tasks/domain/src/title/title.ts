import { sameData, type Caller, type Command, type Decider } from '@zeren/kernel';
import { isCalendarDate, localDate } from '@zeren/organisation-domain';
import { requireDistricts, type Invitation } from '../campaign/participants.js';
import { refuse } from '../refusals.js';
import type { Declared, TitleApplied, TitleAwarded, TitleEvent, TitleKept, TitleNominated, TitleReReviewed, TitleWithdrawn } from './title.events.js';

/** Apply for a title. The codes to be declared are the campaign's standard's, read by the handler. */
export type ApplyForTitle = Command<'ApplyForTitle', TitleApplied['data'] & Invitation & {
  readonly preconditionCodes: readonly string[];
  readonly negativeCodes: readonly string[];
}>;
/** Enter the nomination. */
export type NominateForTitle = Command<'NominateForTitle', TitleNominated['data']>;
/** Enter the award. `holdingUnitIds` are the areas that hold the campaign's title now, read by the handler. */
export type AwardTitle = Command<'AwardTitle', TitleAwarded['data'] & { readonly holdingUnitIds: readonly string[] }>;
/** Enter what a re-review found. */
export type ReReviewTitle = Command<'ReReviewTitle', TitleReReviewed['data']>;
/** Enter that the title is kept, after a review that it passed. */
export type KeepTitle = Command<'KeepTitle', Omit<TitleKept['data'], 'term'>>;
/** Enter that it was taken away. */
export type WithdrawTitle = Command<'WithdrawTitle', TitleWithdrawn['data']>;
export type TitleCommand = ApplyForTitle | NominateForTitle | AwardTitle | ReReviewTitle | KeepTitle | WithdrawTitle;

export const titleStatuses = ['applied', 'ended', 'nominated', 'awarded', 're-reviewed', 'withdrawn'] as const;
export type TitleStatus = (typeof titleStatuses)[number];

/** A title that was applied for, and what became of it. */
export type AppliedTitle = {
  readonly status: TitleStatus;
  readonly content: TitleApplied['data'];
  readonly missing: readonly string[];
  readonly occurred: readonly string[];
  /** Terms in a row; 0 before the award. */
  readonly terms: number;
  readonly validUntil: string | null;
  readonly reviews: readonly TitleReReviewed['data'][];
  /** The documents of nomination, award, keeping and withdrawal, in order. */
  readonly documents: readonly string[];
};
export type Title = { readonly status: 'none' } | AppliedTitle;

const requireDocument = (document: string): void => {
  if (document.trim() === '') refuse('document-required', 'document');
};

const requirePast = (on: string, { now }: Caller): void => {
  if (!isCalendarDate(on)) refuse('date-invalid', 'on');
  if (on > localDate(now)) refuse('date-in-future', 'on');
};

/** Each item of the standard is declared once, with what shows it, and nothing else is. */
const checkDeclared = (declared: readonly Declared[], codes: readonly string[], field: string): void => {
  const missing = new Set(codes);
  declared.forEach(({ code, evidence }, index) => {
    if (!missing.delete(code)) refuse('declared-unknown', `${field}[${index}].code`, { code });
    if (evidence.trim() === '') refuse('declared-without-evidence', `${field}[${index}].evidence`, { code });
  });
  for (const code of missing) refuse('not-declared', field, { code });
};

const apply = ({ preconditionCodes, negativeCodes, districtTenantIds, ...content }: ApplyForTitle['data'], title: Title): readonly TitleEvent[] => {
  if (title.status !== 'none') return sameData(title.content, content) ? [] : refuse('title-applied', 'code', { code: content.code });
  requireDistricts({ ...content, districtTenantIds });
  if (content.partUnitIds.includes(content.areaUnitId)) refuse('title-part-of-itself', 'partUnitIds');
  checkDeclared(content.preconditions, preconditionCodes, 'preconditions');
  checkDeclared(content.negativeList, negativeCodes, 'negativeList');
  const missing = content.preconditions.filter(({ holds }) => !holds).map(({ code }) => code);
  const occurred = content.negativeList.filter(({ holds }) => holds).map(({ code }) => code);
  const ended = missing.length + occurred.length > 0;
  return [{ type: 'TitleApplied', data: content }, ...(ended ? [{ type: 'TitleApplicationEnded', data: { missing, occurred } } as const] : [])];
};

const nominate = (data: NominateForTitle['data'], title: AppliedTitle, caller: Caller): readonly TitleEvent[] => {
  if (title.status !== 'applied') return refuse('title-step', undefined, { status: title.status });
  requirePast(data.on, caller);
  requireDocument(data.document);
  return [{ type: 'TitleNominated', data }];
};

const award = ({ holdingUnitIds, ...data }: AwardTitle['data'], title: AppliedTitle, caller: Caller): readonly TitleEvent[] => {
  if (title.status !== 'nominated') return refuse('title-step', undefined, { status: title.status });
  requirePast(data.on, caller);
  if (!isCalendarDate(data.validUntil) || data.validUntil <= data.on) refuse('date-invalid', 'validUntil');
  requireDocument(data.document);
  const without = title.content.partUnitIds.find((unit) => !holdingUnitIds.includes(unit));
  if (without !== undefined) refuse('title-of-part-missing', 'partUnitIds', { unit: without });
  return [{ type: 'TitleAwarded', data }];
};

const reReview = (data: ReReviewTitle['data'], title: AppliedTitle, caller: Caller): readonly TitleEvent[] => {
  if (title.reviews.some((one) => sameData(one, data))) return [];
  if (title.status !== 'awarded') return refuse('title-step', undefined, { status: title.status });
  requirePast(data.on, caller);
  if (data.finding.trim() === '') refuse('finding-required', 'finding');
  requireDocument(data.document);
  return [{ type: 'TitleReReviewed', data }];
};

const keep = (data: KeepTitle['data'], title: AppliedTitle): readonly TitleEvent[] => {
  if (title.status !== 're-reviewed') return refuse('title-step', undefined, { status: title.status });
  if (title.reviews.at(-1)?.verdict !== 'passed') refuse('review-not-passed');
  if (!isCalendarDate(data.validUntil) || data.validUntil <= (title.validUntil ?? '')) refuse('date-invalid', 'validUntil');
  requireDocument(data.document);
  return [{ type: 'TitleKept', data: { ...data, term: title.terms + 1 } }];
};

const withdraw = (data: WithdrawTitle['data'], title: AppliedTitle, caller: Caller): readonly TitleEvent[] => {
  if (title.status !== 'awarded' && title.status !== 're-reviewed') return refuse('title-step', undefined, { status: title.status });
  requirePast(data.on, caller);
  if (data.reason.trim() === '') refuse('reason-required', 'reason');
  requireDocument(data.document);
  return [{ type: 'TitleWithdrawn', data }];
};

const decide = (command: TitleCommand, title: Title, caller: Caller): readonly TitleEvent[] => {
  if (command.type === 'ApplyForTitle') return apply(command.data, title);
  if (title.status === 'none') return refuse('title-not-applied');
  switch (command.type) {
    case 'NominateForTitle': return nominate(command.data, title, caller);
    case 'AwardTitle': return award(command.data, title, caller);
    case 'ReReviewTitle': return reReview(command.data, title, caller);
    case 'KeepTitle': return keep(command.data, title);
    case 'WithdrawTitle': return withdraw(command.data, title, caller);
  }
};

const applied = (content: TitleApplied['data']): AppliedTitle =>
  ({ status: 'applied', content, missing: [], occurred: [], terms: 0, validUntil: null, reviews: [], documents: [] });

const evolve = (title: Title, event: TitleEvent): Title => {
  if (event.type === 'TitleApplied') return applied(event.data);
  if (title.status === 'none') return title;
  switch (event.type) {
    case 'TitleApplicationEnded': return { ...title, ...event.data, status: 'ended' };
    case 'TitleNominated': return { ...title, status: 'nominated', documents: [...title.documents, event.data.document] };
    case 'TitleAwarded': return { ...title, status: 'awarded', terms: 1, validUntil: event.data.validUntil, documents: [...title.documents, event.data.document] };
    case 'TitleReReviewed': return { ...title, status: 're-reviewed', reviews: [...title.reviews, event.data] };
    case 'TitleKept': return { ...title, status: 'awarded', terms: event.data.term, validUntil: event.data.validUntil, documents: [...title.documents, event.data.document] };
    case 'TitleWithdrawn': return { ...title, status: 'withdrawn', terms: 0, documents: [...title.documents, event.data.document] };
  }
};

export const titleDecider: Decider<Title, TitleCommand, TitleEvent> = {
  category: 'title',
  initialState: { status: 'none' },
  decide,
  evolve,
  sharedWith: (title) => (title.status === 'none' ? [] : title.content.participantTenantIds),
};
