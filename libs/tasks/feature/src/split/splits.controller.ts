import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { deriveId, type CommandContext, type Outcome } from '@zeren/event-store';
import { After, BodyLimit, CallerOf, Context, notFound, RolesAllowed, streamIdOf, ViewReader } from '@zeren/http';
import type { Caller, StreamId } from '@zeren/kernel';
import type { Page } from '@zeren/read-model';
import { distribute, type Split, type SplitCommand, type SplitProgressRow, type SplitRow } from '@zeren/tasks-domain';
import { DistributionBody } from './distribution.bodies.js';
import { SplitApprovalBody, SplitBody, SplitChangesBody, SplitReasonBody, SplitResetBody, SplitRowsBody, SplitRowsQuery, SplitsQuery } from './split.bodies.js';
import { SplitFactsReader } from './split-facts.js';
import { SplitLevels } from './split-levels.js';
import { SplitPublisher } from './split-publisher.js';
import { SplitEnvelope } from '../tasks.command-handlers.js';
import { splitProgressTable } from '../tasks.tables.js';

/** 500 rows are about 1 MiB as they are sent. */
const ROWS_LIMIT = 4 * 1024 * 1024;

/** What a tenant hands on, as its offices draft and publish it: whoever is kept to its own unit sees the tasks that come of it. */
@Controller('api/v1/splits')
export class SplitsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly facts: SplitFactsReader,
    private readonly levels: SplitLevels,
    private readonly publisher: SplitPublisher,
    private readonly views: ViewReader,
  ) {}

  @Post()
  @RolesAllowed('city-office', 'district-office')
  async draft(@Body() body: SplitBody, @Context() context: CommandContext): Promise<Outcome<Split>> {
    const { tenantId, actorId } = context.caller;
    const id = deriveId(tenantId, actorId, context.idempotency?.key ?? context.commandId);
    const data = { ...body, levels: await this.levels.of(context.caller) };
    return this.execute({ category: 'split', tenantId, id }, { type: 'DraftSplit', data }, context);
  }

  @Post(':id/rows')
  @RolesAllowed('city-office', 'district-office')
  @BodyLimit(ROWS_LIMIT)
  addRows(@Param('id') id: string, @Body() data: SplitRowsBody, @Context() context: CommandContext): Promise<Outcome<Split>> {
    return this.execute(streamIdOf('split', id), { type: 'AddSplitRows', data }, context);
  }

  /** Sets rows of the draft by hand and removes others. */
  @Post(':id/rows/changes')
  @HttpCode(200)
  @RolesAllowed('city-office', 'district-office')
  @BodyLimit(ROWS_LIMIT)
  changeRows(@Param('id') id: string, @Body() data: SplitChangesBody, @Context() context: CommandContext): Promise<Outcome<Split>> {
    return this.execute(streamIdOf('split', id), { type: 'ChangeSplitRows', data }, context);
  }

  /** Begins the draft's table anew: empty, or in a revision with the rows in force. */
  @Post(':id/rows/reset')
  @HttpCode(200)
  @RolesAllowed('city-office', 'district-office')
  resetTable(@Param('id') id: string, @Body() data: SplitResetBody, @Context() context: CommandContext): Promise<Outcome<Split>> {
    return this.execute(streamIdOf('split', id), { type: 'ResetSplitTable', data }, context);
  }

  /** Shares a task out among units by a rule and adds their rows to the draft; the console does the same by the same functions. */
  @Post(':id/distributions')
  @HttpCode(200)
  @RolesAllowed('city-office', 'district-office')
  async distribute(@Param('id') id: string, @Body() body: DistributionBody, @Context() context: CommandContext): Promise<Outcome<Split>> {
    const stream = streamIdOf('split', id);
    const parent = await this.facts.distributable(stream, body, context.caller);
    const rows = distribute(parent, body.units, body.rule);
    return this.execute(stream, { type: 'AddSplitRows', data: { part: body.part, rows } }, context);
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
  publish(@Param('id') id: string, @Context() context: CommandContext): Promise<Outcome<Split>> {
    return this.publisher.publish(streamIdOf('split', id), context);
  }

  /** Begins the next version of a published split; the version in force stays until the new one is published. */
  @Post(':id/revisions')
  @HttpCode(200)
  @RolesAllowed('city-office', 'district-office')
  revise(@Param('id') id: string, @Body() data: SplitReasonBody, @Context() context: CommandContext): Promise<Outcome<Split>> {
    return this.execute(streamIdOf('split', id), { type: 'ReviseSplit', data }, context);
  }

  @Post(':id/revisions/abandonment')
  @HttpCode(200)
  @RolesAllowed('city-office', 'district-office')
  dropRevision(@Param('id') id: string, @Body() data: SplitReasonBody, @Context() context: CommandContext): Promise<Outcome<Split>> {
    return this.execute(streamIdOf('split', id), { type: 'DropRevision', data }, context);
  }

  @Post(':id/publication/stop')
  @HttpCode(200)
  @RolesAllowed('city-office', 'district-office')
  stop(@Param('id') id: string, @Body() data: SplitReasonBody, @Context() context: CommandContext): Promise<Outcome<Split>> {
    return this.execute(streamIdOf('split', id), { type: 'StopPublication', data }, context);
  }

  @Post(':id/publication/resumption')
  @HttpCode(200)
  @RolesAllowed('city-office', 'district-office')
  resume(@Param('id') id: string, @Context() context: CommandContext): Promise<Outcome<Split>> {
    return this.execute(streamIdOf('split', id), { type: 'ResumePublication', data: {} }, context);
  }

  @Get()
  async list(@CallerOf() caller: Caller, @Query() query: SplitsQuery, @After() after?: bigint): Promise<Page<SplitProgressRow>> {
    if (await this.facts.areHiddenFrom(caller)) return { items: [] };
    const { status, sort } = query;
    const order = { [sort.replace('-', '')]: sort.startsWith('-') ? 'desc' : 'asc' } as const;
    return this.views.page(splitProgressTable, caller.tenantId, query, { where: { ...(status !== undefined && { status }) }, order }, after);
  }

  @Get(':id')
  async one(@CallerOf() caller: Caller, @Param('id') id: string, @After() after?: bigint): Promise<SplitProgressRow> {
    return await this.facts.areHiddenFrom(caller) ? notFound() : this.views.one(splitProgressTable, caller.tenantId, id, after);
  }

  /** The rows of a split: of its draft, or of the version in force, or of a version named; only its own tenant sees them. */
  @Get(':id/rows')
  async rows(@Param('id') id: string, @Query() { version }: SplitRowsQuery, @CallerOf() caller: Caller): Promise<{ readonly items: readonly SplitRow[] }> {
    const stream = streamIdOf('split', id);
    const items = stream.tenantId === caller.tenantId ? await this.facts.rows(stream, caller, version) : undefined;
    return items ? { items } : notFound();
  }

  private execute(id: StreamId, command: SplitCommand, context: CommandContext): Promise<Outcome<Split>> {
    return this.commands.execute<SplitEnvelope, Outcome<Split>>(new SplitEnvelope(id, command, context));
  }
}
