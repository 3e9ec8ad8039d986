import { Injectable } from '@nestjs/common';
import { DeciderRepository } from '@zeren/event-store';
import { notFound, streamIdOf } from '@zeren/http';
import { type Caller } from '@zeren/kernel';
import { ReadModel } from '@zeren/read-model';
import {
  campaignDecider, provedBy, refuse,
  type CommissionMockAssessment, type DrawChecklist, type MockArea, type MockIndicator, type OpenedCampaign, type StandardPublished,
} from '@zeren/tasks-domain';
import { StandardFacts } from '../standard/standard-facts.js';
import { taskBoardTable } from '../tasks.tables.js';
import { nameIn, UnitNames, type KnownUnit } from '../unit-names.js';
import type { MockBody } from './readiness.bodies.js';

/** More roots than one campaign has. */
const MOST_ROOTS = 5_000;

type Ground = { readonly campaign: OpenedCampaign; readonly standard: StandardPublished['data'] };

/** Reads what decisions on readiness have to know of campaign, standard, tasks and register. */
@Injectable()
export class ReadinessFacts {
  constructor(
    private readonly repository: DeciderRepository,
    private readonly standards: StandardFacts,
    private readonly readModel: ReadModel,
    private readonly units: UnitNames,
  ) {}

  /** What a checklist is drawn from. 404 where the caller's tenant runs no such campaign. */
  async forChecklist(campaignId: string, caller: Caller): Promise<DrawChecklist['data']> {
    const { campaign: { content }, standard } = await this.ground(campaignId, caller);
    const { items: roots } = await this.readModel.find(taskBoardTable, caller.tenantId, { where: { campaignId, parentTaskId: null }, limit: MOST_ROOTS });
    return {
      campaignId, standardId: content.standardId, standard, weights: content.weights, campaignLeadUnitId: content.leadUnitId,
      leadUnits: roots.filter(({ unitTenantId }) => unitTenantId === caller.tenantId).map(({ indicatorCode, unitId }) => ({ indicatorCode, unitId })),
    };
  }

  /** What a mock assessment is commissioned with. Refuses units that the register does not have. */
  async forMock({ areaUnitIds, indicatorCodes, sample, ...said }: MockBody, caller: Caller): Promise<CommissionMockAssessment['data']> {
    const { campaign: { content, composition }, standard } = await this.ground(said.campaignId, caller);
    const units = await this.units.of(caller, [said.assessorUnitId, ...areaUnitIds]);
    const assessor = units.get(said.assessorUnitId) ?? refuse('unit-not-registered', 'assessorUnitId', { unit: said.assessorUnitId });
    return {
      ...said, campaignName: content.name, assessorName: assessor.name, areas: areasOf(areaUnitIds, units), all: indicatorsOf(standard, content.weights),
      isExternal: assessor.kind === 'external-party', sources: composition?.sources.map(({ code }) => code) ?? [],
      years: { first: content.firstYear, last: content.lastYear }, choice: indicatorCodes ? { codes: indicatorCodes } : sample ?? 'all',
    };
  }

  private async ground(campaignId: string, caller: Caller): Promise<Ground> {
    const id = streamIdOf(campaignDecider.category, campaignId);
    if (id.tenantId !== caller.tenantId) return notFound();
    const { state } = await this.repository.load(campaignDecider, id, caller);
    if (state.status !== 'open') return notFound();
    return { campaign: state, standard: await this.standards.published(state.content.standardId, caller) };
  }
}

const areasOf = (unitIds: readonly string[], units: ReadonlyMap<string, KnownUnit>): readonly MockArea[] =>
  unitIds.map((unitId, index) => {
    if (!units.has(unitId)) refuse('unit-not-registered', `areaUnitIds[${index}]`, { unit: unitId });
    return { unitId, name: nameIn(units, unitId) };
  });

const indicatorsOf = ({ categories }: StandardPublished['data'], weights: OpenedCampaign['content']['weights']): readonly MockIndicator[] => {
  const weightOf = new Map(weights.map(({ indicatorCode, weight }) => [indicatorCode, weight]));
  return categories.flatMap(({ indicators }) => indicators).flatMap((indicator): MockIndicator[] => {
    const weight = weightOf.get(indicator.code);
    return weight === undefined ? [] : [{ code: indicator.code, name: indicator.name, metrics: indicator.metrics, formats: provedBy(indicator), weight }];
  });
};
