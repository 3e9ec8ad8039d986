import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { SignatureKeyCommand, SignatureKeyRow, SignatureKeyState } from '@zeren/contracts-domain';
import type { CommandContext, Outcome } from '@zeren/event-store';
import { After, CallerOf, Context, PageQuery, RolesAllowed, streamIdOf, ViewReader } from '@zeren/http';
import type { Caller, StreamId } from '@zeren/kernel';
import type { Page } from '@zeren/read-model';
import { ConfirmationBody, OwnKeyBody, TerminationBody } from './contract.bodies.js';
import { SignatureKeyEnvelope } from './contract.command-handler.js';
import { signatureKeyTable } from './contract.tables.js';
import { ownKeyFrom, signatureKeyStream } from './own-key.js';

type Decided = Promise<Outcome<SignatureKeyState>>;

/** Keys with which officers sign outside the platform. */
@Controller('api/v1/signature-keys')
export class SignatureKeysController {
  constructor(
    private readonly commands: CommandBus,
    private readonly views: ViewReader,
  ) {}

  @Post()
  @RolesAllowed('leader')
  bring(@Body() { pem }: OwnKeyBody, @Context() context: CommandContext): Decided {
    const { tenantId, actorId } = context.caller;
    const data = ownKeyFrom(pem, actorId);
    return this.decide(signatureKeyStream(tenantId, actorId, data.keyId), { type: 'BringSignatureKey', data }, context);
  }

  @Post(':id/confirmation')
  @RolesAllowed('city-office', 'district-office')
  confirm(@Param('id') id: string, @Body() data: ConfirmationBody, @Context() context: CommandContext): Decided {
    return this.decide(streamIdOf('signaturekey', id), { type: 'ConfirmSignatureKey', data }, context);
  }

  @Post(':id/revocation')
  @RolesAllowed('city-office', 'district-office')
  revoke(@Param('id') id: string, @Body() data: TerminationBody, @Context() context: CommandContext): Decided {
    return this.decide(streamIdOf('signaturekey', id), { type: 'RevokeSignatureKey', data }, context);
  }

  @Get()
  list(@CallerOf() { tenantId }: Caller, @Query() query: PageQuery, @After() after?: bigint): Promise<Page<SignatureKeyRow>> {
    return this.views.page(signatureKeyTable, tenantId, query, { order: { broughtAt: 'desc' } }, after);
  }

  private decide(id: StreamId, command: SignatureKeyCommand, context: CommandContext): Decided {
    return this.commands.execute<SignatureKeyEnvelope, Outcome<SignatureKeyState>>(new SignatureKeyEnvelope(id, command, context));
  }
}
