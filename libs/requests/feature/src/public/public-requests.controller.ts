import { Body, Controller, Param, Post, Req } from '@nestjs/common';
import type { CommandContext, Outcome } from '@zeren/event-store';
import { Public, type EdgeRequest } from '@zeren/http';
import { DomainError, publicId } from '@zeren/kernel';
import type { FilingAnswer, RequestState } from '@zeren/requests-domain';
import { RequestFiling } from '../request/request-filing.js';
import { RequestWork } from '../request/request-work.js';
import { stepOf } from '../requester/step-context.js';
import { FrontDoor } from './front-door.js';
import { PublicFilingBody } from './public.bodies.js';
import { PublicReader } from './public-reader.js';

/** The front door, through which anybody asks: no account is needed. */
@Controller('api/v1/public/:tenantId')
@Public()
export class PublicRequestsController {
  constructor(
    private readonly door: FrontDoor,
    private readonly reader: PublicReader,
    private readonly filing: RequestFiling,
    private readonly work: RequestWork,
  ) {}

  /** Files a request; with `sameAs`, into one that is open already. With an `Idempotency-Key` a repetition files once. */
  @Post('requests')
  async file(@Param('tenantId') tenantId: string, @Body() { sameAs, ...body }: PublicFilingBody, @Req() request: EdgeRequest): Promise<FilingAnswer> {
    this.door.limit(request, 'filing');
    await this.door.of(tenantId);
    const context = this.door.contextOf(request, tenantId);
    const { outcome, receipt, secret } = await this.filing.file(this.filing.streamOf(context), body, { channel: 'web', source: null, atOnce: false }, context);
    const id = publicId(outcome.id.tenantId, outcome.id.id);
    const joined = sameAs !== null && outcome.state.status === 'filed' ? await this.join(id, sameAs, context) : undefined;
    const { revision, position } = joined ?? outcome;
    return { id, revision, position: String(position), receipt, secret };
  }

  /** What went into another is one with it. Where the other has ended meanwhile, this one stands for itself: nobody who asked is turned away. */
  private async join(id: string, sameAs: string, context: CommandContext): Promise<Outcome<RequestState> | undefined> {
    try {
      if (!(await this.reader.isOpenToAll(context.caller.tenantId, sameAs))) return undefined;
      return await this.work.merge(id, { intoRequestId: sameAs, reason: '我也遇到' }, stepOf(context, 'join'));
    } catch (error) {
      if (error instanceof DomainError) return undefined;
      throw error;
    }
  }
}
