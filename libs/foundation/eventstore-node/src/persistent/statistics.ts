/** Counts what passes, and how fast since it was last asked. */
export class Rate {
  total = 0;
  #measured = 0;
  #measuredAt = performance.now();

  /** How many since the last measurement, and how many that is in a second. */
  measure(): { count: number; perSecond: number } {
    const now = performance.now();
    const count = this.total - this.#measured;
    const seconds = (now - this.#measuredAt) / 1_000;
    this.#measured = this.total;
    this.#measuredAt = now;
    return { count, perSecond: seconds > 0 ? Math.round(count / seconds) : 0 };
  }
}

/** How many of the last times are looked at. */
const timesKept = 1_000;

const shares: readonly (readonly [name: string, share: number])[] = [
  ['Quintile 1', 0], ['Quintile 2', 0.2], ['Quintile 3', 0.4], ['Quintile 4', 0.6], ['Quintile 5', 0.8],
  ['90%', 0.9], ['95%', 0.95], ['99%', 0.99], ['99.5%', 0.995], ['99.9%', 0.999],
];

/** How long a consumer took for each of its last thousand messages, in milliseconds. */
export class Timings {
  readonly #times: number[] = [];
  #next = 0;

  add(milliseconds: number): void {
    this.#times[this.#next] = milliseconds;
    this.#next = (this.#next + 1) % timesKept;
  }

  /** The measurements by their names; none before the first time. */
  measurements(): (readonly [name: string, milliseconds: number])[] {
    const times = this.#times.toSorted((left, right) => left - right);
    if (times.length === 0) return [];
    const at = (share: number): number => times[Math.floor(share * times.length)] ?? 0;
    const sum = times.reduce((total, time) => total + time, 0);
    return [
      ['Mean', Math.round(sum / times.length)], ['Median', at(0.5)], ['Fastest', at(0)],
      ...shares.map(([name, share]) => [name, at(share)] as const),
      ['Highest', times.at(-1) ?? 0],
    ];
  }
}
