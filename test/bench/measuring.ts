/** The quarter points of a set of figures. */
export type Quartiles = { readonly low: number; readonly median: number; readonly high: number };

/** What two of a kind came to, measured in turn. Ratios are formed within each turn, since the machine drifts between them. */
export type Comparison = { readonly candidate: number; readonly reference: number; readonly ratio: Quartiles };

/** Measures once, for a slice of a second or a few, and gives one figure. */
export type Slice = () => Promise<number>;

const at = (sorted: readonly number[], share: number): number => {
  const place = (sorted.length - 1) * share;
  const below = Math.floor(place);
  const low = sorted[below] ?? Number.NaN;
  const high = sorted[Math.ceil(place)] ?? low;
  return low + (high - low) * (place - below);
};

const ascending = (figures: readonly number[]): number[] => [...figures].sort((a, b) => a - b);

/** The figure below which a share of all lie, between 0 and 1. */
export const percentile = (figures: readonly number[], share: number): number => at(ascending(figures), share);

export const median = (figures: readonly number[]): number => percentile(figures, 0.5);

export const quartiles = (figures: readonly number[]): Quartiles => {
  const sorted = ascending(figures);
  return { low: at(sorted, 0.25), median: at(sorted, 0.5), high: at(sorted, 0.75) };
};

/** Turns before the first that count for nothing: until then code is still being compiled. */
const WARM_UP = 3;

/** Candidate and reference in alternating slices, who begins changing from turn to turn. */
export const alternate = async (turns: number, candidate: Slice, reference: Slice): Promise<Comparison> => {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (let turn = -WARM_UP; turn < turns; turn += 1) {
    const swapped = turn % 2 !== 0;
    const first = await (swapped ? reference : candidate)();
    const second = await (swapped ? candidate : reference)();
    if (turn < 0) continue;
    ours.push(swapped ? second : first);
    theirs.push(swapped ? first : second);
  }
  return { candidate: median(ours), reference: median(theirs), ratio: quartiles(ours.map((figure, turn) => figure / (theirs[turn] as number))) };
};

/** How many of a piece of work are done a second by so many callers at once, each beginning the next when one is done. */
export const perSecond = async (callers: number, seconds: number, work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now();
  const end = begun + seconds * 1_000;
  let done = 0;
  const caller = async (): Promise<void> => {
    while (performance.now() < end) {
      await work();
      done += 1;
    }
  };
  await Promise.all(Array.from({ length: callers }, caller));
  return done / ((performance.now() - begun) / 1_000);
};

/** How long each of so many runs took, one after the other, in milliseconds. */
export const times = async (runs: number, work: (run: number) => Promise<unknown>): Promise<number[]> => {
  const taken: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const begun = performance.now();
    await work(run);
    taken.push(performance.now() - begun);
  }
  return taken;
};
