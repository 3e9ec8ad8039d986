/**
 * What a service needs to be ready, by name; a check rejects where it is not there. Not @nestjs/terminus: it says
 * by an exception that a service is not ready, which the edge would turn into a problem document that names no check.
 */
export class HealthChecks {
  private readonly checks = new Map<string, () => Promise<unknown>>();

  add(name: string, check: () => Promise<unknown>): this {
    this.checks.set(name, check);
    return this;
  }

  /** Runs every check side by side, each bounded in time. */
  async run(timeoutMs = 2_000): Promise<Health> {
    const results = await Promise.all(
      [...this.checks].map(async ([name, check]) => {
        const up = await within(check(), timeoutMs).then(() => true, () => false);
        return [name, up ? 'up' : 'down'] as const;
      }),
    );
    return {
      status: results.every(([, state]) => state === 'up') ? 'up' : 'down',
      checks: Object.fromEntries(results),
    };
  }
}

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
