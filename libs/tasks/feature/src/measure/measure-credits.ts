import { deriveUuid, type CommandContext, type DeciderRepository } from '@zeren/event-store';
import { parsePublicId, parseStreamName, publicId, type RecordedEvent, type StreamId } from '@zeren/kernel';
import type { PolicyContext, PolicyJob } from '@zeren/read-model';
import {
  askedElsewhere, taskDecider, usableElsewhere,
  type CampaignIndicator, type CampaignRow, type CampaignStandard, type MeasureRow, type PublishedTask, type ResultReported, type TaskAccepted, type TaskRow, type UsableValue,
} from '@zeren/tasks-domain';
import type { DataSource } from 'typeorm';
import { measureRegisterTable } from './measure.tables.js';
import { campaignOverviewTable, taskBoardTable } from '../tasks.tables.js';

type Sibling = Pick<TaskRow, 'ownerTenantId' | 'id' | 'campaignId' | 'indicatorCode'>;
type Reported = Pick<ResultReported['data'], 'year' | 'values' | 'measuredOn'>;
type Cause = RecordedEvent<ResultReported> | RecordedEvent<TaskAccepted>;
type Known = { readonly measures: readonly MeasureRow[]; readonly standards: readonly CampaignStandard[] };

/** The policy acts for the owner of the credited task, in no post; what it does is caused by the report or the acceptance. */
const contextOf = (cause: Cause, tenantId: string, target: string): CommandContext => ({
  caller: { tenantId, actorId: 'zeren.measures', postId: '', unitId: '', roles: [], now: cause.metadata.occurredAt },
  commandId: deriveUuid('measure-credit', cause.id, target),
  correlationId: cause.metadata.$correlationId,
  causationId: cause.id,
});

const taskStream = ({ ownerTenantId: tenantId, id }: Sibling): StreamId => ({ category: taskDecider.category, tenantId, id });

const taskAt = async (repository: DeciderRepository, stream: StreamId, cause: Cause): Promise<PublishedTask | undefined> => {
  const { state } = await repository.load(taskDecider, stream, contextOf(cause, stream.tenantId, '').caller);
  return state.status === 'unpublished' ? undefined : state;
};

/** The measures of the city that runs the campaign, and which standard each of its campaigns works to. */
const knownTo = async (database: DataSource, { campaignId }: CampaignIndicator): Promise<Known> => {
  const tenantId = parsePublicId(campaignId)?.tenantId ?? '';
  const ofCity = { readerTenantId: tenantId, ownerTenantId: tenantId };
  const measures = await database.manager.find(measureRegisterTable.entity, { where: ofCity }) as MeasureRow[];
  if (measures.length === 0) return { measures, standards: [] };
  const campaigns = await database.manager.find(campaignOverviewTable.entity, { where: ofCity }) as CampaignRow[];
  return { measures, standards: campaigns.map(({ ownerTenantId, id, standardId }) => ({ campaignId: publicId(ownerTenantId, id), standardId })) };
};

/** The tasks for these indicators that the same unit leads. */
const siblings = (database: DataSource, { content: { unitId, unitTenantId } }: PublishedTask, indicators: readonly CampaignIndicator[]): Promise<Sibling[]> =>
  database.manager.createQueryBuilder(taskBoardTable.entity, 'task')
    .select(['task.readerTenantId', 'task.ownerTenantId', 'task.id', 'task.campaignId', 'task.indicatorCode'])
    .where('task.readerTenantId = :unitTenantId and task.unitId = :unitId and task.unitTenantId = :unitTenantId', { unitId, unitTenantId })
    .andWhere('task.indicatorCode = any(:codes)', { codes: indicators.map(({ indicatorCode }) => indicatorCode) })
    .getMany();

const isFor = (one: CampaignIndicator, other: CampaignIndicator): boolean => one.campaignId === other.campaignId && one.indicatorCode === other.indicatorCode;

type Crediting = { readonly cause: Cause; readonly repository: DeciderRepository; readonly from: Sibling; readonly to: Sibling };

const credit = async ({ cause, repository, from, to }: Crediting, { year, measuredOn }: Reported, usable: readonly UsableValue[]): Promise<void> => {
  for (const { measure, value } of usable.filter((one) => isFor(one, to))) {
    const { campaignId, indicatorCode } = from;
    const source = { taskId: publicId(from.ownerTenantId, from.id), campaignId, indicatorCode, measureId: publicId(measure.ownerTenantId, measure.id) };
    const target = [source.taskId, publicId(to.ownerTenantId, to.id), year, value.metric].join(':');
    await repository.execute(taskDecider, taskStream(to), { type: 'CreditResult', data: { year, values: [value], measuredOn, source } }, contextOf(cause, to.ownerTenantId, target));
  }
};

/** What was just reported goes to the unit's tasks of the other campaigns. */
const creditOthers = async (cause: RecordedEvent<ResultReported>, own: Sibling, task: PublishedTask, { repository, database }: PolicyContext): Promise<void> => {
  const { measures, standards } = await knownTo(database, own);
  const usable = usableElsewhere(measures, standards, { ...own, values: cause.data.values });
  if (usable.length === 0) return;
  for (const to of await siblings(database, task, usable)) await credit({ cause, repository, from: own, to }, cause.data, usable);
};

/** What the unit had reported for other campaigns before it accepted this task comes to it afterwards. */
const creditAccepted = async (cause: RecordedEvent<TaskAccepted>, own: Sibling, task: PublishedTask, { repository, database }: PolicyContext): Promise<void> => {
  const { measures, standards } = await knownTo(database, own);
  const asked = askedElsewhere(measures, standards, own).filter(({ isUsable }) => isUsable).map(({ other }) => other);
  if (asked.length === 0) return;
  for (const from of (await siblings(database, task, asked)).filter((one) => asked.some((other) => isFor(one, other)))) {
    const source = await taskAt(repository, taskStream(from), cause);
    for (const year of source?.years.filter(({ status }) => status === 'reported' || status === 'verified') ?? []) {
      const reported = { ...year, measuredOn: year.measuredOn ?? '' };
      await credit({ cause, repository, from, to: own }, reported, usableElsewhere(measures, standards, { ...from, values: year.values }));
    }
  }
};

/** Report once: what a unit reports for one campaign is credited to its tasks of the others that measure the same, also to one that it accepts later. */
export const measureCredits: PolicyJob = {
  name: 'measure-credits',
  handles: ['ResultReported', 'TaskAccepted'],
  handle: async (event, context) => {
    const cause = event as Cause;
    const stream = parseStreamName(cause.stream);
    const task = stream && await taskAt(context.repository, stream, cause);
    if (!stream || !task) return;
    const own: Sibling = { ownerTenantId: stream.tenantId, id: stream.id, campaignId: task.content.campaignId, indicatorCode: task.content.indicatorCode };
    switch (cause.type) {
      case 'ResultReported': return creditOthers(cause, own, task, context);
      case 'TaskAccepted': return creditAccepted(cause, own, task, context);
    }
  },
};
