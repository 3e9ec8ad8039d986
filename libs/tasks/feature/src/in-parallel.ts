/** Runs `work` over the items, `width` at a time, in order of start; the results in order of the items. The first failure ends it. */
export const inParallel = async <T, R>(items: readonly T[], width: number, work: (item: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = [];
  let next = 0;
  let failed = false;
  const lane = async (): Promise<void> => {
    while (next < items.length && !failed) {
      const at = next++;
      results[at] = await work(items[at] as T);
    }
  };
  const lanes = Array.from({ length: Math.min(width, items.length) }, () => lane().catch((error: unknown) => {
    failed = true;
    throw error;
  }));
  await Promise.all(lanes);
  return results;
};
