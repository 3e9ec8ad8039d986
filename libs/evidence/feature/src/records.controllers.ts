import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { deriveId, DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import { experienceDecider, type Experience, type ExperienceRow, type Survey, type SurveyRow, type Training, type TrainingRow } from '@zeren/evidence-domain';
import { After, CallerOf, Context, notFound, RolesAllowed, streamIdOf, ViewReader } from '@zeren/http';
import type { Caller, StreamId } from '@zeren/kernel';
import { Confinements, unitsAsked } from '@zeren/organisation-domain';
import type { Page } from '@zeren/read-model';
import { WithdrawalBody } from './evidence.bodies.js';
import { RecordKnowledge } from './record-knowledge.js';
import { AdoptionBody, ExperienceBody, PromotionBody, RecordsQuery, SurveyBody, TrainingBody } from './record.bodies.js';
import { ExperienceEnvelope, SurveyEnvelope, TrainingEnvelope } from './record.command-handlers.js';
import { experienceTable, surveyTable, trainingTable } from './record.tables.js';

const newId = (category: string, { caller: { tenantId, actorId }, idempotency, commandId }: CommandContext): StreamId =>
  ({ category, tenantId, id: deriveId(tenantId, actorId, idempotency?.key ?? commandId) });

const asked = ({ campaignId }: RecordsQuery, unitId: string | readonly string[] | undefined) =>
  ({ where: { ...(campaignId && { campaignId }), ...(unitId !== undefined && { unitId }) }, order: { recordedAt: 'desc' } }) as const;

/** Surveys: awareness, support, participation, satisfaction, each with its sample. Who is kept to its own units sees theirs. */
@Controller('api/v1/surveys')
export class SurveysController {
  constructor(
    private readonly commands: CommandBus, private readonly knowledge: RecordKnowledge, private readonly views: ViewReader,
    private readonly confinements: Confinements,
  ) {}

  @Post()
  @RolesAllowed('city-office', 'district-office', 'officer', 'inspector')
  async record(@Body() content: SurveyBody, @Context() context: CommandContext, @After() after?: bigint): Promise<Outcome<Survey>> {
    const { facts, position } = await this.knowledge.of(context.caller.tenantId, content.campaignId, content.evidenceIds, after);
    const command = { type: 'RecordSurvey' as const, data: { content: { ...content }, facts } };
    return this.commands.execute<SurveyEnvelope, Outcome<Survey>>(new SurveyEnvelope(newId('survey', context), command, { ...context, factsPosition: position }));
  }

  @Post(':id/withdrawal')
  @RolesAllowed('city-office', 'district-office', 'officer', 'inspector')
  withdraw(@Param('id') id: string, @Body() { reason }: WithdrawalBody, @Context() context: CommandContext): Promise<Outcome<Survey>> {
    return this.commands.execute<SurveyEnvelope, Outcome<Survey>>(
      new SurveyEnvelope(streamIdOf('survey', id), { type: 'WithdrawSurvey', data: { reason } }, context),
    );
  }

  @Get()
  async list(@CallerOf() caller: Caller, @Query() query: RecordsQuery, @After() after?: bigint): Promise<Page<SurveyRow>> {
    return this.views.page(surveyTable, caller.tenantId, query, asked(query, unitsAsked(query.unitId, await this.confinements.of(caller))), after);
  }
}

/** Trainings, with who attended: guidance for whole tenants, which they all see. */
@Controller('api/v1/trainings')
export class TrainingsController {
  constructor(private readonly commands: CommandBus, private readonly knowledge: RecordKnowledge, private readonly views: ViewReader) {}

  @Post()
  @RolesAllowed('city-office', 'district-office', 'officer')
  async record(@Body() content: TrainingBody, @Context() context: CommandContext, @After() after?: bigint): Promise<Outcome<Training>> {
    const { facts, position } = await this.knowledge.of(context.caller.tenantId, content.campaignId, content.evidenceIds, after);
    const attendance = content.attendance.map(({ unitId, invited, attended }) => ({ unitId, invited, attended }));
    const command = { type: 'RecordTraining' as const, data: { content: { ...content, attendance }, facts } };
    return this.commands.execute<TrainingEnvelope, Outcome<Training>>(new TrainingEnvelope(newId('training', context), command, { ...context, factsPosition: position }));
  }

  @Post(':id/withdrawal')
  @RolesAllowed('city-office', 'district-office', 'officer')
  withdraw(@Param('id') id: string, @Body() { reason }: WithdrawalBody, @Context() context: CommandContext): Promise<Outcome<Training>> {
    return this.commands.execute<TrainingEnvelope, Outcome<Training>>(
      new TrainingEnvelope(streamIdOf('training', id), { type: 'WithdrawTraining', data: { reason } }, context),
    );
  }

  @Get()
  list(@CallerOf() { tenantId }: Caller, @Query() query: RecordsQuery, @After() after?: bigint): Promise<Page<TrainingRow>> {
    return this.views.page(trainingTable, tenantId, query, asked(query, query.unitId), after);
  }
}

/** Experiences worth copying, and where they were taken up. */
@Controller('api/v1/experiences')
export class ExperiencesController {
  constructor(
    private readonly commands: CommandBus, private readonly repository: DeciderRepository,
    private readonly knowledge: RecordKnowledge, private readonly views: ViewReader,
  ) {}

  @Post()
  @RolesAllowed('city-office', 'district-office', 'officer')
  async record(@Body() content: ExperienceBody, @Context() context: CommandContext, @After() after?: bigint): Promise<Outcome<Experience>> {
    const { facts, position } = await this.knowledge.of(context.caller.tenantId, content.campaignId, content.evidenceIds, after);
    const command = { type: 'RecordExperience' as const, data: { content: { ...content }, facts } };
    return this.decide(new ExperienceEnvelope(newId('experience', context), command, { ...context, factsPosition: position }));
  }

  /** The campaign's owner recommends it to all that take part. */
  @Post(':id/promotion')
  @RolesAllowed('city-office')
  async promote(@Param('id') id: string, @Body() { document }: PromotionBody, @Context() context: CommandContext, @After() after?: bigint): Promise<Outcome<Experience>> {
    const stream = streamIdOf('experience', id);
    const { state } = await this.repository.load(experienceDecider, stream, context.caller);
    if (state.status === 'none') return notFound();
    const { facts, position } = await this.knowledge.of(context.caller.tenantId, state.content.campaignId, [], after);
    const participantTenantIds = facts.campaign?.participantTenantIds ?? [];
    const command = { type: 'PromoteExperience' as const, data: { document, participantTenantIds } };
    return this.decide(new ExperienceEnvelope(stream, command, { ...context, factsPosition: position }));
  }

  @Post(':id/adoptions')
  @RolesAllowed('city-office', 'district-office', 'officer')
  adopt(@Param('id') id: string, @Body() body: AdoptionBody, @Context() context: CommandContext): Promise<Outcome<Experience>> {
    return this.decide(new ExperienceEnvelope(streamIdOf('experience', id), { type: 'TakeUpExperience', data: { ...body } }, context));
  }

  @Get()
  list(@CallerOf() { tenantId }: Caller, @Query() query: RecordsQuery, @After() after?: bigint): Promise<Page<ExperienceRow>> {
    return this.views.page(experienceTable, tenantId, query, asked(query, query.unitId), after);
  }

  private decide(envelope: ExperienceEnvelope): Promise<Outcome<Experience>> {
    return this.commands.execute<ExperienceEnvelope, Outcome<Experience>>(envelope);
  }
}
