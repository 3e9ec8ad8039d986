import type { CheckpointWatch } from './checkpoint-watch.js';

/** How old the known position of a view may be. */
const POSITION_AGE_MS = 20;
/** How long an answer is given again; parked events and rebuilt views change rows without moving the position. */
const ANSWER_AGE_MS = 250;
const ANSWERS = 500;

type Answer = { readonly position: bigint; readonly askedAt: number; readonly given: Promise<unknown> };

/**
 * Answers that still hold: a view's rows change only when its position moves, so that many who ask the same at one
 * position ask the database once. Whoever has waited for a position never gets an answer from before it.
 */
export class RecentPages {
  private readonly answers = new Map<string, Answer>();

  constructor(private readonly watch: CheckpointWatch) {}

  /** `question` must name the tenant. */
  async answer<T>(view: string, question: string, ask: () => Promise<T>): Promise<T> {
    const position = await this.watch.recentPosition(view, POSITION_AGE_MS);
    const known = this.answers.get(question);
    if (known?.position === position && performance.now() - known.askedAt < ANSWER_AGE_MS) return known.given as Promise<T>;
    const given = ask();
    this.remember(question, { position, askedAt: performance.now(), given });
    given.catch(() => this.answers.delete(question));
    return given;
  }

  private remember(question: string, answer: Answer): void {
    this.answers.delete(question);
    this.answers.set(question, answer);
    const [oldest] = this.answers.keys();
    if (this.answers.size > ANSWERS && oldest !== undefined) this.answers.delete(oldest);
  }
}
