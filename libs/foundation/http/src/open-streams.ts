/** The answers that never end by themselves (server-sent events), so that a graceful stop can end them. */
export class OpenStreams {
  private readonly ends = new Set<() => void>();
  private stopping = false;

  /** Registers an open answer by what ends it; call the result once it has ended by itself. */
  opened(end: () => void): () => void {
    if (this.stopping) end();
    else this.ends.add(end);
    return () => this.ends.delete(end);
  }

  get count(): number {
    return this.ends.size;
  }

  /** Ends every open answer, and from now on each new one at once. */
  endAll(): void {
    this.stopping = true;
    const ends = [...this.ends];
    this.ends.clear();
    for (const end of ends) end();
  }
}
