import { textsOf } from '../language/language.js';

/** What each event is called for a reader. An event without a name here shows its type. */
const zh = {
  IntegrationRenamed: '融合维度改名', LeaderAssigned: '领导包保', LeaderAssignmentEnded: '包保结束', LeadingGroupFounded: '领导小组成立', GroupBodyFormed: '设立工作机构', GroupBodyEnded: '工作机构结束', GroupMemberAppointed: '成员任命', GroupMemberReleased: '成员调整', LeadingGroupDissolved: '领导小组撤销',
  MeetingConvened: '会议召集', MeetingRearranged: '会议调整', MeetingCalledOff: '会议取消', MeetingHeld: '会议召开', DevolutionOffered: '提出下放', DevolutionAccepted: '承接下放', DevolutionDeclined: '不予承接', DevolutionRecalled: '收回下放',
  TenantRegistered: '租户登记', RegisterOpened: '机构名册启用', UnitsRegistered: '单位入册', UnitChanged: '单位变更', UnitDissolved: '单位撤销', PostsCreated: '岗位设立', PostFilled: '任职', PostVacated: '离任',
  StandardPublished: '标准发布', CampaignOpened: '创建启动', CampaignMapped: '转入新版标准', CompositionSet: '规定得分构成', SourceScored: '来源得分', ExternalRankEntered: '外部名次', MilestoneReached: '节点实现', TitleApplied: '称号申报', TitleApplicationEnded: '申报终止', TitleNominated: '称号提名', TitleAwarded: '称号授予', TitleReReviewed: '称号复审', TitleKept: '称号保留', TitleWithdrawn: '称号撤销', MeasureDefined: '度量设立', MeasureRevised: '度量修订', ResultCredited: '结果计入', SplitDrafted: '分解起草', SplitRowsAdded: '分解行加入', SplitApproved: '分解批准', SplitPublished: '分解发布',
  ChecklistDrawn: '生成迎检清单', ChecklistMarked: '迎检核对', ChecklistItemAssigned: '迎检改派', MockAssessmentCommissioned: '委托模拟测评', MockIndicatorsScored: '模拟测评打分', MockAssessmentSubmitted: '提交模拟测评', GapNoted: '差距告知', GapSettled: '差距销号', PromisesPublished: '民生实事公布', PromiseAmended: '民生实事修改',
  SplitRevisionBegun: '开始修订分解', SplitRevisionDropped: '放弃修订', SplitRevisionCarriedOut: '修订落实', SplitPublicationStopped: '暂停发布', SplitPublicationResumed: '继续发布', TaskRevised: '任务修订', TaskRemapped: '指标随标准变更',
  TaskPublished: '任务下达', TaskAccepted: '任务签收', ResultReported: '结果上报', ResultVerified: '结果核实', ResultRejected: '核实未通过', TaskMarkedOverdue: '任务逾期', TaskCompleted: '任务办结',
  DutyMatchDeclared: '对号入座申报', DutyMatchAdmitted: '对号入座采纳', DutyMatchRefused: '对号入座未采纳', ParentTaskRevised: '上级任务已修订', WorkReserved: '分解占用', DutyListPublished: '履职清单发布',
  ObjectionRaised: '提出异议', ObjectionAccepted: '采纳异议', ObjectionRefused: '驳回异议', ObjectionRuled: '最终裁定', TaskWithdrawn: '任务撤回',
  ExceptionRequested: '提出申请', ExceptionGranted: '申请批准', ExceptionRefused: '申请驳回', DueDateExtended: '延期', ResultDeferred: '缓办', TaskReturned: '任务退回', TaskVoided: '任务作废', TaskExplained: '说明办结', TaskClosed: '未完成办结',
  ProgressRecorded: '进度填报', ProgressCorrected: '进度更正', FalseReportFlagged: '认定虚报', ObjectionTermsSet: '异议规则', WorkingYearEntered: '工作日历', WorkingYearPublished: '年度工作日历发布', WorkingHoursSet: '工作时间规定', SampleDrawn: '抽样', ResultRechecked: '抽样复核', SampleConcluded: '抽样结论', WorkPosted: '发榜', BidPlaced: '揭榜投标', BidAwarded: '定标', ProblemClaimed: '主动认领', PostingClosed: '撤榜', ProjectRegistered: '项目登记', InvestmentReported: '投资填报', InvestmentCorrected: '投资更正', ProjectFinished: '项目建成',
  ContractDrafted: '责任状起草', ContractSigned: '责任状签署', ContractCountersigned: '责任状会签', ContractReturned: '责任状退回修改', ContractUpheld: '维持原稿', ContractRevised: '责任状新版本', ContractReminded: '催签',
  ContractHandedOver: '责任交接', ClauseSettled: '条款兑现', ContractSettled: '责任状结算', ContractBreached: '认定违约', ContractTerminated: '责任状终止', ContractArchived: '责任状归档', ContractBatchStarted: '批量签发开始', BatchContractIssued: '批量签发一份', BatchContractRefused: '批量签发未成', SignatureKeyBrought: '自有密钥登记', SignatureKeyConfirmed: '自有密钥确认', SignatureKeyRevoked: '自有密钥吊销',
  EvidenceFiled: '佐证建档', EvidenceCredited: '佐证计入', EvidenceWithdrawn: '佐证撤回', EvidenceSuperseded: '佐证替换', EvidenceAdmitted: '佐证入卷', EvidenceReleased: '佐证出卷',
  SurveyRecorded: '调查登记', SurveyWithdrawn: '调查撤回', TrainingHeld: '培训登记', TrainingWithdrawn: '培训撤回', ExperienceRecorded: '经验提出', ExperiencePromoted: '经验推广', ExperienceTakenUp: '经验采用',
  SchemePublished: '考核方案发布', ScoreSheetIssued: '得分单出具', AssessmentPublished: '考核结果发布', AuditRead: '审计查阅',
};

