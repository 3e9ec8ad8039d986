import { Module } from '@nestjs/common';
import { DeciderRepository, ownersReading } from '@zeren/event-store';
import { Confinements } from '@zeren/organisation-domain';
import { CampaignCourseController } from './campaign/campaign-course.controller.js';
import { CampaignsController } from './campaign/campaigns.controller.js';
import { CockpitController } from './campaign/cockpit.controller.js';
import { CockpitReader } from './campaign/cockpit-reader.js';
import { Districts } from './districts.js';
import { PartCommandHandler } from './joint/part.command-handler.js';
import { PartFacts } from './joint/part-facts.js';
import { PartsController } from './joint/parts.controller.js';
import { PostingsController } from './posting/postings.controller.js';
import { ProjectFiguresReader } from './project/project-figures-reader.js';
import { ProjectsController } from './project/projects.controller.js';
import { PromiseListCommandHandler } from './promise/promise-list.command-handler.js';
import { PromiseReader } from './promise/promise-reader.js';
import { PromisesController } from './promise/promises.controller.js';
import { GapReader } from './readiness/gap-reader.js';
import { MockAssessmentsController } from './readiness/mock-assessments.controller.js';
import { ChecklistCommandHandler, MockAssessmentCommandHandler, TaskGapCommandHandler } from './readiness/readiness.command-handlers.js';
import { ReadinessController } from './readiness/readiness.controller.js';
import { ReadinessFacts } from './readiness/readiness-facts.js';
import { TaskGapsController } from './readiness/task-gaps.controller.js';
import { UnitNames } from './unit-names.js';
import { MeasureCommandHandler } from './measure/measure.command-handler.js';
import { MeasureReader } from './measure/measure-reader.js';
import { TitleCommandHandler } from './title/title.command-handler.js';
import { TitleFacts } from './title/title-facts.js';
import { TitlesController } from './title/titles.controller.js';
import { MeasuresController } from './measure/measures.controller.js';
import { SampleFacts } from './sample/sample-facts.js';
import { SamplesController } from './sample/samples.controller.js';
import { SplitFactsReader } from './split/split-facts.js';
import { DutyFacts } from './duty-list/duty-facts.js';
import { DutyListCommandHandler } from './duty-list/duty-list.command-handler.js';
import { DutyListsController } from './duty-list/duty-lists.controller.js';
import { Registers } from './registers.js';
import { SplitLevels } from './split/split-levels.js';
import { SplitPublisher } from './split/split-publisher.js';
import { SplitRegister } from './split/split-register.js';
import { SplitsController } from './split/splits.controller.js';
import { SpreadsheetImport } from './split/spreadsheet-import.js';
import { SpreadsheetsController } from './split/spreadsheets.controller.js';
import { StandardFacts } from './standard/standard-facts.js';
import { StandardsController } from './standard/standards.controller.js';
import { DecisionFacts } from './task/decision-facts.js';
import { DecisionsController } from './task/decisions.controller.js';
import { CutBoards } from './task/cut-boards.js';
import { IntegrationCut } from './task/integration-cut.js';
import { TaskBoardReader } from './task/task-board-reader.js';
import { BidCommandHandler, CampaignCommandHandler, PostingCommandHandler, ProjectCommandHandler, SampleCommandHandler, SplitCommandHandler, StandardCommandHandler, TaskCommandHandler, TaskRulesCommandHandler } from './tasks.command-handlers.js';
import { TaskDispatchController } from './task/task-dispatch.controller.js';
import { TaskDoingController } from './task/task-doing.controller.js';
import { TaskFacts } from './task/task-facts.js';
import { TaskMatchesController } from './task/task-matches.controller.js';
import { TaskRegisterController } from './task/task-register.controller.js';
import { TaskRulesController } from './rules/task-rules.controller.js';
import { TasksController } from './task/tasks.controller.js';
import { WorkplaceController } from './task/workplace.controller.js';
import { WorkplaceReader } from './task/workplace-reader.js';

/** By how many milliseconds what other processes changed in the organisation may be unknown to a list. */
const RECENT = 1_000;

/** Standards, campaigns, splits, tasks. Needs ZerenModule beside it, with `tasksTables` and `tasksRefusals`. */
@Module({
  controllers: [ReadinessController, MockAssessmentsController, TaskGapsController, PromisesController, StandardsController, CampaignsController, CampaignCourseController, MeasuresController, TitlesController, SplitsController, DutyListsController, SpreadsheetsController, TasksController, TaskDispatchController, DecisionsController, TaskDoingController, TaskMatchesController, PartsController, CockpitController, TaskRegisterController, TaskRulesController, WorkplaceController, SamplesController, PostingsController, ProjectsController],
  providers: [
    { provide: Confinements, inject: [DeciderRepository], useFactory: (repository: DeciderRepository) => new Confinements(ownersReading(repository, RECENT)) },
    ChecklistCommandHandler, MockAssessmentCommandHandler, TaskGapCommandHandler, ReadinessFacts, GapReader, UnitNames, PromiseListCommandHandler, PromiseReader,
    StandardCommandHandler, CampaignCommandHandler, SplitCommandHandler, TaskCommandHandler, TaskRulesCommandHandler, SampleCommandHandler, PostingCommandHandler, BidCommandHandler, ProjectCommandHandler,
    Districts, StandardFacts, MeasureCommandHandler, MeasureReader, PartCommandHandler, PartFacts, TitleCommandHandler, TitleFacts, Registers, DutyFacts, DutyListCommandHandler, SplitRegister, SplitFactsReader, SplitLevels, SplitPublisher, SpreadsheetImport, TaskBoardReader, IntegrationCut, CutBoards, DecisionFacts, CockpitReader, TaskFacts, WorkplaceReader, SampleFacts, ProjectFiguresReader,
  ],
})
export class TasksModule {}
