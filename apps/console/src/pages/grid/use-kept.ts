import { useQuery } from '@tanstack/react-query';
import { ServiceProblem } from '../../api/problem.js';
import { recall, remember } from './phone-store.js';

/** A reading as the page shows it; `readAt` (UTC, this phone's clock) where it is from before, for want of a network. */
export type Kept<T> = { readonly value: T; readonly readAt: string | null };

const isUnreachable = (failure: unknown): boolean => failure instanceof ServiceProblem && failure.passing;

const readOrRecalled = async <T>(key: string, load: (signal: AbortSignal) => Promise<T>, signal: AbortSignal): Promise<Kept<T>> => {
  try {
    const value = await load(signal);
    await remember(key, value);
    return { value, readAt: null };
  } catch (failure) {
    const before = isUnreachable(failure) ? await recall<T>(key) : undefined;
    if (!before) throw failure;
    return before;
  }
};

/** Reads something and keeps it on the phone; without a network it is what was kept last. */
export const useKept = <T>(key: string, load: (signal: AbortSignal) => Promise<T>) => useQuery({
  queryKey: ['kept', key], networkMode: 'always', retry: false, refetchOnReconnect: 'always', queryFn: ({ signal }) => readOrRecalled(key, load, signal),
});
