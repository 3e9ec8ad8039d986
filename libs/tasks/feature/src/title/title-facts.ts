import { Injectable } from '@nestjs/common';
import { DeciderRepository } from '@zeren/event-store';
import { notFound, streamIdOf } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import { ReadModel } from '@zeren/read-model';
import { campaignDecider, titleDecider } from '@zeren/tasks-domain';
import { StandardFacts } from '../standard/standard-facts.js';
import { titleRegisterTable } from './title.tables.js';

/** Titles of one campaign in one city: one for each area at most. */
const ALL = 500;

/** What an application has to declare, and by which version of the campaign's standard. */
export type ToDeclare = { readonly standardId: string; readonly preconditionCodes: readonly string[]; readonly negativeCodes: readonly string[] };

/** Reads what a decision on a title has to know of its campaign and of other areas' titles. */
@Injectable()
export class TitleFacts {
  constructor(
    private readonly repository: DeciderRepository,
    private readonly readModel: ReadModel,
    private readonly standards: StandardFacts,
  ) {}

  /** 404 where the caller's tenant sees no such campaign. */
  async toDeclare(campaignId: string, caller: Caller): Promise<ToDeclare> {
    const { state } = await this.repository.load(campaignDecider, streamIdOf('campaign', campaignId), caller);
    if (state.status !== 'open') return notFound();
    const { preconditions, negativeList = [] } = await this.standards.published(state.content.standardId, caller);
    return { standardId: state.content.standardId, preconditionCodes: preconditions.map(({ code }) => code), negativeCodes: negativeList.map(({ code }) => code) };
  }

  /** The areas that hold the title of the same campaign now, and the position of the view at which they were read. */
  async holding(titleId: string, caller: Caller): Promise<{ readonly holdingUnitIds: readonly string[]; readonly position: bigint }> {
    const { state } = await this.repository.load(titleDecider, streamIdOf('title', titleId), caller);
    if (state.status === 'none') return notFound();
    const position = await this.readModel.positionOf(titleRegisterTable);
    const { items } = await this.readModel.find(titleRegisterTable, caller.tenantId, { where: { campaignId: state.content.campaignId, status: ['awarded', 're-reviewed'] }, limit: ALL });
    return { holdingUnitIds: items.map(({ areaUnitId }) => areaUnitId), position };
  }
}
