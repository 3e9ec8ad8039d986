import { Body, Controller, Get, Param, Post, Query, Req } from '@nestjs/common';
import { deriveId, type CommandContext, type Outcome } from '@zeren/event-store';
import type { Evidence, EvidenceDemand, EvidenceFigures, EvidenceRow } from '@zeren/evidence-domain';
import { After, CallerOf, Context, RolesAllowed, StreamedBody, streamIdOf, type EdgeRequest } from '@zeren/http';
import type { Caller, StreamId } from '@zeren/kernel';
import type { Page } from '@zeren/read-model';
import { DemandReader } from './demand-reader.js';
import { CreditsBody, DemandQuery, EvidenceQuery, FiguresQuery, ReferenceBody, SupersessionBody, UploadQuery, WithdrawalBody } from './evidence.bodies.js';
import { EvidenceReader } from './evidence-reader.js';
import { EvidenceWork } from './evidence-work.js';

/** Evidence. `?after=` on a command is the position its facts must have reached. */
@Controller('api/v1/evidence')
export class EvidenceController {
  constructor(
    private readonly work: EvidenceWork,
    private readonly reader: EvidenceReader,
    private readonly demands: DemandReader,
  ) {}

  /** The body is the file itself, application/octet-stream; what is said of it stands in the query. */
  @Post()
  @StreamedBody()
  @RolesAllowed('city-office', 'district-office', 'officer', 'inspector')
  file(
    @Req() request: EdgeRequest, @Query() query: UploadQuery, @Context() context: CommandContext, @After() after?: bigint,
  ): Promise<Outcome<Evidence>> {
    return this.work.file(newId(context), request, query, context, after);
  }

  @Post(':id/references')
  @RolesAllowed('city-office', 'district-office', 'officer', 'inspector')
  refer(@Param('id') id: string, @Body() body: ReferenceBody, @Context() context: CommandContext, @After() after?: bigint): Promise<Outcome<Evidence>> {
    return this.work.refer(newId(context), id, body, context, after);
  }

  @Post(':id/credits')
  @RolesAllowed('city-office', 'district-office', 'officer', 'inspector')
  credit(@Param('id') id: string, @Body() body: CreditsBody, @Context() context: CommandContext, @After() after?: bigint): Promise<Outcome<Evidence>> {
    return this.work.credit(streamIdOf('evidence', id), body, context, after);
  }

  @Post(':id/withdrawal')
  @RolesAllowed('city-office', 'district-office', 'officer', 'inspector')
  withdraw(@Param('id') id: string, @Body() { reason }: WithdrawalBody, @Context() context: CommandContext): Promise<Outcome<Evidence>> {
    return this.work.withdraw(streamIdOf('evidence', id), reason, context);
  }

  @Post(':id/supersession')
  @RolesAllowed('city-office', 'district-office', 'officer', 'inspector')
  supersede(@Param('id') id: string, @Body() body: SupersessionBody, @Context() context: CommandContext): Promise<Outcome<Evidence>> {
    return this.work.supersede(streamIdOf('evidence', id), body, context);
  }

  @Get()
  list(@CallerOf() caller: Caller, @Query() query: EvidenceQuery, @After() after?: bigint): Promise<Page<EvidenceRow>> {
    return this.reader.list(caller, query, after);
  }

  /** What must be proved and is not, or is. */
  @Get('demands')
  demanded(@CallerOf() caller: Caller, @Query() query: DemandQuery, @After() after?: bigint): Promise<Page<EvidenceDemand>> {
    return this.demands.list(caller, query, after);
  }

  @Get('figures')
  async figures(
    @CallerOf() caller: Caller, @Query() _query: FiguresQuery, @After() after?: bigint,
  ): Promise<{ readonly items: readonly EvidenceFigures[] }> {
    return { items: await this.demands.figures(caller, after) };
  }

  @Get(':id')
  one(@CallerOf() caller: Caller, @Param('id') id: string, @After() after?: bigint): Promise<EvidenceRow> {
    return this.reader.one(caller, id, after);
  }
}

/** The same for each attempt with one key. */
const newId = ({ caller: { tenantId, actorId }, idempotency, commandId }: CommandContext): StreamId =>
  ({ category: 'evidence', tenantId, id: deriveId(tenantId, actorId, idempotency?.key ?? commandId) });
