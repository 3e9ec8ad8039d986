import { Module } from '@nestjs/common';
import { CampaignsController } from './campaigns.controller.js';
import { CockpitReader } from './cockpit-reader.js';
import { Districts } from './districts.js';
import { SplitFactsReader } from './split-facts.js';
import { SplitsController } from './splits.controller.js';
import { StandardsController } from './standards.controller.js';
import { TaskBoardReader } from './task-board-reader.js';
import { CampaignCommandHandler, SplitCommandHandler, StandardCommandHandler, TaskCommandHandler } from './tasks.command-handlers.js';
import { TasksController } from './tasks.controller.js';

/** Standards, campaigns, splits, tasks. Needs ZerenModule beside it, with `tasksTables` and `tasksRefusals`. */
@Module({
  controllers: [StandardsController, CampaignsController, SplitsController, TasksController],
  providers: [
    StandardCommandHandler, CampaignCommandHandler, SplitCommandHandler, TaskCommandHandler,
    Districts, SplitFactsReader, TaskBoardReader, CockpitReader,
  ],
})
export class TasksModule {}
