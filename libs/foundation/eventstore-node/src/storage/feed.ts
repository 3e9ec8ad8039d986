/** Tells readers that wait at the end of a stream, or of the whole log, that something was written. */
export class Feed {
  readonly #ofAll = new Set<() => void>();
  readonly #ofStream = new Map<string, Set<() => void>>();

  /** Calls `wake` after each commit that touches the stream (or any stream). Returns how to stop that. */
  listen(stream: string | undefined, wake: () => void): () => void {
    if (stream === undefined) {
      this.#ofAll.add(wake);
      return () => { this.#ofAll.delete(wake); };
    }
    const listeners = this.#ofStream.get(stream) ?? new Set();
    this.#ofStream.set(stream, listeners.add(wake));
    return () => {
      listeners.delete(wake);
      if (listeners.size === 0 && this.#ofStream.get(stream) === listeners) this.#ofStream.delete(stream);
    };
  }

  written(streams: Iterable<string>): void {
    let any = false;
    for (const stream of streams) {
      any = true;
      this.#ofStream.get(stream)?.forEach((wake) => { wake(); });
    }
    if (any) this.#ofAll.forEach((wake) => { wake(); });
  }
}
