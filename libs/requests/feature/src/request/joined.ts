/**
 * A reading that many ask for at once. Whoever asks gets one that began after it asked: at most one runs, and all who ask
 * meanwhile share the next.
 */
export class Joined<T> {
  private running: Promise<T> | undefined;
  private next: Promise<T> | undefined;

  constructor(private readonly read: () => Promise<T>) {}

  get(): Promise<T> {
    if (!this.running) return this.start();
    this.next ??= this.running.then(() => this.follow(), () => this.follow());
    return this.next;
  }

  private follow(): Promise<T> {
    this.next = undefined;
    return this.start();
  }

  private start(): Promise<T> {
    const reading = this.read().finally(() => {
      if (this.running === reading) this.running = undefined;
    });
    this.running = reading;
    return reading;
  }
}
