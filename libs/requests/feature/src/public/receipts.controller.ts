import { Body, Controller, Get, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { Outcome } from '@zeren/event-store';
import { After, Public, type EdgeRequest } from '@zeren/http';
import type { FollowedRequest, RequestState } from '@zeren/requests-domain';
import { FrontDoor } from './front-door.js';
import { PublicRatingBody, PublicReopeningBody, ReceiptQuery } from './public.bodies.js';
import { PublicFollowing } from './public-following.js';

/** What whoever asked does with receipt and secret, without an account. */
@Controller('api/v1/public/:tenantId/receipts/:receipt')
@Public()
export class ReceiptsController {
  constructor(
    private readonly door: FrontDoor,
    private readonly following: PublicFollowing,
  ) {}

  /** How a request stands, for who has its receipt and secret. */
  @Get()
  async follow(
    @Param('tenantId') tenantId: string, @Param('receipt') receipt: string, @Query() { secret }: ReceiptQuery, @Req() request: EdgeRequest, @After() after?: bigint,
  ): Promise<FollowedRequest> {
    this.door.limit(request, 'reading');
    const grounds = await this.door.of(tenantId);
    return this.following.follow(receipt, secret, this.door.callerIn(tenantId), grounds, after);
  }

  @Post('rating')
  @HttpCode(200)
  async rate(
    @Param('tenantId') tenantId: string, @Param('receipt') receipt: string, @Body() body: PublicRatingBody, @Req() request: EdgeRequest,
  ): Promise<Outcome<RequestState>> {
    this.door.limit(request, 'filing');
    await this.door.of(tenantId);
    return this.following.rate(receipt, body, this.door.contextOf(request, tenantId));
  }

  @Post('reopening')
  @HttpCode(200)
  async reopen(
    @Param('tenantId') tenantId: string, @Param('receipt') receipt: string, @Body() body: PublicReopeningBody, @Req() request: EdgeRequest,
  ): Promise<Outcome<RequestState>> {
    this.door.limit(request, 'filing');
    await this.door.of(tenantId);
    return this.following.reopen(receipt, body, this.door.contextOf(request, tenantId));
  }
}
