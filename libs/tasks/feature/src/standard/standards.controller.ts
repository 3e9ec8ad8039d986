import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext, Outcome } from '@zeren/event-store';
import { After, BodyLimit, CallerOf, Context, PageQuery, RolesAllowed, ViewReader } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import type { Page } from '@zeren/read-model';
import { readStandardFile, standardDifferences, standardIdOf, type ImportFindings, type Standard, type StandardDifferences, type StandardDocumentRow, type StandardRow } from '@zeren/tasks-domain';
import { OtherStandardQuery } from '../campaign/campaign.bodies.js';
import { Districts } from '../districts.js';
import { ImportRefused } from '../import-refused.js';
import { StandardFacts } from './standard-facts.js';
import { ImportQuery, StandardImportBody } from '../task/tasks.bodies.js';
import { StandardEnvelope } from '../tasks.command-handlers.js';
import { standardCatalogueTable, standardDocumentTable } from '../tasks.tables.js';

const IMPORT_LIMIT = 16 * 1024 * 1024;

@Controller('api/v1/standards')
export class StandardsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly views: ViewReader,
    private readonly districts: Districts,
    private readonly facts: StandardFacts,
  ) {}

  /** A dry run answers what it found. An import publishes all or, where there is any error, nothing (422); a later version only after the one before it. */
  @Post('imports')
  @HttpCode(200)
  @RolesAllowed('city-office')
  @BodyLimit(IMPORT_LIMIT)
  async import(
    @Body() { file, content, version, participantTenantIds }: StandardImportBody, @Query() { dryRun }: ImportQuery, @Context() context: CommandContext,
  ): Promise<ImportFindings | Outcome<Standard>> {
    const { draft, findings } = readStandardFile(file, content);
    if (dryRun) return findings;
    if (!draft) throw new ImportRefused(file, findings.errors);
    const [districtTenantIds, hasPrevious] = await Promise.all([
      this.districts.of(context.caller, participantTenantIds), version > 1 && this.facts.hasVersion(draft.code, version - 1, context.caller),
    ]);
    const id = { category: 'standard', tenantId: context.caller.tenantId, id: standardIdOf(draft.code, version) };
    return this.commands.execute<StandardEnvelope, Outcome<Standard>>(
      new StandardEnvelope(id, { type: 'PublishStandard', data: { ...draft, version, participantTenantIds, districtTenantIds, hasPrevious } }, context),
    );
  }

  @Get()
  list(@CallerOf() { tenantId }: Caller, @Query() query: PageQuery, @After() after?: bigint): Promise<Page<StandardRow>> {
    return this.views.page(standardCatalogueTable, tenantId, query, { order: { code: 'asc', version: 'asc' } }, after);
  }

  @Get(':id')
  one(@CallerOf() { tenantId }: Caller, @Param('id') id: string, @After() after?: bigint): Promise<StandardDocumentRow> {
    return this.views.one(standardDocumentTable, tenantId, id, after);
  }

  /** What this version says otherwise than the one named. */
  @Get(':id/differences')
  async differences(@CallerOf() caller: Caller, @Param('id') id: string, @Query() { standardId }: OtherStandardQuery): Promise<StandardDifferences> {
    const [before, after] = [await this.facts.published(standardId, caller), await this.facts.published(id, caller)];
    return standardDifferences(before, after);
  }
}
