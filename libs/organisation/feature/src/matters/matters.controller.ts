import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { CommandBus, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import { BodyLimit, CallerOf, Context, RolesAllowed } from '@zeren/http';
import type { Caller, StreamId } from '@zeren/kernel';
import { catalogueOn, districtsFrom, matterCatalogueDecider, type CatalogueReading, type MatterCatalogue, type MatterCatalogueCommand } from '@zeren/organisation-domain';
import { Today } from '../today.js';
import { catalogueStream, CityKnowledge } from './city-knowledge.js';
import { CatalogueQuery, MatterCatalogueBody } from './matters.bodies.js';

export class MatterCatalogueEnvelope {
  constructor(readonly id: StreamId, readonly command: MatterCatalogueCommand, readonly context: CommandContext) {}
}

@CommandHandler(MatterCatalogueEnvelope)
export class MatterCatalogueCommandHandler implements ICommandHandler<MatterCatalogueEnvelope, Outcome<MatterCatalogue>> {
  constructor(private readonly repository: DeciderRepository) {}

  execute({ id, command, context }: MatterCatalogueEnvelope): Promise<Outcome<MatterCatalogue>> {
    return this.repository.execute(matterCatalogueDecider, id, command, context);
  }
}

/** What can be asked of a city, and within what it is handled: one catalogue for all ways in. */
@Controller('api/v1/matters')
export class MattersController {
  constructor(
    private readonly commands: CommandBus,
    private readonly knowledge: CityKnowledge,
    private readonly today: Today,
  ) {}

  @Get()
  async read(@CallerOf() caller: Caller, @Query() query: CatalogueQuery): Promise<CatalogueReading> {
    const [day, state] = await Promise.all([this.today.or(query.on, caller), this.knowledge.cityOf(caller).then((city) => this.knowledge.catalogue(city, caller))]);
    const wanted = query.version === undefined ? catalogueOn(state, day) : state.versions.find(({ version }) => version === query.version);
    return {
      catalogue: wanted ?? null,
      versions: state.versions.map(({ version, validFrom, document, classes }) => ({ version, validFrom, document, classes: classes.length })),
    };
  }

  /** Lays the catalogue down as its next version; what was published before stays as it was. */
  @Post('versions')
  @HttpCode(200)
  @BodyLimit(2 * 1024 * 1024)
  @RolesAllowed('city-office', 'district-office')
  async publish(@Body() body: MatterCatalogueBody, @Context() context: CommandContext): Promise<Outcome<MatterCatalogue>> {
    const { tenantId, kind } = await this.knowledge.tenant(context.caller);
    const register = await this.knowledge.register(tenantId, context.caller);
    const districtTenantIds = districtsFrom(register, body.validFrom);
    return this.commands.execute<MatterCatalogueEnvelope, Outcome<MatterCatalogue>>(
      new MatterCatalogueEnvelope(catalogueStream(tenantId), { type: 'PublishMatterCatalogue', data: { ...body, tenantKind: kind, districtTenantIds } }, context));
  }
}
