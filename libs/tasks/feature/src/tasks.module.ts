import { Module } from '@nestjs/common';
import { CampaignCourseController } from './campaign-course.controller.js';
import { CampaignsController } from './campaigns.controller.js';
import { CockpitReader } from './cockpit-reader.js';
import { Districts } from './districts.js';
import { PostingsController } from './postings.controller.js';
import { ProjectFiguresReader } from './project-figures-reader.js';
import { ProjectsController } from './projects.controller.js';
import { MeasureCommandHandler } from './measure.command-handler.js';
import { MeasureReader } from './measure-reader.js';
import { TitleCommandHandler } from './title.command-handler.js';
import { TitleFacts } from './title-facts.js';
import { TitlesController } from './titles.controller.js';
import { MeasuresController } from './measures.controller.js';
import { SampleFacts } from './sample-facts.js';
import { SamplesController } from './samples.controller.js';
import { SplitFactsReader } from './split-facts.js';
import { SplitLevels } from './split-levels.js';
import { SplitsController } from './splits.controller.js';
import { SpreadsheetImport } from './spreadsheet-import.js';
import { SpreadsheetsController } from './spreadsheets.controller.js';
import { StandardFacts } from './standard-facts.js';
import { StandardsController } from './standards.controller.js';
import { TaskBoardReader } from './task-board-reader.js';
import { BidCommandHandler, CampaignCommandHandler, PostingCommandHandler, ProjectCommandHandler, SampleCommandHandler, SplitCommandHandler, StandardCommandHandler, TaskCommandHandler, TaskRulesCommandHandler } from './tasks.command-handlers.js';
import { TaskDoingController } from './task-doing.controller.js';
import { TaskFacts } from './task-facts.js';
import { TaskRegisterController } from './task-register.controller.js';
import { TaskRulesController } from './task-rules.controller.js';
import { TasksController } from './tasks.controller.js';
import { WorkplaceController } from './workplace.controller.js';
import { WorkplaceReader } from './workplace-reader.js';

/** Standards, campaigns, splits, tasks. Needs ZerenModule beside it, with `tasksTables` and `tasksRefusals`. */
@Module({
  controllers: [StandardsController, CampaignsController, CampaignCourseController, MeasuresController, TitlesController, SplitsController, SpreadsheetsController, TasksController, TaskDoingController, TaskRegisterController, TaskRulesController, WorkplaceController, SamplesController, PostingsController, ProjectsController],
  providers: [
    StandardCommandHandler, CampaignCommandHandler, SplitCommandHandler, TaskCommandHandler, TaskRulesCommandHandler, SampleCommandHandler, PostingCommandHandler, BidCommandHandler, ProjectCommandHandler,
    Districts, StandardFacts, MeasureCommandHandler, MeasureReader, TitleCommandHandler, TitleFacts, SplitFactsReader, SplitLevels, SpreadsheetImport, TaskBoardReader, CockpitReader, TaskFacts, WorkplaceReader, SampleFacts, ProjectFiguresReader,
  ],
})
export class TasksModule {}
