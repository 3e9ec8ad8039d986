import { createContext, useContext } from 'react';
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

/** Route loader: the account, or off to the sign-in page and back afterwards. */
export const requireAccount = async ({ request }: LoaderFunctionArgs): Promise<Account | Response> => {
  const account = await currentAccount();
  if (account) return account;
  const { pathname, search } = new URL(request.url);
  const returnTo = pathname + search;
  return redirect(returnTo === '/' ? '/sign-in' : `/sign-in?returnTo=${encodeURIComponent(returnTo)}`);
};
