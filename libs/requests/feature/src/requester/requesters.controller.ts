import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { CommandContext, Outcome } from '@zeren/event-store';
import { Context, RolesAllowed } from '@zeren/http';
import type { RequesterShown, RequesterState } from '@zeren/requests-domain';
import { ErasureBody, RequestersQuery, RequesterSearchBody } from './requester.bodies.js';
import { RequesterReader } from './requester-reader.js';
import { Requesters } from './requesters.js';
import { Sealing } from './sealing.js';

/** Who asks: looked at on record, erased for good. */
@Controller('api/v1')
export class RequestersController {
  constructor(
    private readonly reader: RequesterReader,
    private readonly requesters: Requesters,
    private readonly sealing: Sealing,
  ) {}

  /** Everybody who asked for this, as far as the reader's work needs it. Each look is recorded first. */
  @Get('requests/:id/requesters')
  @RolesAllowed('hotline', 'city-office', 'district-office', 'officer', 'leader')
  async list(
    @Param('id') id: string, @Query() { purpose }: RequestersQuery, @Context() context: CommandContext,
  ): Promise<{ readonly items: readonly RequesterShown[] }> {
    return { items: await this.reader.of(id, purpose, context) };
  }

  /** Earlier requests of the person who calls, found by the number without its being stored. */
  @Post('requesters/search')
  @HttpCode(200)
  @RolesAllowed('hotline', 'city-office', 'district-office')
  async search(
    @Body() { phone }: RequesterSearchBody, @Context() context: CommandContext,
  ): Promise<{ readonly found: { readonly requesterId: string; readonly requestIds: readonly string[] } | null }> {
    return { found: await this.reader.withPhone(phone, context) };
  }

  /** Destroys the person's key. Whatever was sealed under it is gone from the whole history, which itself stays as it is. */
  @Post('requesters/:id/erasure')
  @RolesAllowed('city-office', 'district-office', 'hotline')
  async erase(@Param('id') id: string, @Body() { reason }: ErasureBody, @Context() context: CommandContext): Promise<Outcome<RequesterState>> {
    const erased = await this.requesters.decide(id, { type: 'EraseRequester', data: { reason } }, context);
    // Recorded first: where this fails, the same call again destroys the key.
    await this.sealing.destroy(id);
    return erased;
  }
}
