import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { SchemeRow, SchemeState } from '@zeren/assessment-domain';
import type { CommandContext, Outcome } from '@zeren/event-store';
import { After, CallerOf, Context, PageQuery, RolesAllowed, ViewReader } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import type { Page } from '@zeren/read-model';
import { SchemeBody } from './assessment.bodies.js';
import { SchemeEnvelope } from './assessment.command-handlers.js';
import { schemeTable } from './assessment.tables.js';

@Controller('api/v1/schemes')
export class SchemesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly views: ViewReader,
  ) {}

  @Post()
  @RolesAllowed('performance-office')
  publish(@Body() { code, ...content }: SchemeBody, @Context() context: CommandContext): Promise<Outcome<SchemeState>> {
    const id = { category: 'scheme', tenantId: context.caller.tenantId, id: `${code}.v${content.version}` };
    return this.commands.execute<SchemeEnvelope, Outcome<SchemeState>>(
      new SchemeEnvelope(id, { type: 'PublishScheme', data: content }, context),
    );
  }

  @Get()
  list(@CallerOf() { tenantId }: Caller, @Query() query: PageQuery, @After() after?: bigint): Promise<Page<SchemeRow>> {
    return this.views.page(schemeTable, tenantId, query, {}, after);
  }

  @Get(':id')
  one(@CallerOf() { tenantId }: Caller, @Param('id') id: string, @After() after?: bigint): Promise<SchemeRow> {
    return this.views.one(schemeTable, tenantId, id, after);
  }
}
