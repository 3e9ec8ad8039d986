import { createContext, useContext } from 'react';
import { read } from '../api/client.js';
import { ServiceProblem } from '../api/problem.js';
import type { Me } from '../api/rows.js';
import { actingPost, actIn } from './acting.js';
import { redirect, type LoaderFunctionArgs } from 'react-router-dom';
import { currentAccount, type Account } from './oidc.js';

const SessionContext = createContext<Account | undefined>(undefined);

export const SessionProvider = SessionContext.Provider;

/** The signed-in account. Only pages behind `requireAccount` may ask. */
export const useAccount = (): Account => {
  const account = useContext(SessionContext);
  if (!account) throw new Error('This page needs a signed-in account');
  return account;
};

/** Whether somebody is signed in: pages that are open to anybody may ask. */
export const useSignedIn = (): boolean => useContext(SessionContext) !== undefined;

/** The account in the post and the roles in which the service admits it; as the token says where the service does not answer. */
const asAdmitted = async (account: Account): Promise<Account> => {
  try {
    const { postId, unitId, roles, ownPostId } = await read<Me>('/me');
    return { ...account, postId, unitId, roles, ...(ownPostId === undefined ? {} : { ownPostId }) };
  } catch (failure) {
    if (actingPost() !== undefined && failure instanceof ServiceProblem && failure.details?.code === 'post-not-delegated') actIn(undefined);
    return account;
  }
};

/** Route loader: the account, or off to the sign-in page and back afterwards. */
export const requireAccount = async ({ request }: LoaderFunctionArgs): Promise<Account | Response> => {
  const account = await currentAccount();
  if (account) return asAdmitted(account);
  const { pathname, search } = new URL(request.url);
  const returnTo = pathname + search;
  return redirect(returnTo === '/' ? '/sign-in' : `/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
};
