import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import { CallerOf, Context, notFound, RolesAllowed, streamIdOf } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import {
  campaignDecider, composedScore, proposedMapping, standardDifferences,
  type Campaign, type CampaignCommand, type ComposedScore, type MappingRow, type OpenedCampaign, type StandardDifferences,
} from '@zeren/tasks-domain';
import { CompositionBody, ExternalRankBody, MappingBody, OtherStandardQuery, ReachedMilestoneBody, SourceScoreBody } from './campaign.bodies.js';
import { StandardFacts } from '../standard/standard-facts.js';
import { CampaignClassificationBody } from '../task/classification.bodies.js';
import { CampaignEnvelope } from '../tasks.command-handlers.js';

/** What another version of the standard would change, and what would become of each indicator. */
export type MappingProposal = { readonly differences: StandardDifferences; readonly rows: readonly MappingRow[] };

/** What happens to a campaign after it opened: another version of its standard, its score, ranks of others, milestones. */
@Controller('api/v1/campaigns/:id')
export class CampaignCourseController {
  constructor(
    private readonly commands: CommandBus,
    private readonly repository: DeciderRepository,
    private readonly standards: StandardFacts,
  ) {}

  @Get('mapping-proposal')
  async propose(@Param('id') id: string, @Query() { standardId }: OtherStandardQuery, @CallerOf() caller: Caller): Promise<MappingProposal> {
    const campaign = await this.opened(id, caller);
    const [before, after] = await Promise.all([this.standards.published(campaign.content.standardId, caller), this.standards.published(standardId, caller)]);
    return { differences: standardDifferences(before, after), rows: proposedMapping(before, after) };
  }

  @Post('mappings')
  @HttpCode(200)
  @RolesAllowed('city-office')
  async map(@Param('id') id: string, @Body() data: MappingBody, @Context() context: CommandContext): Promise<Outcome<Campaign>> {
    const campaign = await this.opened(id, context.caller);
    const [before, after] = await Promise.all([campaign.content.standardId, data.toStandardId].map((standardId) => this.standards.published(standardId, context.caller)));
    return before && after ? this.execute(id, { type: 'MapCampaign', data: { ...data, before, after } }, context) : notFound();
  }

  @Post('composition')
  @HttpCode(200)
  @RolesAllowed('city-office')
  compose(@Param('id') id: string, @Body() data: CompositionBody, @Context() context: CommandContext): Promise<Outcome<Campaign>> {
    return this.execute(id, { type: 'SetComposition', data }, context);
  }

  @Post('source-scores')
  @HttpCode(200)
  @RolesAllowed('city-office', 'performance-office')
  score(@Param('id') id: string, @Body() data: SourceScoreBody, @Context() context: CommandContext): Promise<Outcome<Campaign>> {
    return this.execute(id, { type: 'RecordSourceScore', data }, context);
  }

  /** The score composed of what the sources gave so far; 404 where no composition was laid down. */
  @Get('composed-score')
  async composed(@Param('id') id: string, @CallerOf() caller: Caller): Promise<ComposedScore> {
    const { composition, sourceScores } = await this.opened(id, caller);
    return composition ? composedScore(composition, sourceScores) : notFound();
  }

  @Post('external-ranks')
  @HttpCode(200)
  @RolesAllowed('city-office')
  rank(@Param('id') id: string, @Body() data: ExternalRankBody, @Context() context: CommandContext): Promise<Outcome<Campaign>> {
    return this.execute(id, { type: 'EnterExternalRank', data }, context);
  }

  @Post('milestones')
  @HttpCode(200)
  @RolesAllowed('city-office')
  reach(@Param('id') id: string, @Body() data: ReachedMilestoneBody, @Context() context: CommandContext): Promise<Outcome<Campaign>> {
    return this.execute(id, { type: 'ReachMilestone', data }, context);
  }

  /** Under which of the four integrations it counts, and with it those of its tasks that are not classified themselves. */
  @Post('integrations')
  @HttpCode(200)
  @RolesAllowed('city-office')
  classify(@Param('id') id: string, @Body() data: CampaignClassificationBody, @Context() context: CommandContext): Promise<Outcome<Campaign>> {
    return this.execute(id, { type: 'ClassifyCampaign', data }, context);
  }

  private async opened(id: string, caller: Caller): Promise<OpenedCampaign> {
    const { state } = await this.repository.load(campaignDecider, streamIdOf('campaign', id), caller);
    return state.status === 'open' ? state : notFound();
  }

  private execute(id: string, command: CampaignCommand, context: CommandContext): Promise<Outcome<Campaign>> {
    return this.commands.execute<CampaignEnvelope, Outcome<Campaign>>(new CampaignEnvelope(streamIdOf('campaign', id), command, context));
  }
}
