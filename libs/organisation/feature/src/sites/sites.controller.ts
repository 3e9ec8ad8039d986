import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext, Outcome } from '@zeren/event-store';
import {
  After, CallerOf, Context, languageOf, notFound, RolesAllowed, StreamedBody, streamIdOf, uploadedWorkbook, ViewReader, WORKBOOK_TYPE, type EdgeReply, type EdgeRequest,
} from '@zeren/http';
import type { Caller, StreamId } from '@zeren/kernel';
import { lineOfSite, siteDecider, siteSheet, type Site, type SiteCommand, type SiteRow, type SheetTexts } from '@zeren/organisation-domain';
import { ReadModel, type Page } from '@zeren/read-model';
import { literally, named, page } from '../effective.js';
import { writeSheets } from '../onboarding/import-workbook.js';
import { SiteFactsReader } from './site-facts.js';
import { SiteImport, type SiteDryRun, type SitesImported } from './site-import.js';
import { SiteBody, SiteChangeBody, SiteClosureBody, SiteImportQuery, SitesQuery } from './site.bodies.js';
import { SiteEnvelope } from './site.command-handler.js';
import { siteTable } from './site.table.js';

/** The register of sites (点位): concrete places with type, place, area, owner and history. */
@Controller('api/v1/sites')
export class SitesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly facts: SiteFactsReader,
    private readonly views: ViewReader,
    private readonly readModel: ReadModel,
  ) {}

  /** In order of their numbers. */
  @Get()
  async list(@CallerOf() { tenantId }: Caller, @Query() query: SitesQuery, @After() after?: bigint): Promise<Page<SiteRow>> {
    if (after !== undefined) await this.readModel.waitFor(siteTable, after);
    return this.readModel.inTenant(tenantId, (manager) => {
      const rows = manager.createQueryBuilder(siteTable.entity, 'row').where('row.readerTenantId = :tenantId', { tenantId });
      for (const property of ['siteType', 'ownerUnitId', 'status'] as const) {
        if (query[property] !== undefined) rows.andWhere(`row.${property} = :${property}`, { [property]: query[property] });
      }
      if (query.areaUnitId !== undefined) rows.andWhere('row.areaUnitId like :area', { area: `${literally(areaPrefix(query.areaUnitId))}%` });
      if (query.search) rows.andWhere(named(query.search, 'id'));
      return page(rows, 'id', query);
    });
  }

  @Get(':id')
  one(@CallerOf() { tenantId }: Caller, @Param('id') id: string, @After() after?: bigint): Promise<SiteRow> {
    return this.views.one(siteTable, tenantId, id, after);
  }

  @Post()
  @RolesAllowed('city-office', 'district-office')
  async register(@Body() { number, ...site }: SiteBody, @Context() context: CommandContext): Promise<Outcome<Site>> {
    const facts = (await this.facts.reader(context.caller))(site);
    return this.execute({ category: siteDecider.category, tenantId: context.caller.tenantId, id: number }, { type: 'RegisterSite', data: { number, site, facts } }, context);
  }

  @Post(':id/versions')
  @RolesAllowed('city-office', 'district-office')
  async change(@Param('id') id: string, @Body() { reason, ...site }: SiteChangeBody, @Context() context: CommandContext): Promise<Outcome<Site>> {
    const facts = (await this.facts.reader(context.caller))(site);
    return this.execute(ownSite(id, context), { type: 'ChangeSite', data: { site, reason, facts } }, context);
  }

  @Post(':id/closure')
  @RolesAllowed('city-office', 'district-office')
  close(@Param('id') id: string, @Body() data: SiteClosureBody, @Context() context: CommandContext): Promise<Outcome<Site>> {
    return this.execute(ownSite(id, context), { type: 'CloseSite', data }, context);
  }

  private execute(id: StreamId, command: SiteCommand, context: CommandContext): Promise<Outcome<Site>> {
    return this.commands.execute<SiteEnvelope, Outcome<Site>>(new SiteEnvelope(id, command, context));
  }
}

/** Sites as Excel tables: the template, the register, and tables back into it. */
@Controller('api/v1/site-sheets')
export class SiteSheetsController {
  constructor(
    private readonly imports: SiteImport,
    private readonly readModel: ReadModel,
  ) {}

  @Get('template')
  template(@Req() request: EdgeRequest, @Res({ passthrough: true }) reply: EdgeReply): Promise<StreamableFile> {
    return sent('sites-template', [], request, reply);
  }

  /** The sites that the caller's tenant keeps, in the template's form. */
  @Get()
  async table(@CallerOf() { tenantId }: Caller, @Req() request: EdgeRequest, @Res({ passthrough: true }) reply: EdgeReply): Promise<StreamableFile> {
    const rows: SiteRow[] = [];
    let cursor: string | undefined;
    do {
      const found: Page<SiteRow> = await this.readModel.find(siteTable, tenantId, {
        where: { ownerTenantId: tenantId, status: 'registered' }, order: { id: 'asc' }, limit: 1_000, ...(cursor === undefined ? {} : { after: cursor }),
      });
      rows.push(...found.items);
      cursor = found.next;
    } while (cursor !== undefined);
    return sent(`sites-${tenantId}`, rows.map((row) => lineOfSite(row.id, { ...row, point: row })), request, reply);
  }

  /** The body is the workbook itself, application/octet-stream. */
  @Post() @HttpCode(200) @StreamedBody()
  @RolesAllowed('city-office', 'district-office')
  async import(@Req() request: EdgeRequest, @Query() { dryRun }: SiteImportQuery, @Context() context: CommandContext): Promise<SiteDryRun | SitesImported> {
    const file = await uploadedWorkbook(request);
    return dryRun ? this.imports.dryRun(file, context) : this.imports.import(file, context);
  }
}

/** A city's code is that of all its area but for its last two digits. */
const areaPrefix = (areaUnitId: string): string => (/^\d{4}00$/.test(areaUnitId) ? areaUnitId.slice(0, 4) : areaUnitId);

/** A site is changed by the tenant that keeps it; for others there is none to change. */
const ownSite = (id: string, { caller }: CommandContext): StreamId => {
  const stream = streamIdOf(siteDecider.category, id);
  return stream.tenantId === caller.tenantId ? stream : notFound();
};

const sent = async (name: string, rows: SheetTexts, request: EdgeRequest, reply: EdgeReply): Promise<StreamableFile> => {
  const workbook = await writeSheets([{ definition: siteSheet, rows }], languageOf(request.headers['accept-language']));
  reply.header('Content-Type', WORKBOOK_TYPE).header('Content-Disposition', `attachment; filename="${name}.xlsx"`);
  return new StreamableFile(workbook);
};
