import { Body, Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext, Outcome } from '@zeren/event-store';
import { BodyLimit, Context, RolesAllowed } from '@zeren/http';
import type { Register, RegisterCommand } from '@zeren/organisation-domain';
import { DissolutionBody, HolderBody, PostsBody, UnitChangeBody, UnitsBody, VacancyBody } from './organisation.bodies.js';
import { RegisterEnvelope } from './organisation.command-handlers.js';
import { registerStream, RegisterSurroundings } from './register-surroundings.js';

/** Commands on the register of the caller's own tenant. */
@Controller('api/v1/organisation')
@RolesAllowed('city-office', 'district-office')
export class OrganisationController {
  constructor(
    private readonly commands: CommandBus,
    private readonly surroundings: RegisterSurroundings,
  ) {}

  @Post('units') @BodyLimit(4 * 1024 * 1024)
  async registerUnits(@Body() { units }: UnitsBody, @Context() context: CommandContext): Promise<Outcome<Register>> {
    const facts = await this.surroundings.facts(context.caller, units.map((unit) => ({ unitId: unit.parentUnitId, on: unit.validFrom })));
    return this.execute({ type: 'RegisterUnits', data: { units, facts } }, context);
  }

  @Post('units/:unitId/versions')
  async changeUnit(
    @Param('unitId') unitId: string, @Body() { reason, ...version }: UnitChangeBody, @Context() context: CommandContext,
  ): Promise<Outcome<Register>> {
    const facts = await this.surroundings.facts(context.caller, [{ unitId: version.parentUnitId, on: version.validFrom }]);
    return this.execute({ type: 'ChangeUnit', data: { unit: { unitId, ...version }, reason, facts } }, context);
  }

  @Post('units/:unitId/dissolution')
  dissolveUnit(
    @Param('unitId') unitId: string, @Body() { validUntil, reason }: DissolutionBody, @Context() context: CommandContext,
  ): Promise<Outcome<Register>> {
    return this.execute({ type: 'DissolveUnit', data: { unitId, validUntil, reason } }, context);
  }

  @Post('posts')
  async createPosts(@Body() { posts, holders }: PostsBody, @Context() context: CommandContext): Promise<Outcome<Register>> {
    const facts = await this.surroundings.facts(context.caller, posts.map(({ unitId, validFrom }) => ({ unitId, on: validFrom })));
    return this.execute({ type: 'CreatePosts', data: { posts, holders, facts } }, context);
  }

  @Post('posts/:postId/holder')
  fillPost(
    @Param('postId') postId: string, @Body() { officerId, from }: HolderBody, @Context() context: CommandContext,
  ): Promise<Outcome<Register>> {
    return this.execute({ type: 'FillPost', data: { postId, officerId, from } }, context);
  }

  @Post('posts/:postId/vacancy')
  vacatePost(
    @Param('postId') postId: string, @Body() { until }: VacancyBody, @Context() context: CommandContext,
  ): Promise<Outcome<Register>> {
    return this.execute({ type: 'VacatePost', data: { postId, until } }, context);
  }

  private execute(command: RegisterCommand, context: CommandContext): Promise<Outcome<Register>> {
    return this.commands.execute<RegisterEnvelope, Outcome<Register>>(
      new RegisterEnvelope(registerStream(context.caller.tenantId), command, context),
    );
  }
}
