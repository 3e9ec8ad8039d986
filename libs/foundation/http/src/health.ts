/** What a service needs to be ready, by name; each rejects where it is not there. */
export type HealthChecks = Readonly<Record<string, () => Promise<unknown>>>;

export type Health = { readonly status: 'up' | 'down'; readonly checks: Readonly<Record<string, 'up' | 'down'>> };

const within = async (work: Promise<unknown>, ms: number): Promise<unknown> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`No answer within ${ms} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
};

/** Runs every check side by side, each bounded in time. */
export const healthOf = async (checks: HealthChecks, timeoutMs = 2_000): Promise<Health> => {
  const results = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => {
      const up = await within(check(), timeoutMs).then(() => true, () => false);
      return [name, up ? 'up' : 'down'] as const;
    }),
  );
  return {
    status: results.every(([, state]) => state === 'up') ? 'up' : 'down',
    checks: Object.fromEntries(results),
  };
};
