import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { DeciderRepository, deriveId, type CommandContext, type Outcome } from '@zeren/event-store';
import { After, CallerOf, Context, notFound, PageQuery, RolesAllowed, streamIdOf } from '@zeren/http';
import { publicId, type Caller, type StreamId } from '@zeren/kernel';
import { Confinements, unitsAsked } from '@zeren/organisation-domain';
import type { Page } from '@zeren/read-model';
import {
  bidDecider, campaignDecider, postingDecider, rolesThatDispatch, rolesThatWork, type Bid, type BidRow, type Posting, type PostingCommand, type PostingRow,
} from '@zeren/tasks-domain';
import { Districts } from '../districts.js';
import { CutBoards, type CutBoard } from '../task/cut-boards.js';
import { rowCountsUnder } from '../task/integration-cut.js';
import { AwardBody, ClosingBody, CommitmentBody, PostingBody, PostingQuery } from './posting.bodies.js';
import { BidEnvelope, PostingEnvelope } from '../tasks.command-handlers.js';
import { bidRegisterTable, postingBoardTable } from '../tasks.tables.js';

const postings: CutBoard<PostingRow> = { table: postingBoardTable, order: 'postedAt', descending: true, counts: () => rowCountsUnder('entry') };

/** Work posted for units to come forward: open bids, and found problems to be claimed. */
@Controller('api/v1/postings')
export class PostingsController {
  constructor(
    private readonly commands: CommandBus,
    private readonly repository: DeciderRepository,
    private readonly districts: Districts,
    private readonly boards: CutBoards,
    private readonly confinements: Confinements,
  ) {}

  @Post()
  @RolesAllowed('city-office', 'district-office')
  async post(@Body() data: PostingBody, @Context() context: CommandContext): Promise<Outcome<Posting>> {
    const { tenantId, actorId } = context.caller;
    const id = { category: 'posting', tenantId, id: deriveId(tenantId, actorId, context.idempotency?.key ?? context.commandId) };
    const districtTenantIds = await this.districts.of(context.caller, data.invitedTenantIds);
    const { state } = await this.repository.load(campaignDecider, streamIdOf('campaign', data.campaignId), context.caller);
    return this.execute(id, { type: 'PostWork', data: { ...data, districtTenantIds, campaignOpen: state.status === 'open' } }, context);
  }

  /** The caller's own unit bids; bid again before closing, the latest counts. */
  @Post(':id/bids')
  @RolesAllowed(...rolesThatWork)
  async bid(@Param('id') id: string, @Body() data: CommitmentBody, @Context() context: CommandContext): Promise<Outcome<Bid>> {
    const stream = streamIdOf('posting', id);
    const { tenantId, unitId } = context.caller;
    const { state: posting } = await this.repository.load(postingDecider, stream, context.caller);
    const command = { type: 'PlaceBid', data: { ...data, postingId: id, postingTenantId: stream.tenantId, posting } } as const;
    return this.commands.execute<BidEnvelope, Outcome<Bid>>(new BidEnvelope({ category: 'bid', tenantId, id: `${stream.id}~${unitId}` }, command, context));
  }

  @Post(':id/award')
  @HttpCode(200)
  @RolesAllowed(...rolesThatDispatch)
  async award(@Param('id') id: string, @Body() { bidId, reason }: AwardBody, @Context() context: CommandContext): Promise<Outcome<Posting>> {
    const { state } = await this.repository.load(bidDecider, streamIdOf('bid', bidId), context.caller);
    if (state.status === 'none' || state.content.postingId !== id) return notFound();
    const { unitId, unitTenantId, accountablePostId, value, finishBy, plan } = state.content;
    const bid = { bidId, unitId, unitTenantId, accountablePostId, value, finishBy, plan };
    return this.execute(streamIdOf('posting', id), { type: 'AwardBid', data: { bid, reason } }, context);
  }

  @Post(':id/claim')
  @HttpCode(200)
  @RolesAllowed(...rolesThatWork)
  claim(@Param('id') id: string, @Body() data: CommitmentBody, @Context() context: CommandContext): Promise<Outcome<Posting>> {
    return this.execute(streamIdOf('posting', id), { type: 'ClaimProblem', data }, context);
  }

  @Post(':id/closing')
  @HttpCode(200)
  @RolesAllowed(...rolesThatDispatch)
  close(@Param('id') id: string, @Body() data: ClosingBody, @Context() context: CommandContext): Promise<Outcome<Posting>> {
    return this.execute(streamIdOf('posting', id), { type: 'ClosePosting', data }, context);
  }

  @Get()
  list(@CallerOf() { tenantId }: Caller, @Query() query: PostingQuery, @After() after?: bigint): Promise<Page<PostingRow>> {
    const { kind, status } = query;
    const where = { ...(kind !== undefined && { kind }), ...(status !== undefined && { status }) };
    return this.boards.pageOf(postings, tenantId, query, where, after);
  }

  @Get(':id')
  one(@CallerOf() { tenantId }: Caller, @Param('id') id: string, @After() after?: bigint): Promise<PostingRow> {
    return this.boards.one(postingBoardTable, tenantId, id, after);
  }

  /** The bids for a posting that the reader may see: its own, or as the one that posted it all. */
  @Get(':id/bids')
  async bids(@CallerOf() caller: Caller, @Param('id') id: string, @Query() query: PageQuery, @After() after?: bigint): Promise<Page<BidRow>> {
    const { tenantId } = caller;
    const { ownerTenantId, id: local } = await this.boards.one(postingBoardTable, tenantId, id, after);
    const unitId = unitsAsked(undefined, await this.confinements.of(caller));
    return this.boards.page(bidRegisterTable, tenantId, query, { where: { postingId: publicId(ownerTenantId, local), ...(unitId !== undefined && { unitId }) }, order: { placedAt: 'asc' } }, after);
  }

  private execute(id: StreamId, command: PostingCommand, context: CommandContext): Promise<Outcome<Posting>> {
    return this.commands.execute<PostingEnvelope, Outcome<Posting>>(new PostingEnvelope(id, command, context));
  }
}
