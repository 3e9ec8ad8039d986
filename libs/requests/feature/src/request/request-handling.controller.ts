import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import type { CommandContext, Outcome } from '@zeren/event-store';
import { Context, RolesAllowed } from '@zeren/http';
import { mediationLevelOf, rolesThatArbitrate, rolesThatCheck, rolesThatHandle, rolesThatSpeak, type RequestState } from '@zeren/requests-domain';
import { RequestWork } from './request-work.js';
import {
  AgreementBody, DeferralBody, DeferralDecisionBody, MediationBody, NoteBody, PartBody, ReasonBody, ReportBody, RevisitBody, StageBody,
} from './request.bodies.js';

type Decided = Promise<Outcome<RequestState>>;

/** What units do with a request that was dispatched to them, until somebody else has looked at the result. */
@Controller('api/v1/requests/:id')
export class RequestHandlingController {
  constructor(private readonly work: RequestWork) {}

  @Post('taking')
  @HttpCode(200)
  @RolesAllowed(...rolesThatHandle)
  take(@Param('id') id: string, @Context() context: CommandContext): Decided {
    return this.work.step(id, context, ({ standing }) => ({ type: 'TakeRequest', data: { standing } }));
  }

  @Post('return')
  @HttpCode(200)
  @RolesAllowed(...rolesThatHandle)
  giveBack(@Param('id') id: string, @Body() { reason }: ReasonBody, @Context() context: CommandContext): Decided {
    return this.work.step(id, context, ({ standing, calendar, terms }) => ({ type: 'AskReturn', data: { reason, standing, calendar, terms } }));
  }

  @Post('stages')
  @HttpCode(200)
  @RolesAllowed(...rolesThatHandle)
  reachStage(@Param('id') id: string, @Body() { stageCode, note }: StageBody, @Context() context: CommandContext): Decided {
    return this.work.step(id, context, ({ standing }) => ({ type: 'ReachStage', data: { stageCode, note, standing } }));
  }

  @Post('part')
  @HttpCode(200)
  @RolesAllowed(...rolesThatHandle)
  reportPart(@Param('id') id: string, @Body() body: PartBody, @Context() context: CommandContext): Decided {
    return this.work.reportPart(id, body, context);
  }

  @Post('report')
  @HttpCode(200)
  @RolesAllowed(...rolesThatHandle)
  report(@Param('id') id: string, @Body() body: ReportBody, @Context() context: CommandContext): Decided {
    return this.work.report(id, body, context);
  }

  @Post('verification')
  @HttpCode(200)
  @RolesAllowed(...rolesThatCheck)
  verify(@Param('id') id: string, @Body() { note }: NoteBody, @Context() context: CommandContext): Decided {
    return this.work.step(id, context, ({ standing, calendar, terms }) => ({ type: 'VerifyHandling', data: { note, standing, calendar, terms } }));
  }

  @Post('rework')
  @HttpCode(200)
  @RolesAllowed(...rolesThatCheck)
  sendBack(@Param('id') id: string, @Body() { reason }: ReasonBody, @Context() context: CommandContext): Decided {
    return this.work.step(id, context, ({ standing, calendar, terms }) => ({ type: 'SendBack', data: { reason, standing, calendar, terms } }));
  }

  @Post('deferral')
  @HttpCode(200)
  @RolesAllowed(...rolesThatSpeak)
  defer(@Param('id') id: string, @Body() { until, reason }: DeferralBody, @Context() context: CommandContext): Decided {
    return this.work.step(id, context, ({ standing, calendar, terms }) => ({ type: 'DeferRequest', data: { until, reason, standing, calendar, terms } }));
  }

  /** The unit that has it asks for a deferral. */
  @Post('deferral-application')
  @HttpCode(200)
  @RolesAllowed(...rolesThatHandle)
  askDeferral(@Param('id') id: string, @Body() { until, reason }: DeferralBody, @Context() context: CommandContext): Decided {
    return this.work.step(id, context, ({ standing }) => ({ type: 'AskDeferral', data: { until, reason, standing } }));
  }

  /** It is granted, whole or less, or refused. */
  @Post('deferral-decision')
  @HttpCode(200)
  @RolesAllowed(...rolesThatArbitrate)
  decideDeferral(@Param('id') id: string, @Body() { decision, until, reason }: DeferralDecisionBody, @Context() context: CommandContext): Decided {
    return this.work.step(id, context, ({ standing, calendar, terms }) => ({ type: 'DecideDeferral', data: { decision, until, reason, standing, calendar, terms } }));
  }

  @Post('mediation')
  @HttpCode(200)
  @RolesAllowed(...rolesThatHandle)
  mediate(@Param('id') id: string, @Body() { level, mediatingUnitId }: MediationBody, @Context() context: CommandContext): Decided {
    return this.work.step(id, context, ({ standing, grounds }) =>
      ({ type: 'BeginMediation', data: { level, mediatingUnitId, mediatorLevel: mediationLevelOf(grounds, mediatingUnitId), standing } }));
  }

  @Post('mediation-failure')
  @HttpCode(200)
  @RolesAllowed(...rolesThatHandle)
  failMediation(@Param('id') id: string, @Body() { reason }: ReasonBody, @Context() context: CommandContext): Decided {
    return this.work.step(id, context, ({ standing }) => ({ type: 'FailMediation', data: { reason, standing } }));
  }

  @Post('agreement')
  @HttpCode(200)
  @RolesAllowed(...rolesThatHandle)
  agree(@Param('id') id: string, @Body() body: AgreementBody, @Context() context: CommandContext): Decided {
    return this.work.agree(id, body, context);
  }

  @Post('revisit')
  @HttpCode(200)
  @RolesAllowed(...rolesThatHandle)
  revisit(@Param('id') id: string, @Body() { kept, note }: RevisitBody, @Context() context: CommandContext): Decided {
    return this.work.step(id, context, ({ standing }) => ({ type: 'RevisitAgreement', data: { kept, note, standing } }));
  }
}
