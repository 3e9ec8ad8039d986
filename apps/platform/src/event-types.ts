import type { AssessmentEvent, SchemeEvent, ScoreSheetEvent } from '@zeren/assessment-domain';
import type { ContractBatchEvent, ContractEvent, SignatureKeyEvent } from '@zeren/contracts-domain';
import type { DossierEvent, EvidenceEvent, ExperienceEvent, SurveyEvent, TrainingEvent } from '@zeren/evidence-domain';
import type { EventTypes } from '@zeren/integration-feature';
import type { AccessEvent, CalendarEvent, RegisterEvent, SiteBatchEvent, SiteEvent, TenantEvent, MatrixEvent, MatterCatalogueEvent } from '@zeren/organisation-domain';
import type { DevolutionEvent, EscalationEvent, IntegrationRenamed, LeadershipEvent, LeadingGroupEvent, MeetingEvent } from '@zeren/organisation-domain';
import type { RequesterEvent, RequestEvent, RequestRulesEvent } from '@zeren/requests-domain';
import type { BidEvent, CampaignEvent, ChecklistEvent, MockAssessmentEvent, PromiseListEvent, TaskGapEvent, DutyListPublished, MeasureEvent, PartEvent, PostingEvent, ProjectEvent, SampleEvent, SplitEvent, StandardEvent, TaskEvent, TaskRulesEvent, TitleEvent, WorkReserved } from '@zeren/tasks-domain';

type Versions<E extends { type: string }> = { readonly [T in E['type']]: number };

/**
 * The version in which each type of event is written now, by stream category. The compiler lists what is missing when
 * an event is added.
 */
