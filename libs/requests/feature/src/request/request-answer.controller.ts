import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { CommandContext, Outcome } from '@zeren/event-store';
import { Context, RolesAllowed } from '@zeren/http';
import { rolesThatSpeak, type RequestState } from '@zeren/requests-domain';
import { RequestWork } from './request-work.js';
import { CallBackBody, ClosureBody, FeedbackBody, RatingBody, ReasonBody } from './request.bodies.js';

type Decided = Promise<Outcome<RequestState>>;

/** What whoever asked is told, whether it satisfies, and how the request ends. */
@Controller('api/v1/requests/:id')
@RolesAllowed(...rolesThatSpeak)
export class RequestAnswerController {
  constructor(private readonly work: RequestWork) {}

  @Post('feedback')
  @HttpCode(200)
  feedBack(@Param('id') id: string, @Body() data: FeedbackBody, @Context() context: CommandContext): Decided {
    return this.work.decide(id, { type: 'FeedBack', data }, context);
  }

  @Post('call-back')
  @HttpCode(200)
  callBack(@Param('id') id: string, @Body() { reached, note }: CallBackBody, @Context() context: CommandContext): Decided {
    return this.work.decide(id, { type: 'CallBack', data: { reached, note } }, context);
  }

  @Post('rating')
  @HttpCode(200)
  rate(@Param('id') id: string, @Body() body: RatingBody, @Context() context: CommandContext): Decided {
    return this.work.rate(id, body, context);
  }

  @Post('reopening')
  @HttpCode(200)
  reopen(@Param('id') id: string, @Body() { reason }: ReasonBody, @Context() context: CommandContext): Decided {
    return this.work.counted(id, context, (counting) => ({ type: 'ReopenRequest', data: { ...counting, reason } }));
  }

  @Post('closure')
  @HttpCode(200)
  close(@Param('id') id: string, @Body() { reason }: ClosureBody, @Context() context: CommandContext): Decided {
    return this.work.decide(id, { type: 'CloseRequest', data: { reason } }, context);
  }
}
