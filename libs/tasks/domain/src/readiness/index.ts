export * from './checklist.events.js';
export {
  checklistDecider, checklistFigures, checklistKindText, isDecisive, isReady, provedBy,
  type AssignChecklistItem, type CheckedItem, type Checklist, type ChecklistCommand, type ChecklistFigures, type DrawChecklist, type DrawnChecklist, type ItemMark, type MarkChecklist,
} from './checklist.js';
export * from './checklist-view.js';
export {
  gapKindText, gapOrders, gapsOf, pointsAtStake, sortedGaps, type Gap, type GapGround, type GapOrder, type GapPage, type GapTask, type Shortfall,
} from './gap.js';
export * from './mock-assessment.events.js';
export {
  composedWithMock, mockAssessmentDecider, mockStatusText, mockTotals,
  type CommissionedMock, type CommissionMockAssessment, type GivenScore, type MockAssessment, type MockAssessmentCommand, type ScoreMockIndicators, type SubmitMockAssessment,
} from './mock-assessment.js';
export * from './mock-register.js';
export * from './proof.js';
export * from './task-gap.events.js';
export { taskGapBoard, taskGapDecider, type NoteGap, type SettleGap, type TaskGap, type TaskGapCommand, type TaskGapRow } from './task-gap.js';
