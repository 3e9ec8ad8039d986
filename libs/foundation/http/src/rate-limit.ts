/** At most so many requests a second per key, counted in windows of one second. */
export class RateLimit {
  private counts = new Map<string, number>();
  private window = 0;

  /** @param perSecond requests a second per key; 0 means no limit */
  constructor(
    private readonly perSecond: number,
    private readonly now: () => number = Date.now,
  ) {}

  /** Whether one more request of this key is within the limit. */
  admits(key: string): boolean {
    if (this.perSecond === 0) return true;
    const window = Math.floor(this.now() / 1000);
    if (window !== this.window) {
      this.window = window;
      this.counts = new Map();
    }
    const count = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, count);
    return count <= this.perSecond;
  }
}
