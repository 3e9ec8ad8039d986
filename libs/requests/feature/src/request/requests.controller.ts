import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import type { CommandContext, Outcome } from '@zeren/event-store';
import { After, CallerOf, Context, RolesAllowed } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import type { Page } from '@zeren/read-model';
import {
  askedMatter, rolesThatArbitrate, rolesThatFile, rolesThatSpeak, type RequestRow, type RequestState, type Verdict,
} from '@zeren/requests-domain';
import { Receipts, type Receipt } from './receipts.js';
import { RequestBoardReader, type LaneCounts } from './request-board-reader.js';
import { RequestFiling } from './request-filing.js';
import { RequestWork } from './request-work.js';
import {
  AcceptanceBody, DispatchBody, LanesQuery, MergeBody, OfficersFilingBody, OwnershipBody, ReasonBody, ReclassificationBody, RequestQuery, ReturnDecisionBody,
} from './request.bodies.js';

type Decided = Promise<Outcome<RequestState>>;

/** What citizens and enterprises ask, from its filing to its dispatch. Steps need no If-Match: the decider judges, also what comes late. */
@Controller('api/v1/requests')
export class RequestsController {
  constructor(
    private readonly filing: RequestFiling,
    private readonly work: RequestWork,
    private readonly board: RequestBoardReader,
    private readonly receipts: Receipts,
  ) {}

  /** An officer enters what somebody asks by any channel. */
  @Post()
  @RolesAllowed(...rolesThatFile)
  async file(@Body() { channel, source, atOnce, ...body }: OfficersFilingBody, @Context() context: CommandContext): Decided {
    return (await this.filing.file(this.filing.streamOf(context), body, { channel, source, atOnce }, context)).outcome;
  }

  @Get()
  list(@CallerOf() caller: Caller, @Query() query: RequestQuery, @After() after?: bigint): Promise<Page<RequestRow>> {
    return this.board.page(caller, query, after);
  }

  /** How many wait in each lane, of all or of one of the four integrations. */
  @Get('lanes')
  lanes(@CallerOf() caller: Caller, @Query() { integration }: LanesQuery, @After() after?: bigint): Promise<LaneCounts> {
    return this.board.counts(caller, integration, after);
  }

  @Get(':id')
  one(@CallerOf() caller: Caller, @Param('id') id: string, @After() after?: bigint): Promise<RequestRow> {
    return this.board.one(caller, id, after);
  }

  /** Whose it is by the matrix today, and the row that says so. */
  @Get(':id/route-proposal')
  @RolesAllowed(...rolesThatSpeak, ...rolesThatArbitrate)
  proposal(@CallerOf() caller: Caller, @Param('id') id: string): Promise<Verdict> {
    return this.work.proposal(id, caller);
  }

  /** What whoever asked is told on the phone, to follow it without an account. */
  @Get(':id/receipt')
  @RolesAllowed(...rolesThatSpeak)
  async receipt(@CallerOf() caller: Caller, @Param('id') id: string): Promise<Receipt> {
    const { content } = await this.work.owned(id, caller);
    return { receipt: content.receipt, secret: this.receipts.secretOf(id) };
  }

  @Post(':id/acceptance')
  @HttpCode(200)
  @RolesAllowed(...rolesThatSpeak)
  accept(@Param('id') id: string, @Body() { matterCode }: AcceptanceBody, @Context() context: CommandContext): Decided {
    return this.work.counted(id, context, (counting, grounds) => ({ type: 'AcceptRequest', data: { ...counting, matter: askedMatter(grounds, matterCode) } }));
  }

  @Post(':id/decline')
  @HttpCode(200)
  @RolesAllowed(...rolesThatSpeak)
  decline(@Param('id') id: string, @Body() data: ReasonBody, @Context() context: CommandContext): Decided {
    return this.work.decide(id, { type: 'DeclineRequest', data }, context);
  }

  @Post(':id/reclassification')
  @HttpCode(200)
  @RolesAllowed(...rolesThatSpeak)
  reclassify(@Param('id') id: string, @Body() { matterCode, reason }: ReclassificationBody, @Context() context: CommandContext): Decided {
    return this.work.counted(id, context, (_, grounds) => ({ type: 'ReclassifyRequest', data: { matter: askedMatter(grounds, matterCode), reason } }));
  }

  /** To whom the matrix names, or to whom the dispatcher does. */
  @Post(':id/dispatch')
  @HttpCode(200)
  @RolesAllowed(...rolesThatSpeak)
  dispatch(@Param('id') id: string, @Body() { byHand }: DispatchBody, @Context() context: CommandContext): Decided {
    return this.work.dispatch(id, byHand, context);
  }

  @Post(':id/ruling')
  @HttpCode(200)
  @RolesAllowed(...rolesThatArbitrate)
  rule(@Param('id') id: string, @Body() body: OwnershipBody, @Context() context: CommandContext): Decided {
    return this.work.rule(id, body, context);
  }

  @Post(':id/return-decision')
  @HttpCode(200)
  @RolesAllowed(...rolesThatArbitrate)
  decideReturn(@Param('id') id: string, @Body() { decision, reason }: ReturnDecisionBody, @Context() context: CommandContext): Decided {
    return this.work.step(id, context, ({ standing, calendar, terms }) => ({ type: 'DecideReturn', data: { decision, reason, standing, calendar, terms } }));
  }

  @Post(':id/merge')
  @HttpCode(200)
  @RolesAllowed(...rolesThatSpeak)
  merge(@Param('id') id: string, @Body() body: MergeBody, @Context() context: CommandContext): Decided {
    return this.work.merge(id, body, context);
  }

  /** Counts anew the deadlines that were counted before the calendar of their year was published. */
  @Post(':id/deadlines')
  @HttpCode(200)
  @RolesAllowed(...rolesThatSpeak)
  recompute(@Param('id') id: string, @Context() context: CommandContext): Decided {
    return this.work.counted(id, context, (data) => ({ type: 'RecomputeDeadlines', data }));
  }
}

