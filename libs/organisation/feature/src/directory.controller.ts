import { Controller, Get, Param, Query } from '@nestjs/common';
import { After, CallerOf, notFound, OpenToOperators, OpenToParties } from '@zeren/http';
import type { Caller, LocalisedText } from '@zeren/kernel';
import { applicationOf, OPERATOR_TENANT, type Application, type UnitRow } from '@zeren/organisation-domain';
import { ReadModel, type Page, type ViewTable } from '@zeren/read-model';
import { Effective, type PostWithHolder } from './effective.js';
import { DayQuery, PostsQuery, UnitsQuery } from './organisation.bodies.js';
import { postHoldingTable, postTable, tenantTable, unitTable } from './organisation.tables.js';
import { Today } from './today.js';

/** Who asks: the caller as the token says, with the names of its tenant and unit, and the application of its level. */
export type Me = Caller & { readonly tenantName: LocalisedText | null; readonly unitName: LocalisedText | null; readonly application: Application };

/** Units and posts as they were on a day. */
@Controller('api/v1')
export class DirectoryController {
  constructor(
    private readonly effective: Effective,
    private readonly today: Today,
    private readonly readModel: ReadModel,
  ) {}

  @Get('units')
  async units(@CallerOf() caller: Caller, @Query() query: UnitsQuery, @After() after?: bigint): Promise<Page<UnitRow>> {
    await this.reached([unitTable], after);
    return this.effective.units(caller.tenantId, await this.today.or(query.on, caller), query);
  }

  @Get('units/:unitId')
  async unit(
    @CallerOf() caller: Caller, @Param('unitId') unitId: string, @Query() { on }: DayQuery, @After() after?: bigint,
  ): Promise<UnitRow> {
    await this.reached([unitTable], after);
    return (await this.effective.unit(caller.tenantId, unitId, await this.today.or(on, caller))) ?? notFound();
  }

  @Get('posts')
  async posts(@CallerOf() caller: Caller, @Query() query: PostsQuery, @After() after?: bigint): Promise<Page<PostWithHolder>> {
    await this.reached([postTable, postHoldingTable], after);
    return this.effective.posts(caller.tenantId, await this.today.or(query.on, caller), query);
  }

  @Get('posts/:postId')
  async post(
    @CallerOf() caller: Caller, @Param('postId') postId: string, @Query() { on }: DayQuery, @After() after?: bigint,
  ): Promise<PostWithHolder> {
    await this.reached([postTable, postHoldingTable], after);
    return (await this.effective.post(caller.tenantId, postId, await this.today.or(on, caller))) ?? notFound();
  }

  @Get('me')
  @OpenToParties()
  @OpenToOperators()
  async me(@CallerOf() caller: Caller): Promise<Me> {
    const day = await this.today.or(undefined, caller);
    const [tenant, unit] = await Promise.all([
      this.readModel.one(tenantTable, caller.tenantId, { ownerTenantId: OPERATOR_TENANT, id: caller.tenantId }),
      this.effective.unit(caller.tenantId, caller.unitId, day),
    ]);
    return { ...caller, tenantName: tenant?.name ?? null, unitName: unit?.name ?? null, application: applicationOf(caller, unit ?? undefined, tenant ?? null) };
  }

  private async reached(tables: readonly ViewTable[], after: bigint | undefined): Promise<void> {
    if (after !== undefined) await Promise.all(tables.map((table) => this.readModel.waitFor(table, after)));
  }
}