const versions = {
  escalation: { EscalationRaised: 1, EscalationAnswered: 1 } satisfies Versions<EscalationEvent>,
  tenant: { TenantRegistered: 1 } satisfies Versions<TenantEvent>,
  organisation: {
    RegisterOpened: 1, UnitsRegistered: 1, UnitChanged: 1, UnitDissolved: 1, RegisterDisclosed: 1,
    PostsCreated: 1, PostFilled: 1, PostVacated: 1, PopulationsRecorded: 1, RegisterImportBegun: 1, RegisterImported: 1,
  } satisfies Versions<RegisterEvent>,
  matters: { MatterCataloguePublished: 1, MatterCatalogueDisclosed: 1 } satisfies Versions<MatterCatalogueEvent>,
  matrix: { MatrixVersionPublished: 1, CellReferred: 1, MatrixDisclosed: 1 } satisfies Versions<MatrixEvent>,
  access: { RoleGranted: 1, RoleWithdrawn: 1, WorkDelegated: 1, DelegationEnded: 1 } satisfies Versions<AccessEvent>,
  calendar: { WorkingYearPublished: 1, WorkingHoursSet: 1 } satisfies Versions<CalendarEvent>,
  integration: { IntegrationRenamed: 1 } satisfies Versions<IntegrationRenamed>,
  leadership: { LeaderAssigned: 1, LeaderAssignmentEnded: 1 } satisfies Versions<LeadershipEvent>,
  leadinggroup: {
    LeadingGroupFounded: 1, GroupBodyFormed: 1, GroupBodyEnded: 1, GroupMemberAppointed: 1, GroupMemberReleased: 1, LeadingGroupDissolved: 1,
  } satisfies Versions<LeadingGroupEvent>,
  meeting: { MeetingConvened: 1, MeetingRearranged: 1, MeetingCalledOff: 1, MeetingHeld: 1 } satisfies Versions<MeetingEvent>,
  devolution: { DevolutionOffered: 1, DevolutionAccepted: 1, DevolutionDeclined: 1, DevolutionRecalled: 1 } satisfies Versions<DevolutionEvent>,
  site: { SiteRegistered: 1, SiteChanged: 1, SiteClosed: 1 } satisfies Versions<SiteEvent>,
  sitebatch: { SitesListed: 1, SitesEntered: 1 } satisfies Versions<SiteBatchEvent>,
  standard: { StandardPublished: 1 } satisfies Versions<StandardEvent>,
  readiness: { ChecklistDrawn: 1, ChecklistMarked: 1, ChecklistItemAssigned: 1 } satisfies Versions<ChecklistEvent>,
  mockassessment: { MockAssessmentCommissioned: 1, MockIndicatorsScored: 1, MockAssessmentSubmitted: 1 } satisfies Versions<MockAssessmentEvent>,
  taskgap: { GapNoted: 1, GapSettled: 1 } satisfies Versions<TaskGapEvent>,
  promiselist: { PromisesPublished: 1, PromiseAmended: 1 } satisfies Versions<PromiseListEvent>,
  title: { TitleApplied: 1, TitleApplicationEnded: 1, TitleNominated: 1, TitleAwarded: 1, TitleReReviewed: 1, TitleKept: 1, TitleWithdrawn: 1 } satisfies Versions<TitleEvent>,
  measure: { MeasureDefined: 1, MeasureRevised: 1 } satisfies Versions<MeasureEvent>,
  campaign: { CampaignOpened: 1, CampaignMapped: 1, CompositionSet: 1, SourceScored: 1, ExternalRankEntered: 1, MilestoneReached: 1, CampaignClassified: 1 } satisfies Versions<CampaignEvent>,
  split: {
    SplitDrafted: 1, SplitRowsAdded: 1, SplitRowsChanged: 1, SplitTableReset: 1, SplitApproved: 1, SplitPublished: 1, SplitRevisionBegun: 1, SplitRevisionDropped: 1, SplitRevisionCarriedOut: 1,
    SplitPublicationStopped: 1, SplitPublicationResumed: 1, ParentTaskRevised: 1,
  } satisfies Versions<SplitEvent>,
  reservation: { WorkReserved: 1 } satisfies Versions<WorkReserved>,
  dutylist: { DutyListPublished: 1 } satisfies Versions<DutyListPublished>,
  task: {
    TaskPublished: 1, TaskAccepted: 1, ResultReported: 1, ResultVerified: 1, ResultRejected: 1,
    TaskMarkedOverdue: 1, TaskCompleted: 1,
    ObjectionTimeRecounted: 1, ObjectionRaised: 1, ObjectionAccepted: 1, ObjectionRefused: 1, ObjectionRuled: 1, TaskWithdrawn: 1,
    DutyMatchDeclared: 1, DutyMatchAdmitted: 1, DutyMatchRefused: 1,
    ExceptionRequested: 1, ExceptionGranted: 1, ExceptionRefused: 1, DueDateExtended: 1, ResultDeferred: 1,
    TaskReturned: 1, TaskVoided: 1, TaskExplained: 1, TaskClosed: 1,
    ResultCredited: 1, ProgressRecorded: 1, ProgressCorrected: 1, SupportingProgressRecorded: 1, SupportingProgressCorrected: 1, FalseReportFlagged: 1, TaskRevised: 1, TaskRemapped: 1, TaskClassified: 1,
  } satisfies Versions<TaskEvent>,
  taskrules: { ObjectionTermsSet: 1, WorkingYearEntered: 1 } satisfies Versions<TaskRulesEvent>,
  sample: { SampleDrawn: 1, ResultRechecked: 1, SampleConcluded: 1 } satisfies Versions<SampleEvent>,
  part: {
    PartDispatched: 1, PartAccepted: 1, PartProgressRecorded: 1, PartProgressCorrected: 1, PartReported: 1, PartSentBack: 1, PartExcused: 1,
  } satisfies Versions<PartEvent>,
  posting: { WorkPosted: 1, BidAwarded: 1, ProblemClaimed: 1, PostingClosed: 1 } satisfies Versions<PostingEvent>,
  bid: { BidPlaced: 1 } satisfies Versions<BidEvent>,
  project: { ProjectRegistered: 1, InvestmentReported: 1, InvestmentCorrected: 1, ProjectFinished: 1 } satisfies Versions<ProjectEvent>,
  contract: {
    ContractDrafted: 1, ContractReturned: 1, ContractUpheld: 1, ContractRevised: 1, ContractReminded: 1, ContractSigned: 1, ContractCountersigned: 1,
    ContractHandedOver: 1, ClauseSettled: 1, ContractSettled: 1, ContractBreached: 1, ContractTerminated: 1, ContractArchived: 1,
  } satisfies Versions<ContractEvent>,
  signaturekey: { SignatureKeyBrought: 1, SignatureKeyConfirmed: 1, SignatureKeyRevoked: 1 } satisfies Versions<SignatureKeyEvent>,
  contractbatch: { ContractBatchStarted: 1, BatchContractIssued: 1, BatchContractRefused: 1 } satisfies Versions<ContractBatchEvent>,
  evidence: { EvidenceFiled: 1, EvidenceCredited: 1, EvidenceWithdrawn: 1, EvidenceSuperseded: 1 } satisfies Versions<EvidenceEvent>,
  dossier: { EvidenceAdmitted: 1, EvidenceReleased: 1 } satisfies Versions<DossierEvent>,
  survey: { SurveyRecorded: 1, SurveyWithdrawn: 1 } satisfies Versions<SurveyEvent>,
  training: { TrainingHeld: 1, TrainingWithdrawn: 1 } satisfies Versions<TrainingEvent>,
  experience: { ExperienceRecorded: 1, ExperiencePromoted: 1, ExperienceTakenUp: 1 } satisfies Versions<ExperienceEvent>,
  request: {
    RequestFiled: 1, RequestDisclosed: 1, RequestAccepted: 1, RequestDeclined: 1, RequestReclassified: 1, RequestDispatched: 1, RequestFoundUnowned: 1, OwnershipRuled: 1, RequestTaken: 1,
    ReturnAsked: 1, ReturnAccepted: 1, ReturnRefused: 1, StageReached: 1, PartReported: 1, HandlingReported: 1, HandlingVerified: 1, HandlingSentBack: 1, DeferralAsked: 1, DeferralRefused: 1,
    RequestDeferred: 1,
    AnswerFedBack: 1, CalledBack: 1, AnswerRated: 1, RequestReopened: 1, RequestClosed: 1, RequestMerged: 1, RequesterJoined: 1,
    DeadlineReminded: 1, DeadlineEscalated: 1, DeadlinesRecomputed: 1, MediationBegun: 1, MediationFailed: 1, AgreementReached: 1, AgreementRevisited: 1,
  } satisfies Versions<RequestEvent>,
  requestrules: { RequestTermsSet: 1 } satisfies Versions<RequestRulesEvent>,
  requester: { RequesterRecorded: 1, RequesterLookedAt: 1, RequesterErased: 1 } satisfies Versions<RequesterEvent>,
  scheme: { SchemePublished: 1 } satisfies Versions<SchemeEvent>,
  scoresheet: { ScoreSheetIssued: 1 } satisfies Versions<ScoreSheetEvent>,
  assessment: { PeriodClosed: 1, AssessmentPublished: 1 } satisfies Versions<AssessmentEvent>,
  audit: { AuditRead: 1 },
};

/** Every type of event the feed can carry. */
export const eventTypes: EventTypes = Object.entries(versions).flatMap(([category, types]) =>
  Object.entries(types).map(([type, version]) => ({ category, type, version })),
);
