export * from './acting-units.js';
export * from './calendar.js';
export * from './campaign.events.js';
export * from './campaign-overview.js';
export * from './campaign.js';
export * from './check-row.js';
export * from './check-split.js';
export * from './cockpit.js';
export * from './lamp.js';
export * from './refusals.js';
export * from './split.events.js';
export * from './split-progress.js';
export * from './split.js';
export * from './standard.events.js';
export * from './standard-catalogue.js';
export * from './standard-import.js';
export * from './standard.js';
export * from './task.events.js';
export * from './task-board.js';
export * from './task-exception.events.js';
export { exceptionKinds, type DecideException, type RequestException, type TaskExceptionCommand } from './task-exception.js';
export * from './task-objection.events.js';
export { awaitsRuling, openObjection, type AcceptObjection, type RaiseObjection, type RefuseObjection, type RuleOnObjection, type TaskObjectionCommand } from './task-objection.js';
export * from './task-progress.events.js';
export { rolesThatFlag, type CorrectProgress, type FlagFalseReport, type RecordProgress, type TaskProgressCommand } from './task-progress.js';
export * from './task-register.js';
export * from './task-rules.events.js';
export * from './task-rules.js';
export {
  isEnd, rolesThatDispatch, rolesThatRule, rolesThatVerify, rolesThatWork, taskEnds,
  type Objection, type PublishedTask, type TakingBack, type Task, type TaskEnd, type TaskException,
} from './task-state.js';
export * from './task-status.js';
export * from './task-years.js';
export * from './task.js';
export * from './workplace.js';
export type { Violation } from './violation.js';
