import type { LocalisedText, Projection, ViewRow } from '@zeren/kernel';
import type { CalendarDate, PostFilled, PostKind, PostsCreated, PostVacated } from './organisation.events.js';
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

/** The posts a tenant may see. */
export const postProjection: Projection<PostRow, PostsCreated> = {
  name: 'post',
  version: 1,
  handles: ['PostsCreated'],
  keys: (event) => keysFor(event, event.data.posts.map(({ postId }) => postId)),
  evolve: (_row, event, key) => {
    const post = event.data.posts.find(({ postId }) => postId === key.id);
    return post && { ...key, unitId: post.unitId, name: post.name, kind: post.kind, validFrom: post.validFrom };
  },
};

/** Who held which post when: what a signature is judged by. */
export const postHoldingProjection: Projection<PostHoldingRow, PostFilled | PostVacated> = {
  name: 'post_holding',
  version: 1,
  handles: ['PostFilled', 'PostVacated'],
  keys: (event) => keysFor(event, [`${event.data.postId}@${event.data.from}`]),
  evolve: (row, event, key) => {
    const { postId, unitId, officerId, from } = event.data;
    switch (event.type) {
      case 'PostFilled':
        return { ...key, postId, unitId, officerId, validFrom: from, validUntil: null };
      case 'PostVacated':
        return row && { ...row, validUntil: event.data.until };
    }
  },
};
