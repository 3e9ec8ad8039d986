import { ownersReading, type DeciderRepository, type EventStore } from '@zeren/event-store';
import { parseStreamName, readersOf, type Caller, type OwnersReading } from '@zeren/kernel';

/** Whose work a service's streams are, where somebody is kept to that of its own units. */
export type OwnWork = {
  /** The units to whose work somebody is kept; undefined where it sees what its tenant sees. */
  readonly keptTo: (caller: Caller, read: OwnersReading) => Promise<readonly string[] | undefined>;
  /** Categories of streams each of which is the work of some units; every other is a whole tenant's. */
  readonly categories: readonly string[];
};

/** By how many milliseconds what other processes changed in the organisation may be unknown here. */
const RECENT = 1_000;

/** Which streams, and so which events, somebody sees of those that its tenant sees. */
export class OwnStreams {
  private readonly read: OwnersReading;

  /** @param ownWork everybody sees what its tenant sees where it is not given */
  constructor(private readonly store: EventStore, repository: DeciderRepository, private readonly ownWork: OwnWork | undefined) {
    this.read = ownersReading(repository, RECENT);
  }

  /** Whether somebody sees all that its tenant sees. */
  async seesAll(caller: Caller): Promise<boolean> {
    return (await this.unitsOf(caller)) === undefined;
  }

  /** Whether somebody sees a stream: one that names a unit of its own, or in which one acted. */
  async sees(caller: Caller, stream: string): Promise<boolean> {
    const units = await this.unitsOf(caller);
    if (units === undefined) return true;
    const category = parseStreamName(stream)?.category;
    return category !== undefined && this.ownWork?.categories.includes(category) === true && this.concerns(stream, caller.tenantId, new Set(units));
  }

  private async unitsOf(caller: Caller): Promise<readonly string[] | undefined> {
    return this.ownWork?.keptTo(caller, this.read);
  }

  private async concerns(stream: string, tenantId: string, units: ReadonlySet<string>): Promise<boolean> {
    let found = false;
    for await (const event of this.store.read(stream)) {
      found ||= readersOf(event).includes(tenantId) && (units.has(event.metadata.unitId) || names(event.data, units));
    }
    return found;
  }
}

/** Whether a unit is named anywhere in what an event says. */
const names = (value: unknown, units: ReadonlySet<string>): boolean => {
  if (typeof value === 'string') return units.has(value);
  return typeof value === 'object' && value !== null && Object.values(value).some((one) => names(one, units));
};
