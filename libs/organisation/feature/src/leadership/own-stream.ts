import { Injectable } from '@nestjs/common';
import { DeciderRepository } from '@zeren/event-store';
import { ProblemError, streamIdOf } from '@zeren/http';
import type { Caller, Command, Decider, Event, StreamId } from '@zeren/kernel';

/** What a tenant shares others may read; only the tenant itself changes it. */
@Injectable()
export class OwnStreams {
  constructor(private readonly repository: DeciderRepository) {}

  /** The stream of a public id. 404 where the caller may not see it, 403 where it is another tenant's. */
  async of<State, C extends Command, E extends Event>(decider: Decider<State, C, E>, id: string, caller: Caller): Promise<StreamId> {
    const stream = streamIdOf(decider.category, id);
    if (stream.tenantId === caller.tenantId) return stream;
    await this.repository.load(decider, stream, caller);
    throw new ProblemError(403, 'role-not-allowed');
  }
}
