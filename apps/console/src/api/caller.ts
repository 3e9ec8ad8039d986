import type { Caller } from '@zeren/kernel';
import { useAccount } from '../session/session.js';
import { useNow } from './now.js';

/** The caller a decider would see if this reader acted now; undefined until the service's clock is known. */
export const useCaller = (): Caller | undefined => {
  const account = useAccount();
  const now = useNow();
  return now === undefined ? undefined : { ...account, now };
};
