import { dayBefore } from './calendar-date.js';
import type {
  CalendarDate, Holding, Post, PostFilled, PostRecord, PostsCreated, PostVacated, RegisterEvent,
} from './organisation.events.js';
import { refuse } from './refusals.js';
import { evolveRegister, postOf, versionsOf, type Register } from './register-state.js';
import { inParts, requireDate, type RegisterFacts } from './register-units.js';

/** Who holds which post from which day on. */
export type Appointment = { readonly postId: string; readonly officerId: string; readonly from: CalendarDate };

export const createPosts = (
  register: Register, posts: readonly Post[], holders: readonly Appointment[], facts: RegisterFacts,
): readonly RegisterEvent[] => {
  const seen = new Set<string>();
  const added = posts.filter((post, index) => {
    if (seen.has(post.postId)) refuse('post-repeated', `posts[${index}].postId`, { postId: post.postId });
    seen.add(post.postId);
    return isNewPost(register, post, facts, `posts[${index}]`);
  });
  const events: RegisterEvent[] = inParts(added)
    .map((part): PostsCreated => ({ type: 'PostsCreated', data: { posts: part } }));
  let after = events.reduce(evolveRegister, register);
  holders.forEach((holder, index) => {
    const filled = fillPost(after, holder, `holders[${index}].`);
    after = filled.reduce<Register>(evolveRegister, after);
    events.push(...filled);
  });
  return events;
};

export const isNewPost = (register: Register, post: Post, { territory }: RegisterFacts, field: string): boolean => {
  const { postId, unitId, validFrom } = post;
  requireDate(validFrom, `${field}.validFrom`);
  if (!postId.startsWith(`${unitId}.`)) refuse('post-id-wrong', `${field}.postId`, { postId });
  const known = postOf(register, postId);
  if (known) {
    if (!isSamePost(known, post)) refuse('post-exists', `${field}.postId`, { postId });
    return false;
  }
  const own = versionsOf(register, unitId);
  const versions = own.length > 0 ? own : territory.filter((unit) => unit.unitId === unitId);
  const exists = versions.some((version) => version.validFrom <= validFrom) && versions.at(-1)?.validUntil === null;
  if (!exists) refuse('post-unit-not-effective', `${field}.unitId`, { postId, from: validFrom });
  return true;
};

const isSamePost = (a: Post, b: Post): boolean =>
  a.unitId === b.unitId && a.kind === b.kind && a.validFrom === b.validFrom
  && a.name.zh === b.name.zh && a.name.en === b.name.en;

/** A successor's first day ends the predecessor's time the day before. */
export const fillPost = (
  register: Register, { postId, officerId, from }: Appointment, path = '',
): readonly (PostFilled | PostVacated)[] => {
  const post = requirePost(register, postId, `${path}postId`);
  requireDate(from, `${path}from`);
  if (from < post.validFrom) refuse('post-not-yet', `${path}from`, { postId, validFrom: post.validFrom });
  if (post.holdings.some((holding) => isSaid(holding, officerId, from))) return [];
  const last = post.holdings.at(-1);
  if (last && from <= (last.until ?? last.from)) refuse('post-held-then', `${path}from`, { postId, from });
  const filled: PostFilled = { type: 'PostFilled', data: { postId, unitId: post.unitId, officerId, from } };
  if (!last || last.until !== null) return [filled];
  return [vacated(post, last, dayBefore(from)), filled];
};

const isSaid = (holding: Holding, officerId: string, from: CalendarDate): boolean =>
  holding.officerId === officerId && (holding.from === from || (holding.until === null && holding.from < from));

export const vacatePost = (register: Register, postId: string, until: CalendarDate): readonly PostVacated[] => {
  const post = requirePost(register, postId, 'postId');
  requireDate(until, 'until');
  if (post.holdings.some((holding) => holding.until === until)) return [];
  const last = post.holdings.at(-1);
  if (!last || last.until !== null) return refuse('post-vacant', 'postId', { postId });
  if (until < last.from) refuse('vacancy-before-holding', 'until', { until, from: last.from });
  return [vacated(post, last, until)];
};

const vacated = (post: PostRecord, { officerId, from }: Holding, until: CalendarDate): PostVacated =>
  ({ type: 'PostVacated', data: { postId: post.postId, unitId: post.unitId, officerId, from, until } });

const requirePost = (register: Register, postId: string, field: string): PostRecord =>
  postOf(register, postId) ?? refuse('post-unknown', field, { postId });
