import { Module } from '@nestjs/common';
import { AssessmentCommandHandler, SchemeCommandHandler, ScoreSheetCommandHandler } from './assessment.command-handlers.js';
import { AssessmentsController } from './assessments.controller.js';
import { Computation } from './computation.js';
import { Publication } from './publication.js';
import { Results } from './results.js';
import { SchemesController } from './schemes.controller.js';

/** Schemes, scores, rankings. Needs ZerenModule beside it, with `assessmentTables` and `assessmentRefusals`. */
@Module({
  controllers: [SchemesController, AssessmentsController],
  providers: [SchemeCommandHandler, ScoreSheetCommandHandler, AssessmentCommandHandler, Computation, Results, Publication],
})
export class AssessmentModule {}
