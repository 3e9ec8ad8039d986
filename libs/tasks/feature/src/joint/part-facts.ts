import { Injectable } from '@nestjs/common';
import { DeciderRepository } from '@zeren/event-store';
import { notFound } from '@zeren/http';
import type { Caller, StreamId } from '@zeren/kernel';
import { isSettled, partDecider, partOfTask, statusOf, taskDecider, taskOfPart, type TaskStatus } from '@zeren/tasks-domain';

/** Reads what a part has to know of its task, and the task of its parts: each in the owner's name, whoever acts. */
@Injectable()
export class PartFacts {
  constructor(private readonly repository: DeciderRepository) {}

  /** Where the joint task of a part stands. 404 where there is none. */
  async taskStatus({ tenantId, id }: StreamId, caller: Caller): Promise<TaskStatus> {
    const { state } = await this.repository.load(taskDecider, { category: taskDecider.category, tenantId, id: taskOfPart(id) }, { ...caller, tenantId });
    return state.status === 'unpublished' ? notFound() : statusOf(state);
  }

  /** The parties of a joint task whose part is neither done nor excused; undefined for any other task. */
  async openParties(id: StreamId, caller: Caller): Promise<readonly string[] | undefined> {
    const { state } = await this.repository.load(taskDecider, id, caller);
    const parts = state.status === 'unpublished' ? undefined : state.content.parts;
    if (!parts) return undefined;
    const owner = { ...caller, tenantId: id.tenantId };
    const loaded = await Promise.all(parts.map(({ number }) =>
      this.repository.load(partDecider, { category: partDecider.category, tenantId: id.tenantId, id: partOfTask(id.id, number) }, owner)));
    return parts.filter((_, index) => {
      const part = loaded[index]?.state;
      return !part || part.status === 'none' || !isSettled(part);
    }).map(({ unitId }) => unitId);
  }
}
