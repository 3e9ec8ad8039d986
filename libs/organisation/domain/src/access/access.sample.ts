import type { PostKind, PostRecord } from '../organisation.events.js';
import { emptyRegister, type Register } from '../register-state.js';

export const HEALTH = '511900-health';

/** A post of the health bureau (or of another unit) with who holds it since 2012. */
export const aPost = (name: string, officerId: string | null, kind: PostKind = 'officer', unitId = HEALTH): PostRecord => ({
  postId: `${unitId}.${name}`, unitId, name: { zh: name, en: name }, kind, validFrom: '2012-01-01',
  holdings: officerId === null ? [] : [{ officerId, from: '2012-01-01', until: null }],
});

export const head = aPost('head', 'leader', 'head');
export const officer = aPost('officer', 'officer-1');
export const clerk = aPost('clerk', 'officer-2');

/** A register that knows these posts. */
export const registerOf = (...posts: readonly PostRecord[]): Register =>
  ({ ...emptyRegister, posts: Object.fromEntries(posts.map((post) => [post.postId, post])) });
