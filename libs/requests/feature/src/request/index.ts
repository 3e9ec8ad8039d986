import type { Provider, Type } from '@nestjs/common';
import { DeciderRepository } from '@zeren/event-store';
import type { ClockJob } from '@zeren/http';
import type { PolicyJob } from '@zeren/read-model';
import { FilingSurroundings } from './filing-surroundings.js';
import { Receipts } from './receipts.js';
import { RequestAnswerController } from './request-answer.controller.js';
import { RequestBoardReader } from './request-board-reader.js';
import { RequestCommandHandler, RequestRulesCommandHandler } from './request.command-handlers.js';
import { requestClock } from './request-clock-job.js';
import { RequestFiling } from './request-filing.js';
import { RequestGrounds } from './request-grounds.js';
import { RequestHandlingController } from './request-handling.controller.js';
import { keepRequesters, recountDeadlines, ruleIntoMatrix } from './request-policies.js';
import { RequestRulesController } from './request-rules.controller.js';
import { RequestWork } from './request-work.js';
import { RequestsController } from './requests.controller.js';

export { Receipts, secretHashOf, type Receipt } from './receipts.js';
export { RequestFiling, type Entry, type Filed } from './request-filing.js';
export { RequestGrounds, type Grounds } from './request-grounds.js';
export { RequestWork } from './request-work.js';
export { requestBoardTable, requestTables } from './request.tables.js';

export const requestControllers: readonly Type[] = [RequestsController, RequestHandlingController, RequestAnswerController, RequestRulesController];

/** A second: who publishes a year or rules on a cell in another process sees it govern after that long. */
const GROUNDS_WITHIN = 1_000;

export const requestProviders: readonly Provider[] = [
  { provide: RequestGrounds, inject: [DeciderRepository], useFactory: (repository: DeciderRepository) => new RequestGrounds(repository, GROUNDS_WITHIN) },
  RequestCommandHandler, RequestRulesCommandHandler, FilingSurroundings, RequestFiling, RequestWork, RequestBoardReader, Receipts,
];

export const requestClockJobs: readonly ClockJob[] = [requestClock];

export const requestPolicies: readonly PolicyJob[] = [keepRequesters, ruleIntoMatrix, recountDeadlines];
