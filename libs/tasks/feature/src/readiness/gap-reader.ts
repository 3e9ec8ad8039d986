import { Injectable } from '@nestjs/common';
import { notFound } from '@zeren/http';
import { parsePublicId, publicId, type Caller } from '@zeren/kernel';
import { InvalidCursor, ReadModel } from '@zeren/read-model';
import { Confinements, isOwn, localYear } from '@zeren/organisation-domain';
import { gapsOf, pointsAtStake, sortedGaps, type CampaignRow, type Gap, type GapGround, type GapPage, type MockRow } from '@zeren/tasks-domain';
import { campaignOverviewTable, taskBoardTable } from '../tasks.tables.js';
import type { GapQuery } from './readiness.bodies.js';
import { checklistTable, mockRegisterTable, proofTable } from './readiness.tables.js';

/** More tasks than one campaign's own split has, and more evidence. */
const ALL = 100_000;

type Cut = Pick<GapQuery, 'year' | 'unitId' | 'kind' | 'sort'>;
type GapList = { readonly gaps: readonly Gap[] } & Omit<GapPage, 'items' | 'next'>;

const tables = [campaignOverviewTable, taskBoardTable, checklistTable, proofTable, mockRegisterTable] as const;

/** What a campaign still lacks, as one tenant sees it: a city the whole, a district its own tasks, a town its own. */
@Injectable()
export class GapReader {
  constructor(private readonly readModel: ReadModel, private readonly confinements: Confinements) {}

  /** 404 where the caller's tenant sees no such campaign. */
  async list(campaignId: string, caller: Caller, { year: asked, unitId, kind, sort }: Cut, after?: bigint): Promise<GapList> {
    if (after !== undefined) await Promise.all(tables.map((table) => this.readModel.waitFor(table, after)));
    const id = parsePublicId(campaignId) ?? notFound();
    const campaign = (await this.readModel.one(campaignOverviewTable, caller.tenantId, { ownerTenantId: id.tenantId, id: id.id })) ?? notFound();
    const year = asked ?? Math.min(Math.max(localYear(caller.now), campaign.firstYear), campaign.lastYear);
    const kept = await this.confinements.of(caller);
    const all = gapsOf(await this.ground(campaignId, campaign, caller.tenantId, year)).filter((gap) => isOwn(kept, gap.unitId));
    const gaps = sortedGaps(all.filter((gap) => (unitId === undefined || gap.unitId === unitId) && (kind === undefined || gap.kinds.includes(kind))), sort);
    return { gaps, pointsAtStake: pointsAtStake(all), total: all.length, year };
  }

  /** One page of it; the cursor is the number of gaps before. */
  async page(campaignId: string, caller: Caller, { limit, cursor = '0', ...cut }: GapQuery, after?: bigint): Promise<GapPage> {
    if (!/^\d{1,6}$/.test(cursor)) throw new InvalidCursor();
    const { gaps, ...rest } = await this.list(campaignId, caller, cut, after);
    const end = Number(cursor) + limit;
    return { items: gaps.slice(Number(cursor), end), ...rest, ...(gaps.length > end && { next: String(end) }) };
  }

  private async ground(campaignId: string, { ownerTenantId, id, weights }: CampaignRow, tenantId: string, year: number): Promise<GapGround> {
    const [tasks, proofs, checklist, mocks] = await Promise.all([
      this.readModel.find(taskBoardTable, tenantId, { where: { campaignId, ownerTenantId }, order: { indicatorCode: 'asc' }, limit: ALL }),
      this.readModel.find(proofTable, tenantId, { where: { campaignId }, limit: ALL }),
      this.readModel.one(checklistTable, tenantId, { ownerTenantId, id }),
      this.readModel.find(mockRegisterTable, tenantId, { where: { campaignId, status: 'submitted' }, order: { submittedAt: 'asc' }, limit: ALL }),
    ]);
    return {
      year, weights, proofs: proofs.items, items: checklist?.items ?? [], scores: scoresOf(mocks.items),
      tasks: tasks.items.map((row) => ({ ...row, taskId: publicId(row.ownerTenantId, row.id) })),
    };
  }
}

/** Of each indicator the score of the latest assessment that looked at it: a sample leaves the others as they were found before. */
const scoresOf = (mocks: readonly MockRow[]): GapGround['scores'] => {
  const latest = mocks.flatMap(({ indicators, scores }) => {
    const weightOf = new Map(indicators.map(({ code, weight }) => [code, weight]));
    return scores.map(({ code, points, finding }) => [code, { code, points, finding, weight: weightOf.get(code) ?? '0' }] as const);
  });
  return [...new Map(latest).values()];
};
