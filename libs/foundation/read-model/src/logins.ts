import { createHmac } from 'node:crypto';

/**
 * The two logins besides the owner. Services read as `zeren_app`, which sees the rows of the tenant it names and
 * writes no view; the projector writes as `zeren_projector`. Neither owns a table or can step around row security.
 */
export const APP_LOGIN = 'zeren_app';
export const PROJECTOR_LOGIN = 'zeren_projector';

/** The database as `zeren_app` reaches it. The password follows from the owner's, so nothing else need be kept. */
export const appUrl = (ownerUrl: string): string => urlFor(ownerUrl, APP_LOGIN);

/** The database as `zeren_projector` reaches it. */
export const projectorUrl = (ownerUrl: string): string => urlFor(ownerUrl, PROJECTOR_LOGIN);

/** The password of a login, derived from the owner's. Throws where the owner's address carries none. */
export const passwordOf = (ownerUrl: string, login: string): string => {
  const { password } = new URL(ownerUrl);
  if (!password) throw new TypeError('The database address must carry the owner\'s password: postgres://user:password@host:port/database');
  return createHmac('sha256', decodeURIComponent(password)).update(login).digest('base64url');
};

const urlFor = (ownerUrl: string, login: string): string => {
  const url = new URL(ownerUrl);
  url.password = passwordOf(ownerUrl, login);
  url.username = login;
  return url.href;
};
