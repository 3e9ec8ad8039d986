import { DomainError, type Caller, type OwnersReading } from '@zeren/kernel';
import { ProblemError } from './problem.js';

/**
 * Whether somebody whose token is good may act now, and as whom: `actsInPostId` is the post that the request says it acts
 * in, null where it says none. Refuses with a DomainError, which the edge answers with 403.
 */
export type Admission = (caller: Caller, actsInPostId: string | null, read: OwnersReading) => Promise<Caller>;

type Admitted = Omit<Caller, 'now'>;
type Known = { readonly admitted: Admitted; readonly until: number };

/** Milliseconds for which an admission is believed: so long a person whose post has ended may still get in. */
const BELIEVED_FOR = 2_000;
const CAPACITY = 10_000;

const keyOf = ({ tenantId, actorId, postId, unitId, roles, now }: Caller, actsInPostId: string | null): string =>
  JSON.stringify([tenantId, actorId, postId, unitId, roles, now.slice(0, 13), actsInPostId]);

/** Asks a service's admission, and believes its answer for a moment, so that a run of requests does not ask for each. */
export class Admissions {
  private readonly known = new Map<string, Known>();

  constructor(
    private readonly admission: Admission,
    private readonly read: OwnersReading,
  ) {}

  /** The caller as it may act. Refuses with 403. */
  of(caller: Caller, actsInPostId: string | null): Caller | Promise<Caller> {
    const key = keyOf(caller, actsInPostId);
    const known = this.known.get(key);
    if (known && known.until > Date.now()) return { ...known.admitted, now: caller.now };
    this.known.delete(key);
    return this.asked(key, caller, actsInPostId);
  }

  private async asked(key: string, caller: Caller, actsInPostId: string | null): Promise<Caller> {
    try {
      const admitted = await this.admission(caller, actsInPostId, this.read);
      this.remember(key, { admitted, until: Date.now() + BELIEVED_FOR });
      return admitted;
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      const { code, details } = error;
      throw new ProblemError(403, code, { details });
    }
  }

  private remember(key: string, known: Known): void {
    if (this.known.size >= CAPACITY) {
      const oldest = this.known.keys().next();
      if (!oldest.done) this.known.delete(oldest.value);
    }
    this.known.set(key, known);
  }
}
