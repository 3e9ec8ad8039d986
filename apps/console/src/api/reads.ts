import { QueryClient, useInfiniteQuery, useQueries, useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { Page } from './rows.js';
import { afterOwnWrites, read, type Params } from './client.js';
import { ServiceProblem } from './problem.js';

const retries = 3;

/** Reads are kept for a while; a passing failure (unreachable, view not ready yet) is tried again. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 15_000,
      retry: (count, failure) => count < retries && failure instanceof ServiceProblem && failure.passing,
      refetchOnWindowFocus: true,
    },
  },
});

export type ReadOptions = {
  readonly enabled?: boolean;
  /** Milliseconds between repeats while the page is open and answers come; false to stop, judged by the latest answer. */
  readonly every?: number | ((latest: unknown) => number | false);
  /** The resource is not a view, so it has no position to wait for. */
  readonly immediate?: boolean;
  /** Milliseconds for which the answer counts as fresh. */
  readonly fresh?: number;
};

const waiting = (options: ReadOptions): Params => (options.immediate ? {} : afterOwnWrites());

const pauseAfter = (latest: unknown, every: ReadOptions['every']): number | false =>
  (typeof every === 'function' ? every(latest) : every ?? false);

/** Reads one resource and keeps it. While its parameters change, the earlier answer stays in place, so nothing jumps. */
export const useRead = <T>(path: string, params: Params = {}, options: ReadOptions = {}): UseQueryResult<T> =>
  useQuery<T>({
    queryKey: [path, params],
    queryFn: ({ signal }) => read<T>(path, { ...params, ...waiting(options) }, signal),
    enabled: options.enabled ?? true,
    placeholderData: (earlier, query) => (query?.queryKey[0] === path ? earlier : undefined),
    refetchInterval: ({ state }) => (state.status === 'error' ? false : pauseAfter(state.data, options.every)),
    ...(options.fresh === undefined ? {} : { staleTime: options.fresh }),
  });

/** Reads several resources of a kind; undefined for one that has not come. */
export const useReads = <T>(paths: readonly string[], options: ReadOptions = {}): readonly (T | undefined)[] =>
  useQueries({
    queries: paths.map((path) => ({
      queryKey: [path, {}],
      queryFn: ({ signal }: { signal: AbortSignal }) => read<T>(path, waiting(options), signal),
      ...(options.fresh === undefined ? {} : { staleTime: options.fresh }),
    })),
  }).map(({ data }) => data);

/** Reads a list page by page. */
export const usePages = <Row>(path: string, params: Params = {}, options: ReadOptions = {}) =>
  useInfiniteQuery({
    queryKey: [path, 'pages', params],
    queryFn: ({ signal, pageParam }) =>
      read<Page<Row>>(path, { ...params, ...(pageParam ? { cursor: pageParam } : {}), ...waiting(options) }, signal),
    initialPageParam: '',
    getNextPageParam: (page) => page.next,
    enabled: options.enabled ?? true,
  });
