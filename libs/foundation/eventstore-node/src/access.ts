import { status, type Metadata } from '@grpc/grpc-js';
import { createHash, timingSafeEqual } from 'node:crypto';
import { decodeRecord } from './storage/record.js';
import { describedStreamOf, isMetadataStream, parseDefaultAccess, type AccessList } from './storage/stream-metadata.js';
import type { Store } from './storage/store.js';
import { accessDenied, Refusal } from './streams/refusal.js';

/** Who calls: the name of an account, or nobody. */
export type Principal = { name: string | undefined; groups: readonly string[] };

/** The accounts by name: a password, or a password and the groups the account is of. */
export type Accounts = Readonly<Record<string, string | { password: string; groups: readonly string[] }>>;

/** What can be done with a stream. */
export type StreamAction = 'read' | 'write' | 'delete';

const everyone = '$all';
const administrators = '$admins';
const operators = '$ops';
const anonymous: Principal = { name: undefined, groups: [] };

/** The stream whose newest event says what is open to whom where a stream's own `$acl` does not. */
const settingsStream = '$settings';

/** The groups of accounts that are given as a password alone. */
const defaultGroups: ReadonlyMap<string, readonly string[]> = new Map([['admin', [administrators]], ['ops', [operators]]]);

type Account = { digest: Buffer; principal: Principal };

/**
 * Decides who may do what. Without accounts everybody may do everything, as with the store's insecure mode.
 * With accounts a call needs basic credentials, and `$admins` may do everything. For the others a stream's own `$acl`
 * counts; what that does not say, the `$settings` stream does; and what neither says is open to every account, except
 * that streams named with `$`, and `$all`, are for `$admins`.
 */
export class Access {
  readonly #accounts: ReadonlyMap<string, Account> | undefined;

  constructor(private readonly store: Store, accounts: Accounts | undefined) {
    this.#accounts = accounts && new Map(Object.entries(accounts).map(([name, account]) => [name, accountOf(name, account)]));
  }

  /** Who calls. Throws when the credentials are wrong, or absent where they are needed. */
  authenticate(metadata: Metadata): Principal {
    if (!this.#accounts) return anonymous;
    const [header] = metadata.get('authorization');
    if (header === undefined) throw accessDenied();
    const credentials = parseBasic(String(header));
    const account = credentials && this.#accounts.get(credentials.name);
    if (!account || !timingSafeEqual(account.digest, digest(credentials.password))) {
      throw new Refusal(status.UNAUTHENTICATED, 'The user name or the password is wrong.', { exception: 'access-denied' });
    }
    return account.principal;
  }

  /** Throws when the principal is neither of `$admins` nor of `$ops`, who look after the node. */
  requireAdministrator(principal: Principal): void {
    if (!this.#accounts || [administrators, operators].some((group) => principal.groups.includes(group))) return;
    throw accessDenied();
  }

  /** Throws when the principal may not do this with the stream. */
  require(principal: Principal, action: StreamAction, stream: string): void {
    if (!this.allows(principal, action, stream)) throw accessDenied();
  }

  /** Whether the principal may do this with the stream. */
  allows(principal: Principal, action: StreamAction, stream: string): boolean {
    if (!this.#accounts || principal.groups.includes(administrators)) return true;
    const described = isMetadataStream(stream) ? describedStreamOf(stream) : stream;
    const key = aclKey(action, isMetadataStream(stream));
    const isSystem = described.startsWith('$');
    const allowed = this.store.metadata(described).access[key]
      ?? this.#defaultAccess(isSystem)[key]
      ?? [isSystem ? administrators : everyone];
    const names = [everyone, principal.name, ...principal.groups];
    return allowed.some((name) => names.includes(name));
  }

  #defaultAccess(isSystem: boolean): AccessList {
    const { log } = this.store;
    const { number, lastRevision } = log.stream(settingsStream);
    const settings = lastRevision < 0 ? undefined : log.recordAt(number, lastRevision);
    return settings ? parseDefaultAccess(decodeRecord(settings).data, isSystem) : {};
  }
}

function accountOf(name: string, account: Accounts[string]): Account {
  const { password, groups } = typeof account === 'string' ? { password: account, groups: defaultGroups.get(name) ?? [] } : account;
  return { digest: digest(password), principal: { name, groups } };
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
