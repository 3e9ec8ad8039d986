import type { LocalisedText, Role } from '@zeren/kernel';
import listed from './accounts.json' with { type: 'json' };

/** A demonstration account: a post of a unit, never a person. */
export type Account = {
  readonly id: string;
  readonly group: string;
  readonly tenant: string;
  readonly unit: string;
  readonly post: string;
  readonly roles: readonly Role[];
  readonly name: LocalisedText;
};

export type AccountGroup = { readonly id: string; readonly name: LocalisedText };

export const groups: readonly AccountGroup[] = listed.groups;

export const accounts: readonly Account[] = listed.accounts as readonly Account[];

const byId = new Map(accounts.map((account) => [account.id, account]));

export const accountOf = (id: string | undefined): Account | undefined => (id === undefined ? undefined : byId.get(id));
