import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext, Outcome } from '@zeren/event-store';
import { BodyLimit, CallerOf, Context, notFound, PageQuery, RolesAllowed } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import {
  arbitrationTermOn, deadlineAfter, isArea, ownerOf, type CellReferral, type MatrixCommand, type MatrixFacts, type MatrixRow, type MatrixVersion, type Ownership, type ResponsibilityMatrix,
} from '@zeren/organisation-domain';
import { CityKnowledge, matrixStream } from '../matters/city-knowledge.js';
import { Today } from '../today.js';
import { listPage, type ListPage } from './list-page.js';
import { MatrixBody, MatrixChangeBody, MatrixQuery, OwnerQuery, ReferralBody, ReferralsQuery, RulingBody } from './matrix.bodies.js';
import { MatrixEnvelope } from './matrix.command-handler.js';
import { rowsOn } from './matrix-rows.js';

const WHOLE_LIMIT = 4 * 1024 * 1024;

/** Who answers for which class of matters in which area: the city's matrix, for itself and its districts. */
@Controller('api/v1/responsibility-matrix')
export class MatrixController {
  constructor(
    private readonly commands: CommandBus,
    private readonly knowledge: CityKnowledge,
    private readonly today: Today,
  ) {}

  /** The rows in force on a day. */
  @Get()
  async rows(@CallerOf() caller: Caller, @Query() query: MatrixQuery): Promise<ListPage<MatrixRow>> {
    const [day, { matrix }] = await Promise.all([this.today.or(query.on, caller), this.matrixOf(caller)]);
    const wanted = (['areaUnitId', 'matterCode', 'leadUnitId', 'claim'] as const).filter((name) => query[name] !== undefined);
    return listPage(rowsOn(matrix, day).filter((row) => wanted.every((name) => row[name] === query[name])), query);
  }

  /** Every version with its reason, the latest first. */
  @Get('versions')
  async versions(@CallerOf() caller: Caller, @Query() query: PageQuery): Promise<ListPage<MatrixVersion>> {
    return listPage((await this.matrixOf(caller)).matrix.versions.toReversed(), query);
  }

  /** Who answers for a class in an area, or that nobody or several do. */
  @Get('owner')
  async owner(@CallerOf() caller: Caller, @Query() { areaUnitId, matterCode, on }: OwnerQuery): Promise<Ownership> {
    const [day, { cityId, matrix }] = await Promise.all([this.today.or(on, caller), this.matrixOf(caller)]);
    const registers = await this.knowledge.registers(cityId, caller, day);
    return isArea(registers, areaUnitId, day) ? ownerOf(matrix, registers, areaUnitId, matterCode, day) : notFound();
  }

  /** The cells that were referred to arbitration, the one that is due first ahead. */
  @Get('referrals')
  async referrals(@CallerOf() caller: Caller, @Query() query: ReferralsQuery): Promise<ListPage<CellReferral>> {
    const { referrals } = (await this.matrixOf(caller)).matrix;
    const wanted = query.open === undefined ? referrals : referrals.filter(({ ruledByVersion }) => (ruledByVersion === null) === query.open);
    return listPage(wanted.toSorted((a, b) => (a.arbitrateBy.at < b.arbitrateBy.at ? -1 : 1)), query);
  }

  /** States the whole matrix from a day on: all of it or nothing. */
  @Post('statements')
  @HttpCode(200)
  @BodyLimit(WHOLE_LIMIT)
  @RolesAllowed('city-office')
  async state(@Body() { entries, ...said }: MatrixBody, @Context() context: CommandContext): Promise<Outcome<ResponsibilityMatrix>> {
    return this.execute(context, async (change) => ({ type: 'PublishMatrix', data: { ...change, entries } }), said);
  }

  /** Rows that begin and rows that end, from a day on. */
  @Post('changes')
  @HttpCode(200)
  @BodyLimit(WHOLE_LIMIT)
  @RolesAllowed('city-office')
  async change(@Body() { entries, endedRowIds, ...said }: MatrixChangeBody, @Context() context: CommandContext): Promise<Outcome<ResponsibilityMatrix>> {
    return this.execute(context, async (change) => ({ type: 'ChangeMatrix', data: { ...change, entries, endedRowIds } }), said);
  }

  /** Rules who answers for a class in an area; the ruling is a new version of the matrix. */
  @Post('rulings')
  @HttpCode(200)
  @RolesAllowed('city-office', 'district-office')
  async rule(@Body() { from, reason, document, ...cell }: RulingBody, @Context() context: CommandContext): Promise<Outcome<ResponsibilityMatrix>> {
    return this.execute(context, async (change) => ({ type: 'RuleCell', data: { ...change, ...cell } }), { from, reason, document });
  }

  /** Puts a cell without an owner, or with several, to arbitration. */
  @Post('referrals')
  @HttpCode(200)
  @RolesAllowed('city-office', 'district-office', 'hotline')
  async refer(@Body() { reason, ...cell }: ReferralBody, @Context() context: CommandContext): Promise<Outcome<ResponsibilityMatrix>> {
    const { caller } = context;
    return this.execute(context, async ({ from, facts, cityId }) => {
      const arbitrateBy = deadlineAfter(caller.now, arbitrationTermOn(facts.catalogue, from), await this.knowledge.calendar(cityId, caller));
      return { type: 'ReferCell', data: { ...cell, reason, day: from, arbitrateBy, facts } };
    }, { reason });
  }

  private async matrixOf(caller: Caller): Promise<{ cityId: string; matrix: ResponsibilityMatrix }> {
    const cityId = await this.knowledge.cityOf(caller);
    return { cityId, matrix: await this.knowledge.matrix(cityId, caller) };
  }

  private async execute(
    context: CommandContext, commandOf: (change: Change) => Promise<MatrixCommand>, { from, reason, document }: Said,
  ): Promise<Outcome<ResponsibilityMatrix>> {
    const { caller } = context;
    const [day, cityId] = await Promise.all([this.today.or(from, caller), this.knowledge.cityOf(caller)]);
    const facts = await this.knowledge.facts(cityId, caller, day);
    const command = await commandOf({ from: day, reason, document: document ?? null, facts, cityId });
    return this.commands.execute<MatrixEnvelope, Outcome<ResponsibilityMatrix>>(new MatrixEnvelope(matrixStream(cityId), command, context));
  }
}

type Said = { readonly from?: string | undefined; readonly reason: string; readonly document?: string | null | undefined };
type Change = { readonly from: string; readonly reason: string; readonly document: string | null; readonly facts: MatrixFacts; readonly cityId: string };
