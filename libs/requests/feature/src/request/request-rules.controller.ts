import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import { CallerOf, Context, RolesAllowed } from '@zeren/http';
import type { Caller, StreamId } from '@zeren/kernel';
import { REQUEST_RULES_ID, requestRulesDecider, type RequestTerms } from '@zeren/requests-domain';
import { RequestRulesEnvelope } from './request.command-handlers.js';
import { TermsBody } from './request-rules.bodies.js';

const rulesOf = (tenantId: string): StreamId => ({ category: requestRulesDecider.category, tenantId, id: REQUEST_RULES_ID });

/** What the caller's tenant has laid down for its requests. */
@Controller('api/v1/request-rules')
export class RequestRulesController {
  constructor(
    private readonly commands: CommandBus,
    private readonly repository: DeciderRepository,
  ) {}

  @Get()
  async read(@CallerOf() caller: Caller): Promise<RequestTerms> {
    return (await this.repository.load(requestRulesDecider, rulesOf(caller.tenantId), caller)).state;
  }

  @Post()
  @HttpCode(200)
  @RolesAllowed('city-office', 'district-office')
  set(@Body() data: TermsBody, @Context() context: CommandContext): Promise<Outcome<RequestTerms>> {
    const envelope = new RequestRulesEnvelope(rulesOf(context.caller.tenantId), { type: 'SetRequestTerms', data }, context);
    return this.commands.execute<RequestRulesEnvelope, Outcome<RequestTerms>>(envelope);
  }
}
