/** What the loader is doing, as the console shows it. */
export type Step = { readonly name: string; readonly done: number; readonly total: number };
export type Progress = { readonly running: boolean; readonly done: boolean; readonly steps: readonly Step[] };

/** Counts steps and tells a listener, at most four times a second and always at the end of a step. */
export class ProgressReport {
  private readonly steps = new Map<string, { done: number; total: number }>();
  private lastTold = 0;

  constructor(private readonly tell: (progress: Progress) => void) {}

  begin(name: string, total: number): void {
    this.steps.set(name, { done: 0, total });
    this.tellNow(false);
  }

  advance(name: string, by = 1): void {
    const step = this.steps.get(name);
    if (!step) throw new Error(`Step ${name} was not begun`);
    step.done += by;
    if (step.done >= step.total || Date.now() - this.lastTold > 250) this.tellNow(false);
  }

  finish(): void {
    this.tellNow(true);
  }

  private tellNow(done: boolean): void {
    this.lastTold = Date.now();
    this.tell({ running: !done, done, steps: [...this.steps].map(([name, step]) => ({ name, ...step })) });
  }
}
