import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext, Outcome } from '@zeren/event-store';
import {
  After, BodyLimit, CallerOf, Context, languageOf, PageQuery, RolesAllowed, StreamedBody, uploadedWorkbook, ViewReader, WORKBOOK_TYPE, type EdgeReply, type EdgeRequest,
} from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import { linesOfRegister, onboardingSheets, type OnboardingSheet, type PopulationRow, type Register, type SheetTexts, type UnitRow } from '@zeren/organisation-domain';
import { ReadModel, type Page } from '@zeren/read-model';
import { RegisterEnvelope } from '../organisation.command-handlers.js';
import { unitTable } from '../organisation.tables.js';
import { registerStream, RegisterSurroundings } from '../register-surroundings.js';
import { importBodyOf, importFileOf } from './import-file.js';
import { writeSheets } from './import-workbook.js';
import { ImportBody, ImportQuery, PopulationsBody, PopulationsQuery } from './onboarding.bodies.js';
import { populationTable } from './population.table.js';
import { RegisterImport, type ImportDryRun } from './register-import.js';

/** A city's register as a file: the template, the register itself, and files back into it. */
@Controller('api/v1/organisation')
@RolesAllowed('city-office', 'district-office')
export class OnboardingController {
  constructor(
    private readonly imports: RegisterImport,
    private readonly commands: CommandBus,
    private readonly surroundings: RegisterSurroundings,
  ) {}

  @Get('imports/template')
  template(@Req() request: EdgeRequest, @Res({ passthrough: true }) reply: EdgeReply): Promise<StreamableFile> {
    return sent('register-template', () => [], request, reply);
  }

  /** The caller's register and calendar in the template's form: read back, they change nothing. */
  @Get('imports/workbook')
  async workbook(@CallerOf() caller: Caller, @Req() request: EdgeRequest, @Res({ passthrough: true }) reply: EdgeReply): Promise<StreamableFile> {
    const lines = linesOfRegister(await this.imports.register(caller), await this.imports.calendar(caller));
    return sent(`register-${caller.tenantId}`, (sheet) => lines[sheet], request, reply);
  }

  @Post('imports') @HttpCode(200) @BodyLimit(16 * 1024 * 1024)
  importRows(@Body() body: ImportBody, @Query() { dryRun }: ImportQuery, @Context() context: CommandContext): Promise<Outcome<Register> | ImportDryRun> {
    const file = importBodyOf(body);
    return dryRun ? this.imports.dryRun(file, context) : this.imports.import(file, context);
  }

  /** The body is the workbook itself, application/octet-stream. */
  @Post('imports/workbook') @HttpCode(200) @StreamedBody()
  async importWorkbook(@Req() request: EdgeRequest, @Query() { dryRun }: ImportQuery, @Context() context: CommandContext): Promise<Outcome<Register> | ImportDryRun> {
    const file = importFileOf(await uploadedWorkbook(request));
    return dryRun ? this.imports.dryRun(file, context) : this.imports.import(file, context);
  }

  @Post('populations')
  async recordPopulations(@Body() { populations }: PopulationsBody, @Context() context: CommandContext): Promise<Outcome<Register>> {
    const facts = await this.surroundings.facts(context.caller, populations);
    return this.commands.execute<RegisterEnvelope, Outcome<Register>>(
      new RegisterEnvelope(registerStream(context.caller.tenantId), { type: 'RecordPopulations', data: { populations, facts } }, context),
    );
  }
}

/** What was counted, for all who see the units. */
@Controller('api/v1/populations')
export class PopulationsController {
  constructor(private readonly views: ViewReader) {}

  @Get()
  list(@CallerOf() { tenantId }: Caller, @Query() query: PopulationsQuery, @After() after?: bigint): Promise<Page<PopulationRow>> {
    const where = query.unitId === undefined ? {} : { unitId: query.unitId };
    return this.views.page(populationTable, tenantId, query, { where, order: { unitId: 'asc', countedOn: 'desc' } }, after);
  }
}

/** What a unit was, is and will be. */
@Controller('api/v1/units/:unitId/versions')
export class UnitVersionsController {
  constructor(private readonly views: ViewReader) {}

  /** Oldest first. */
  @Get()
  list(@CallerOf() { tenantId }: Caller, @Param('unitId') unitId: string, @Query() query: PageQuery, @After() after?: bigint): Promise<Page<UnitRow>> {
    return this.views.page(unitTable, tenantId, query, { where: { unitId }, order: { validFrom: 'asc' } }, after);
  }
}

/** A day on which units came, went or changed, and how many. */
export type Reorganisation = { readonly day: string; readonly units: number };

/** The days on which the organisation changed after it was first entered. */
@Controller('api/v1/reorganisations')
export class ReorganisationsController {
  constructor(private readonly readModel: ReadModel) {}

  /** Latest first, fifty at most. */
  @Get()
  async list(@CallerOf() { tenantId }: Caller, @After() after?: bigint): Promise<Page<Reorganisation>> {
    if (after !== undefined) await this.readModel.waitFor(unitTable, after);
    const days = await this.readModel.inTenant(tenantId, (manager) => manager.createQueryBuilder(unitTable.entity, 'row')
      .select('row.validFrom', 'day').addSelect('count(*)::integer', 'units').where('row.readerTenantId = :tenantId', { tenantId })
      .groupBy('row.validFrom').orderBy('row.validFrom', 'DESC').limit(MOST_DAYS + 1).getRawMany<Reorganisation>());
    return { items: days.slice(0, Math.min(MOST_DAYS, days.length - 1)) };
  }
}

const MOST_DAYS = 50;

const sent = async (name: string, rowsOf: (sheet: OnboardingSheet) => SheetTexts, request: EdgeRequest, reply: EdgeReply): Promise<StreamableFile> => {
  const sheets = (Object.keys(onboardingSheets) as OnboardingSheet[]).map((code) => ({ definition: onboardingSheets[code], rows: rowsOf(code) }));
  const workbook = await writeSheets(sheets, languageOf(request.headers['accept-language']));
  reply.header('Content-Type', WORKBOOK_TYPE).header('Content-Disposition', `attachment; filename="${name}.xlsx"`);
  return new StreamableFile(workbook);
};
