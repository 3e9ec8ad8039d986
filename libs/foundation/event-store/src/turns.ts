/** Lets work on the same key happen one after the other, in the order it came; other keys go on beside it. */
export class Turns {
  private readonly last = new Map<string, Promise<void>>();

  /** The work's own result or error. Work that failed does not hold up what follows it. */
  take<T>(key: string, work: () => Promise<T>): Promise<T> {
    const previous = this.last.get(key);
    const turn = previous ? previous.then(work) : work();
    const settled: Promise<void> = turn.then(
      () => this.leave(key, settled),
      () => this.leave(key, settled),
    );
    this.last.set(key, settled);
    return turn;
  }

  private leave(key: string, turn: Promise<void>): void {
    if (this.last.get(key) === turn) this.last.delete(key);
  }
}
