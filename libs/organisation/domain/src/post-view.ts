import type { LocalisedText, Projection, RecordedEvent, RowKey, ViewRow } from '@zeren/kernel';
import type {
  CalendarDate, PostFilled, PostKind, PostsCreated, PostVacated, RegisterDisclosed,
} from './organisation.events.js';
import { keysFor } from './unit-view.js';

/** A post; its id is the post's. */
export type PostRow = ViewRow & {
  readonly unitId: string;
  readonly name: LocalisedText;
  readonly kind: PostKind;
  readonly validFrom: CalendarDate;
};

/** An officer's time in a post; its id is `<postId>@<from>`. */
export type PostHoldingRow = ViewRow & {
  readonly postId: string;
  readonly unitId: string;
  readonly officerId: string;
  readonly validFrom: CalendarDate;
  /** Last day; null while held. */
  readonly validUntil: CalendarDate | null;
};

/** To whom an event shows what: a disclosure to the one it is meant for. */
const keysOf = (event: RecordedEvent, ids: readonly string[]): readonly RowKey[] =>
  event.type === 'RegisterDisclosed' ? keysFor(event, ids, [(event.data as RegisterDisclosed['data']).toTenantId]) : keysFor(event, ids);

/** The posts a tenant may see. */
export const postProjection: Projection<PostRow, PostsCreated | RegisterDisclosed> = {
  name: 'post',
  version: 1,
  handles: ['PostsCreated', 'RegisterDisclosed'],
  keys: (event) => keysOf(event, event.data.posts.map(({ postId }) => postId)),
  evolve: (_row, event, key) => {
    const post = event.data.posts.find(({ postId }) => postId === key.id);
    return post && { ...key, unitId: post.unitId, name: post.name, kind: post.kind, validFrom: post.validFrom };
  },
};

type HoldingEvent = PostFilled | PostVacated | RegisterDisclosed;

const holdingId = (postId: string, from: CalendarDate): string => `${postId}@${from}`;

const disclosedHoldings = ({ posts }: RegisterDisclosed['data']): readonly Omit<PostHoldingRow, keyof ViewRow>[] =>
  posts.flatMap(({ postId, unitId, holdings }) =>
    holdings.map(({ officerId, from, until }) => ({ postId, unitId, officerId, validFrom: from, validUntil: until })));

const holdingIds = ({ type, data }: HoldingEvent): readonly string[] =>
  type === 'RegisterDisclosed'
    ? disclosedHoldings(data).map(({ postId, validFrom }) => holdingId(postId, validFrom))
    : [holdingId(data.postId, data.from)];

/** Who held which post when: what a signature is judged by. */
export const postHoldingProjection: Projection<PostHoldingRow, HoldingEvent> = {
  name: 'post_holding',
  version: 1,
  handles: ['PostFilled', 'PostVacated', 'RegisterDisclosed'],
  keys: (event) => keysOf(event, holdingIds(event)),
  evolve: (row, event, key) => {
    switch (event.type) {
      case 'PostFilled': {
        const { postId, unitId, officerId, from } = event.data;
        return { ...key, postId, unitId, officerId, validFrom: from, validUntil: null };
      }
      case 'PostVacated':
        return row && { ...row, validUntil: event.data.until };
      case 'RegisterDisclosed': {
        const holding = disclosedHoldings(event.data).find(({ postId, validFrom }) => holdingId(postId, validFrom) === key.id);
        return holding && { ...key, ...holding };
      }
    }
  },
};
