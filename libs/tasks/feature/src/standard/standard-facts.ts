import { Injectable } from '@nestjs/common';
import { DeciderRepository } from '@zeren/event-store';
import { notFound, streamIdOf } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import { standardDecider, standardIdOf, type StandardPublished } from '@zeren/tasks-domain';

/** Reads the versions of standards that a decision compares or works to. */
@Injectable()
export class StandardFacts {
  constructor(private readonly repository: DeciderRepository) {}

  /** 404 where the caller's tenant sees no such standard. */
  async published(standardId: string, caller: Caller): Promise<StandardPublished['data']> {
    const { state } = await this.repository.load(standardDecider, streamIdOf('standard', standardId), caller);
    return state.status === 'published' ? state.content : notFound();
  }

  /** Whether the caller's own tenant published this version of its standard. */
  async hasVersion(code: string, version: number, caller: Caller): Promise<boolean> {
    const id = { category: standardDecider.category, tenantId: caller.tenantId, id: standardIdOf(code, version) };
    const { state } = await this.repository.load(standardDecider, id, caller);
    return state.status === 'published';
  }
}
