import type { Role } from '@zeren/kernel';
import { UserManager, WebStorageStateStore, type User } from 'oidc-client-ts';
import { languageTag } from '../language/language.js';

/** Who is signed in: as the access token says it, and once the service was asked, as it admits that account. */
export type Account = {
  readonly actorId: string;
  readonly tenantId: string;
  readonly postId: string;
  readonly unitId: string;
  readonly roles: readonly Role[];
  /** The reader's own post while acting in another's by delegation. */
  readonly ownPostId?: string;
};

const provider = new UserManager({
  authority: `${location.origin}/oidc`,
  client_id: 'console',
  redirect_uri: `${location.origin}/callback`,
  post_logout_redirect_uri: `${location.origin}/`,
  response_type: 'code',
  scope: 'openid',
  automaticSilentRenew: false,
  userStore: new WebStorageStateStore({ store: sessionStorage }),
});

type Claims = { sub: string; tenant: string; post?: string; unit?: string; roles?: readonly Role[] };

const claimsOf = (token: string): Claims => {
  const [, payload = ''] = token.split('.');
  const bytes = Uint8Array.from(atob(payload.replaceAll('-', '+').replaceAll('_', '/')), (letter) => letter.charCodeAt(0));
  return JSON.parse(new TextDecoder().decode(bytes)) as Claims;
};

const accountOf = (user: User): Account => {
  const claims = claimsOf(user.access_token);
  return {
    actorId: claims.sub,
    tenantId: claims.tenant,
    postId: claims.post ?? '',
    unitId: claims.unit ?? '',
    roles: claims.roles ?? [],
  };
};

const current = async (): Promise<User | undefined> => {
  const user = await provider.getUser();
  return user && !user.expired ? user : undefined;
};

/** The account signed in on this browser tab, or undefined. */
export const currentAccount = async (): Promise<Account | undefined> => {
  const user = await current();
  return user && accountOf(user);
};

export const accessToken = async (): Promise<string | undefined> => (await current())?.access_token;

/** Leaves for the issuer's sign-in page; the reader comes back to `returnTo`. */
export const signIn = (returnTo: string): Promise<void> => provider.signinRedirect({ state: { returnTo }, ui_locales: languageTag() });

/** Finishes a sign-in at `/callback`; returns where the reader wanted to go. */
export const completeSignIn = async (): Promise<string> => {
  const user = await provider.signinCallback();
  const state = user?.state as { returnTo?: string } | undefined;
  return state?.returnTo?.startsWith('/') && !state.returnTo.startsWith('//') ? state.returnTo : '/';
};

/** Forgets the token and ends the issuer's session. */
export const signOut = (): Promise<void> => provider.signoutRedirect();

/** The token is no longer accepted: forgets it and asks to sign in again, returning to this page. */
export const endSession = async (): Promise<void> => {
  await provider.removeUser();
  const returnTo = location.pathname + location.search;
  location.assign(`/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
};
