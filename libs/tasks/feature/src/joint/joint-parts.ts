import { deriveUuid } from '@zeren/event-store';
import { parseStreamName, publicId, type RecordedEvent } from '@zeren/kernel';
import type { PolicyJob } from '@zeren/read-model';
import { partDecider, partOfTask, type TaskPublished } from '@zeren/tasks-domain';

/** Each party of a joint task is told its part, which has a stream of its own: what one records the others do not see. */
export const jointParts: PolicyJob = {
  name: 'joint-parts',
  handles: ['TaskPublished'],
  handle: async (event, { repository }) => {
    const { parts = [], name, campaignId, indicatorCode, unitId, unitTenantId } = (event as RecordedEvent<TaskPublished>).data;
    const id = parseStreamName(event.stream);
    if (parts.length === 0 || !id) return;
    const { tenantId, actorId, postId, occurredAt, $correlationId, unitId: actingUnitId } = event.metadata;
    const task = { name, campaignId, indicatorCode, unitId, unitTenantId };
    for (const part of parts) {
      const command = { type: 'DispatchPart', data: { ...part, taskId: publicId(tenantId, id.id), task } } as const;
      await repository.execute(partDecider, { category: partDecider.category, tenantId, id: partOfTask(id.id, part.number) }, command, {
        caller: { tenantId, actorId, postId, unitId: actingUnitId, roles: [], now: occurredAt },
        commandId: deriveUuid('joint-parts', event.id, String(part.number)), correlationId: $correlationId, causationId: event.id,
      });
    }
  },
};
