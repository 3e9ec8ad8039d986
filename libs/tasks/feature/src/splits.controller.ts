import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { deriveId, type CommandContext, type Outcome } from '@zeren/event-store';
import { After, BodyLimit, CallerOf, Context, PageQuery, RolesAllowed, streamIdOf, ViewReader } from '@zeren/http';
import type { Caller, StreamId } from '@zeren/kernel';
import type { Page } from '@zeren/read-model';
import type { Split, SplitCommand, SplitProgressRow } from '@zeren/tasks-domain';
import { SplitApprovalBody, SplitBody, SplitRowsBody } from './split.bodies.js';
import { SplitFactsReader } from './split-facts.js';
import { SplitEnvelope } from './tasks.command-handlers.js';
import { splitProgressTable } from './tasks.tables.js';

/** 500 rows are about 1 MiB as they are sent. */
const ROWS_LIMIT = 4 * 1024 * 1024;

@Controller('api/v1/splits')
export class SplitsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly facts: SplitFactsReader,
    private readonly views: ViewReader,
  ) {}

  @Post()
  @RolesAllowed('city-office', 'district-office')
  draft(@Body() data: SplitBody, @Context() context: CommandContext): Promise<Outcome<Split>> {
    const { tenantId, actorId } = context.caller;
    const id = deriveId(tenantId, actorId, context.idempotency?.key ?? context.commandId);
    return this.execute({ category: 'split', tenantId, id }, { type: 'DraftSplit', data }, context);
  }

  @Post(':id/rows')
  @RolesAllowed('city-office', 'district-office')
  @BodyLimit(ROWS_LIMIT)
  addRows(@Param('id') id: string, @Body() data: SplitRowsBody, @Context() context: CommandContext): Promise<Outcome<Split>> {
    return this.execute(streamIdOf('split', id), { type: 'AddSplitRows', data }, context);
  }

  @Post(':id/approval')
  @RolesAllowed('city-office', 'district-office')
  async approve(@Param('id') id: string, @Body() { document }: SplitApprovalBody, @Context() context: CommandContext): Promise<Outcome<Split>> {
    const stream = streamIdOf('split', id);
    const checkable = await this.facts.read(stream, context.caller);
    return this.execute(stream, { type: 'ApproveSplit', data: { ...checkable, document } }, context);
  }

  @Post(':id/publication')
  @RolesAllowed('city-office', 'district-office')
  async publish(@Param('id') id: string, @Context() context: CommandContext): Promise<Outcome<Split>> {
    const stream = streamIdOf('split', id);
    const data = await this.facts.read(stream, context.caller);
    return this.execute(stream, { type: 'PublishSplit', data }, context);
  }

  @Get()
  list(@CallerOf() { tenantId }: Caller, @Query() query: PageQuery, @After() after?: bigint): Promise<Page<SplitProgressRow>> {
    return this.views.page(splitProgressTable, tenantId, query, { order: { draftedAt: 'desc' } }, after);
  }

  @Get(':id')
  one(@CallerOf() { tenantId }: Caller, @Param('id') id: string, @After() after?: bigint): Promise<SplitProgressRow> {
    return this.views.one(splitProgressTable, tenantId, id, after);
  }

  private execute(id: StreamId, command: SplitCommand, context: CommandContext): Promise<Outcome<Split>> {
    return this.commands.execute<SplitEnvelope, Outcome<Split>>(new SplitEnvelope(id, command, context));
  }
}
