import type { DataSource } from 'typeorm';

const RUNNER = 'runner:';

/** Which jobs this process may run: each by one holder at a time, shared evenly among the processes that live. */
export class Leases {
  constructor(
    private readonly dataSource: DataSource,
    private readonly holder: string,
    private readonly seconds: number,
  ) {}

  /**
   * Renews what is held, gives back what is more than an even share, takes what is free up to one.
   * Returns the jobs now held.
   */
  async renew(names: readonly string[]): Promise<Set<string>> {
    const held = await this.extend(names);
    const share = Math.ceil(names.length / (await this.livingRunners()));
    const surplus = [...held].slice(share);
    for (const name of surplus) held.delete(name);
    const wanted = names.filter((name) => !held.has(name) && !surplus.includes(name));
    for (const name of wanted) {
      if (held.size >= share) break;
      if (await this.take(name)) held.add(name);
    }
    return held;
  }

  /** Lets others have these at once. */
  async release(names: readonly string[]): Promise<void> {
    await this.dataSource.query('delete from lease where holder = $1 and name = any($2)', [this.holder, names]);
  }

  /** Takes leave: of its jobs and of those that share them. */
  async releaseAll(): Promise<void> {
    await this.dataSource.query('delete from lease where holder = $1', [this.holder]);
  }

  private async extend(names: readonly string[]): Promise<Set<string>> {
    const [rows] = await this.dataSource.query<[{ name: string }[], number]>(
      `update lease set until = now() + make_interval(secs => $1) where holder = $2 and name = any($3) returning name`,
      [this.seconds, this.holder, names],
    );
    return new Set(rows.map(({ name }) => name));
  }

  private async livingRunners(): Promise<number> {
    await this.take(`${RUNNER}${this.holder}`);
    const [row] = await this.dataSource.query<{ runners: number }[]>(
      `select count(*)::integer as runners from lease where starts_with(name, $1) and until > now()`, [RUNNER],
    );
    return Math.max(row?.runners ?? 1, 1);
  }

  private async take(name: string): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      `insert into lease as l (name, holder, until) values ($1, $2, now() + make_interval(secs => $3))
       on conflict (name) do update set holder = excluded.holder, until = excluded.until
       where l.until < now() or l.holder = excluded.holder returning name`,
      [name, this.holder, this.seconds],
    );
    return rows.length > 0;
  }
}
