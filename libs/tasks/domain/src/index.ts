export * from './task/acting-units.js';
export * from './rules/calendar.js';
export * from './campaign/campaign.events.js';
export * from './task/task-remapping.events.js';
export * from './campaign/campaign-overview.js';
export { campaignDecider, type Campaign, type CampaignCommand, type OpenCampaign, type OpenedCampaign } from './campaign/campaign.js';
export type { CarryMapping } from './campaign/mapping-carry.js';
export { proposedMapping, type MapCampaign, type StandardFact } from './campaign/campaign-mapping.js';
export { milestoneLamp, milestoneLampText, type EnterExternalRank, type ExternalRank, type ReachedMilestone, type ReachMilestone } from './campaign/campaign-milestone.js';
export { composedScore, type ComposedScore, type Composition, type RecordSourceScore, type SetComposition, type SourceScore } from './campaign/campaign-score.js';
export * from './split/check-row.js';
export * from './split/check-split.js';
export * from './campaign/cockpit.js';
export * from './task/lamp.js';
export { bidDecider, type Bid, type PlaceBid } from './posting/bid.js';
export * from './posting/posting-board.js';
export * from './project/project-board.js';
export * from './project/project.events.js';
export { amountOf, BT_RESTRICTED_SINCE, fundingSources, projectDecider, shareOf, type InvestmentEntry, type Project, type ProjectCommand, type RegisterProject } from './project/project.js';
export type { BidAwarded, BidEvent, BidPlaced, PostingClosed, PostingEvent, PostingKind, ProblemClaimed, Taker, WorkPosted } from './posting/posting.events.js';
export { postingDecider, type AwardBid, type ClaimProblem, type ClosePosting, type Posting, type PostingCommand, type PostWork } from './posting/posting.js';
export * from './measure/measure.events.js';
export * from './measure/measure-register.js';
export { askedElsewhere, servedBy, usableElsewhere, type AskedBefore, type CampaignIndicator, type CampaignStandard, type ServedIndicator, type UsableValue } from './measure/measure-use.js';
export { measureDecider, type DefinedMeasure, type DefineMeasure, type Measure, type MeasureCommand, type MetricFact, type ReviseMeasure } from './measure/measure.js';
export { creditedValues, type CreditResult } from './measure/measure-credit.js';
export * from './refusals.js';
export * from './readiness/index.js';
export * from './promise/index.js';
export * from './sample/draw-sample.js';
export * from './sample/sample.events.js';
export * from './sample/sample-register.js';
export { failureRateOf, keyOfResult, LARGEST_SAMPLE, sampleDecider, type DrawSample, type Recheck, type RecheckResult, type Sample, type SampleCommand } from './sample/sample.js';
export * from './split/distribution.js';
export { distributeRest } from './split/distribution-rest.js';
export * from './split/spreadsheet-columns.js';
export { cellErrorOf, linesOf, parseSplitTable, type CellError, type RawCell, type RawRow, type SplitTable } from './split/spreadsheet-split.js';
export * from './split/split.events.js';
export * from './split/split-progress.js';
export * from './split/split.js';
export type { ChangeSplitRows, ResetSplitTable } from './split/split-draft.js';
export type { CarryRevision } from './split/split-carry.js';
export { changesOf, checkRevision, type RowStanding } from './split/split-revision.js';
export { isSameTask, ROWS_PER_PART, rowsOf, type PublishedSplit, type Split } from './split/split-state.js';
export { planOf, taskIdOfRow, tasksOfSplit, type RevisionPlan } from './split/split-tasks.js';
export * from './standard/standard.events.js';
export * from './standard/standard-catalogue.js';
export { standardDifferences, type FieldDifference, type NamedIndicator, type StandardDifferences, type StandardText } from './standard/standard-differences.js';
export * from './standard/standard-import.js';
export * from './standard/standard.js';
export * from './task/measured-value.js';
export * from './task/task.events.js';
export * from './task/task-credit.events.js';
export * from './task/task-published.events.js';
export * from './task/task-revision.events.js';
export * from './task/task-board.js';
export * from './task/task-exception.events.js';
export { exceptionKinds, type DecideException, type RequestException, type TaskExceptionCommand } from './task/task-exception.js';
export * from './task/task-objection.events.js';
export { awaitsRuling, openObjection, type AcceptObjection, type RaiseObjection, type RefuseObjection, type RuleOnObjection, type TaskObjectionCommand } from './task/task-objection.js';
export * from './task/task-progress.events.js';
export { rolesThatFlag, type CorrectProgress, type FlagFalseReport, type RecordProgress, type TaskProgressCommand } from './task/task-progress.js';
export * from './task/task-register.js';
export { originKinds, type DispatchTask } from './task/task-dispatch.js';
export * from './task/task-support.events.js';
export { supportSum, type CorrectSupportingProgress, type RecordSupportingProgress, type TaskSupportCommand } from './task/task-support.js';
export * from './joint/part.events.js';
export * from './joint/part-board.js';
export {
  actingUnitOf, isSettled, partDecider, partOfTask, partStatuses, taskOfPart, valueOf, type DispatchedPart, type Part, type PartCommand, type PartEntry, type PartStatus,
} from './joint/part.js';
export * from './rules/task-rules.events.js';
export * from './rules/task-rules.js';
export {
  isEnd, rolesThatDispatch, rolesThatRule, rolesThatVerify, rolesThatWork, taskEnds,
  type Objection, type PublishedTask, type TakingBack, type Task, type TaskEnd, type TaskException,
} from './task/task-state.js';
export * from './task/task-status.js';
export * from './task/task-years.js';
export * from './task/task.js';
export * from './task/workplace.js';
export type { Violation } from './violation.js';
export * from './title/title.events.js';
export * from './title/title-register.js';
export {
  titleDecider, titleStatuses, type AppliedTitle, type ApplyForTitle, type AwardTitle, type KeepTitle, type NominateForTitle, type ReReviewTitle, type Title,
  type TitleCommand, type TitleStatus, type WithdrawTitle,
} from './title/title.js';