const en: Record<keyof typeof zh, string> = {
  IntegrationRenamed: 'Integration renamed', LeaderAssigned: 'Leader assigned', LeaderAssignmentEnded: 'Assignment ended', LeadingGroupFounded: 'Leading group founded', GroupBodyFormed: 'Body formed', GroupBodyEnded: 'Body ended', GroupMemberAppointed: 'Member appointed', GroupMemberReleased: 'Member released', LeadingGroupDissolved: 'Leading group dissolved',
  MeetingConvened: 'Meeting called', MeetingRearranged: 'Meeting rearranged', MeetingCalledOff: 'Meeting called off', MeetingHeld: 'Meeting held', DevolutionOffered: 'Delegation offered', DevolutionAccepted: 'Delegation taken', DevolutionDeclined: 'Delegation declined', DevolutionRecalled: 'Delegation taken back',
  TenantRegistered: 'Tenant registered', RegisterOpened: 'Register opened', UnitsRegistered: 'Units registered', UnitChanged: 'Unit changed', UnitDissolved: 'Unit dissolved', PostsCreated: 'Posts created', PostFilled: 'Post filled', PostVacated: 'Post vacated',
  StandardPublished: 'Standard published', CampaignOpened: 'Campaign opened', CampaignMapped: 'Moved to a new version', CompositionSet: 'Composition laid down', SourceScored: 'Source scored', ExternalRankEntered: 'External rank entered', MilestoneReached: 'Milestone reached', TitleApplied: 'Title applied for', TitleApplicationEnded: 'Application ended', TitleNominated: 'Title nominated', TitleAwarded: 'Title awarded', TitleReReviewed: 'Title reviewed again', TitleKept: 'Title kept', TitleWithdrawn: 'Title withdrawn', MeasureDefined: 'Measure defined', MeasureRevised: 'Measure revised', ResultCredited: 'Result credited', SplitDrafted: 'Split drafted', SplitRowsAdded: 'Split rows added', SplitApproved: 'Split approved', SplitPublished: 'Split published',
  ChecklistDrawn: 'Checklist drawn', ChecklistMarked: 'Checklist marked', ChecklistItemAssigned: 'Item reassigned', MockAssessmentCommissioned: 'Mock commissioned', MockIndicatorsScored: 'Mock scored', MockAssessmentSubmitted: 'Mock handed in', GapNoted: 'Gap put to its unit', GapSettled: 'Gap closed', PromisesPublished: 'Promises published', PromiseAmended: 'Promise amended',
  SplitRevisionBegun: 'Revision begun', SplitRevisionDropped: 'Revision dropped', SplitRevisionCarriedOut: 'Revision carried out', SplitPublicationStopped: 'Publication halted', SplitPublicationResumed: 'Publication goes on', TaskRevised: 'Task revised', TaskRemapped: 'Indicator changed with its standard',
  TaskPublished: 'Task published', TaskAccepted: 'Task accepted', ResultReported: 'Result reported', ResultVerified: 'Result verified', ResultRejected: 'Result rejected', TaskMarkedOverdue: 'Marked overdue', TaskCompleted: 'Task completed',
  DutyMatchDeclared: 'Unit matched itself to a task', DutyMatchAdmitted: 'Match admitted', DutyMatchRefused: 'Match refused', ParentTaskRevised: 'Task above was revised', WorkReserved: 'Held for a split', DutyListPublished: 'List of duties laid down',
  ObjectionRaised: 'Objection raised', ObjectionAccepted: 'Objection accepted', ObjectionRefused: 'Objection refused', ObjectionRuled: 'Final ruling', TaskWithdrawn: 'Task withdrawn',
  ExceptionRequested: 'Request made', ExceptionGranted: 'Request granted', ExceptionRefused: 'Request refused', DueDateExtended: 'Extended', ResultDeferred: 'Deferred', TaskReturned: 'Task returned', TaskVoided: 'Task void', TaskExplained: 'Ended explained', TaskClosed: 'Closed without completion',
  ProgressRecorded: 'Progress recorded', ProgressCorrected: 'Progress corrected', FalseReportFlagged: 'False report flagged', ObjectionTermsSet: 'Terms for objections', WorkingYearEntered: 'Working calendar', WorkingYearPublished: 'Working year published', WorkingHoursSet: 'Working hours set', SampleDrawn: 'Sample drawn', ResultRechecked: 'Result re-checked', SampleConcluded: 'Sample concluded', WorkPosted: 'Work posted', BidPlaced: 'Bid placed', BidAwarded: 'Bid awarded', ProblemClaimed: 'Problem claimed', PostingClosed: 'Posting closed', ProjectRegistered: 'Project registered', InvestmentReported: 'Investment reported', InvestmentCorrected: 'Investment corrected', ProjectFinished: 'Project built',
  ContractDrafted: 'Contract drafted', ContractSigned: 'Contract signed', ContractCountersigned: 'Contract countersigned', ContractReturned: 'Contract returned with remarks', ContractUpheld: 'Version upheld', ContractRevised: 'New version of a contract', ContractReminded: 'Signatories reminded',
  ContractHandedOver: 'Contract handed over', ClauseSettled: 'Clause settled', ContractSettled: 'Contract settled', ContractBreached: 'Contract breached', ContractTerminated: 'Contract terminated', ContractArchived: 'Contract archived', ContractBatchStarted: 'Batch of contracts started', BatchContractIssued: 'Contract of a batch issued', BatchContractRefused: 'Contract of a batch refused', SignatureKeyBrought: 'Own key brought', SignatureKeyConfirmed: 'Own key confirmed', SignatureKeyRevoked: 'Own key revoked',
  EvidenceFiled: 'Evidence filed', EvidenceCredited: 'Evidence credited', EvidenceWithdrawn: 'Evidence withdrawn', EvidenceSuperseded: 'Evidence superseded', EvidenceAdmitted: 'Evidence admitted to the dossier', EvidenceReleased: 'Evidence released from the dossier',
  SurveyRecorded: 'Survey recorded', SurveyWithdrawn: 'Survey withdrawn', TrainingHeld: 'Training held', TrainingWithdrawn: 'Training withdrawn', ExperienceRecorded: 'Experience put forward', ExperiencePromoted: 'Experience recommended', ExperienceTakenUp: 'Experience taken up',
  SchemePublished: 'Scheme published', ScoreSheetIssued: 'Score sheet issued', AssessmentPublished: 'Assessment published', AuditRead: 'Read by an auditor',
};

const useTexts = textsOf('events', zh, en);

const isKnown = (type: string): type is keyof typeof zh => Object.hasOwn(zh, type);

/** The name of an event's type in the reader's language. */
export const EventName = ({ type }: { type: string }) => {
  const t = useTexts();
  return <>{isKnown(type) ? t(type) : type}</>;
};
