import { status, type Metadata } from '@grpc/grpc-js';
import { createHash, timingSafeEqual } from 'node:crypto';
import { describedStreamOf, isMetadataStream, type AccessList } from './storage/stream-metadata.js';
import type { Store } from './storage/store.js';
import { accessDenied, Refusal } from './streams/refusal.js';

/** Who calls: the name of an account, or nobody. */
export type Principal = { name: string | undefined; groups: readonly string[] };

/** What can be done with a stream. */
export type StreamAction = 'read' | 'write' | 'delete';

const everyone = '$all';
const administrators = '$admins';
const administrator = 'admin';
const anonymous: Principal = { name: undefined, groups: [] };

/**
 * Decides who may do what. Without accounts everybody may do everything, as with the store's insecure mode.
 * With accounts a call needs basic credentials; `admin` is of `$admins` and may do everything, and what a stream's
 * `$acl` does not say is open to every account, except that streams named with `$` and `$all` are for `$admins`.
 */
export class Access {
  readonly #digests: ReadonlyMap<string, Buffer> | undefined;

  constructor(private readonly store: Store, accounts: Readonly<Record<string, string>> | undefined) {
    this.#digests = accounts && new Map(Object.entries(accounts).map(([name, password]) => [name, digest(password)]));
  }

  /** Who calls. Throws when the credentials are wrong, or absent where they are needed. */
  authenticate(metadata: Metadata): Principal {
    if (!this.#digests) return anonymous;
    const [header] = metadata.get('authorization');
    if (header === undefined) throw accessDenied();
    const credentials = parseBasic(String(header));
    const expected = credentials && this.#digests.get(credentials.name);
    if (!expected || !timingSafeEqual(expected, digest(credentials.password))) {
      throw new Refusal(status.UNAUTHENTICATED, 'The user name or the password is wrong.', { exception: 'access-denied' });
    }
    return { name: credentials.name, groups: credentials.name === administrator ? [administrators] : [] };
  }

  /** Throws when the principal may not do this with the stream. */
  require(principal: Principal, action: StreamAction, stream: string): void {
    if (!this.#digests || principal.groups.includes(administrators)) return;
    const described = isMetadataStream(stream) ? describedStreamOf(stream) : stream;
    const listed = this.store.metadata(described).access[aclKey(action, isMetadataStream(stream))];
    const allowed = listed ?? [described.startsWith('$') ? administrators : everyone];
    const names = [everyone, principal.name, ...principal.groups];
    if (!allowed.some((name) => names.includes(name))) throw accessDenied();
  }
}

function aclKey(action: StreamAction, ofMetadata: boolean): keyof AccessList {
  if (ofMetadata) return action === 'read' ? '$mr' : '$mw';
  return { read: '$r', write: '$w', delete: '$d' }[action] as keyof AccessList;
}

function parseBasic(header: string): { name: string; password: string } | undefined {
  const encoded = /^Basic\s+(\S+)$/i.exec(header)?.[1];
  if (encoded === undefined) return undefined;
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  return colon < 0 ? undefined : { name: text.slice(0, colon), password: text.slice(colon + 1) };
}

function digest(password: string): Buffer {
  return createHash('sha256').update(password, 'utf8').digest();
}
