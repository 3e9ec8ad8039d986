import { deriveUuid, type CommandContext, type DeciderRepository } from '@zeren/event-store';
import { parsePublicId, parseStreamName, publicId, type RecordedEvent } from '@zeren/kernel';
import type { PolicyJob } from '@zeren/read-model';
import {
  taskDecider, usableElsewhere, type CampaignRow, type MeasureRow, type PublishedTask, type ResultReported, type TaskRow, type UsableValue,
} from '@zeren/tasks-domain';
import type { DataSource } from 'typeorm';
import { measureRegisterTable } from './measure.tables.js';
import { campaignOverviewTable, taskBoardTable } from '../tasks.tables.js';

type Sibling = Pick<TaskRow, 'ownerTenantId' | 'id' | 'campaignId' | 'indicatorCode'>;

/** The policy acts for the owner of the credited task, in no post; what it does is caused by the report. */
const contextOf = (reported: RecordedEvent, tenantId: string, target: string): CommandContext => ({
  caller: { tenantId, actorId: 'zeren.measures', postId: '', unitId: '', roles: [], now: reported.metadata.occurredAt },
  commandId: deriveUuid('measure-credit', reported.id, target),
  correlationId: reported.metadata.$correlationId,
  causationId: reported.id,
});

const reportedTask = async (repository: DeciderRepository, reported: RecordedEvent): Promise<PublishedTask | undefined> => {
  const id = parseStreamName(reported.stream);
  if (!id) return undefined;
  const { state } = await repository.load(taskDecider, id, contextOf(reported, id.tenantId, reported.stream).caller);
  return state.status === 'unpublished' ? undefined : state;
};

/** The values that other campaigns of the same city take as they are. */
const usableValues = async (database: DataSource, { content }: PublishedTask, values: ResultReported['data']['values']): Promise<readonly UsableValue[]> => {
  const tenantId = parsePublicId(content.campaignId)?.tenantId;
  if (tenantId === undefined) return [];
  const ofCity = { readerTenantId: tenantId, ownerTenantId: tenantId };
  const measures = await database.manager.find(measureRegisterTable.entity, { where: ofCity }) as MeasureRow[];
  if (measures.length === 0) return [];
  const campaigns = await database.manager.find(campaignOverviewTable.entity, { where: ofCity }) as CampaignRow[];
  const standards = campaigns.map(({ ownerTenantId, id, standardId }) => ({ campaignId: publicId(ownerTenantId, id), standardId }));
  return usableElsewhere(measures, standards, { campaignId: content.campaignId, indicatorCode: content.indicatorCode, values });
};

/** The tasks of those campaigns that the same unit leads. */
const siblings = (database: DataSource, { content: { unitId, unitTenantId } }: PublishedTask, usable: readonly UsableValue[]): Promise<Sibling[]> =>
  database.manager.createQueryBuilder(taskBoardTable.entity, 'task')
    .select(['task.readerTenantId', 'task.ownerTenantId', 'task.id', 'task.campaignId', 'task.indicatorCode'])
    .where('task.readerTenantId = :unitTenantId and task.unitId = :unitId and task.unitTenantId = :unitTenantId', { unitId, unitTenantId })
    .andWhere('task.indicatorCode = any(:codes)', { codes: usable.map(({ indicatorCode }) => indicatorCode) })
    .getMany();

/** Report once: what a unit reports for one campaign is credited to its tasks of the others that measure the same. */
export const measureCredits: PolicyJob = {
  name: 'measure-credits',
  handles: ['ResultReported'],
  handle: async (event, { repository, database }) => {
    const { data } = event as RecordedEvent<ResultReported>;
    const id = parseStreamName(event.stream);
    const task = await reportedTask(repository, event);
    if (!id || !task) return;
    const usable = await usableValues(database, task, data.values);
    if (usable.length === 0) return;
    const { campaignId, indicatorCode } = task.content;
    for (const sibling of await siblings(database, task, usable)) {
      const credited = usable.filter((one) => one.campaignId === sibling.campaignId && one.indicatorCode === sibling.indicatorCode);
      for (const { measure, value } of credited) {
        const source = { taskId: publicId(id.tenantId, id.id), campaignId, indicatorCode, measureId: publicId(measure.ownerTenantId, measure.id) };
        const stream = { category: taskDecider.category, tenantId: sibling.ownerTenantId, id: sibling.id };
        const target = `${publicId(sibling.ownerTenantId, sibling.id)}:${value.metric}`;
        await repository.execute(taskDecider, stream, { type: 'CreditResult', data: { year: data.year, values: [value], measuredOn: data.measuredOn, source } },
          contextOf(event, sibling.ownerTenantId, target));
      }
    }
  },
};
