import { deriveUuid, type CommandContext } from '@zeren/event-store';
import { parseStreamName, publicId, type RecordedEvent } from '@zeren/kernel';
import { ReadModel, type PolicyJob } from '@zeren/read-model';
import { taskDecider, type CampaignMapped, type CarryMapping, type TaskRow } from '@zeren/tasks-domain';
import type { DataSource } from 'typeorm';
import { inParallel } from '../in-parallel.js';
import { taskBoardTable } from '../tasks.tables.js';

/** Appends in flight at once. */
const WIDTH = 64;
/** The board may be thousands of tasks behind where a split was published just before. */
const BOARD_WAIT_MS = 60_000;

type Mapped = RecordedEvent<CampaignMapped>;
type Moved = Pick<TaskRow, 'ownerTenantId' | 'id' | 'indicatorCode'>;

/** What becomes of the indicators that do not stay as they are: the code in the later version, or null where one ended. */
const codesAfter = ({ rows }: CampaignMapped['data']): ReadonlyMap<string, string | null> =>
  new Map(rows.flatMap(({ from, to, outcome }) => (from !== null && (outcome === 'changed' || outcome === 'ended') ? [[from, to] as const] : [])));

/** Every task of these indicators down to the grass roots: the campaign's owner sees the whole chain of what it dispatched. */
const tasksOf = (database: DataSource, tenantId: string, campaignId: string, codes: readonly string[]): Promise<Moved[]> =>
  database.manager.createQueryBuilder(taskBoardTable.entity, 'task')
    .select(['task.readerTenantId', 'task.ownerTenantId', 'task.id', 'task.indicatorCode'])
    .where('task.readerTenantId = :tenantId and task.campaignId = :campaignId', { tenantId, campaignId })
    .andWhere('task.indicatorCode = any(:codes)', { codes })
    .getMany();

/** What reaches a task is the doing of whoever moved the campaign, at that moment. */
const contextOf = ({ id, metadata }: Mapped, target: string): CommandContext => ({
  caller: { tenantId: metadata.tenantId, actorId: metadata.actorId, postId: metadata.postId, unitId: metadata.unitId, roles: [], now: metadata.occurredAt },
  commandId: deriveUuid('campaign-move', id, target),
  correlationId: metadata.$correlationId,
  causationId: id,
});

/** A campaign that moved to another version of its standard takes its tasks along: those of ended indicators are void, the others say what changed. */
export const campaignMoves: PolicyJob = {
  name: 'campaign-moves',
  handles: ['CampaignMapped'],
  handle: async (event, { repository, database }) => {
    const mapped = event as Mapped;
    const id = parseStreamName(mapped.stream);
    const becomes = codesAfter(mapped.data);
    if (!id || becomes.size === 0) return;
    await new ReadModel(database).waitFor(taskBoardTable, mapped.position, BOARD_WAIT_MS);
    const { fromStandardId, toStandardId, rows, reason, document } = mapped.data;
    const tasks = await tasksOf(database, id.tenantId, publicId(id.tenantId, id.id), [...becomes.keys()]);
    await inParallel(tasks, WIDTH, (task) => {
      const why = rows.find(({ from }) => from === task.indicatorCode)?.reason ?? reason;
      const command: CarryMapping = {
        type: 'CarryMapping', data: { fromStandardId, toStandardId, indicatorCode: becomes.get(task.indicatorCode) ?? null, reason: why, document },
      };
      const stream = { category: taskDecider.category, tenantId: task.ownerTenantId, id: task.id };
      return repository.execute(taskDecider, stream, command, contextOf(mapped, publicId(task.ownerTenantId, task.id)));
    });
  },
};
