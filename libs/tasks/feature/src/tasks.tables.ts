import { viewTable, type ViewTable } from '@zeren/read-model';
import { dutyRegisterTable } from './duty-list/duty-list.tables.js';
import { measureRegisterTable } from './measure/measure.tables.js';
import { promiseListTable } from './promise/promise.tables.js';
import { readinessTables } from './readiness/readiness.tables.js';
import { titleRegisterTable } from './title/title.tables.js';
import {
  bidRegister, campaignOverview, partBoard, postingBoard, projectBoard, sampleRegister, splitProgress, standardCatalogue, standardDocument, taskBoard, taskRegister,
  type BidRow, type CampaignRow, type PartRow, type PostingRow, type ProjectRow, type RegisterRow, type SampleRow, type SplitProgressRow, type StandardDocumentRow, type StandardRow, type TaskRow,
} from '@zeren/tasks-domain';

const key = { readerTenantId: 'text', ownerTenantId: 'text', id: 'text' } as const;

const standard = {
  ...key, code: 'text', version: 'integer', name: 'jsonb', edition: 'text', source: 'text', declaredCategories: 'integer', declaredItems: 'integer',
  publishedAt: 'timestamptz',
} as const;

export const standardCatalogueTable: ViewTable<StandardRow> = viewTable({
  projection: standardCatalogue,
  columns: { ...standard, placeholders: 'integer' },
});

export const standardDocumentTable: ViewTable<StandardDocumentRow> = viewTable({
  projection: standardDocument,
  columns: { ...standard, categories: 'jsonb', preconditions: 'jsonb', negativeList: 'jsonb', participantTenantIds: 'jsonb' },
});

export const campaignOverviewTable: ViewTable<CampaignRow> = viewTable({
  projection: campaignOverview,
  columns: {
    ...key, name: 'jsonb', standardId: 'text', grade: 'jsonb', leadUnitId: 'text', approval: 'jsonb', milestones: 'jsonb', weights: 'jsonb',
    weightsSource: 'jsonb', firstYear: 'integer', lastYear: 'integer', participantTenantIds: 'jsonb', openedAt: 'timestamptz',
    mappings: 'jsonb', composition: 'jsonb?', sourceScores: 'jsonb', externalRanks: 'jsonb', reached: 'jsonb', integrations: 'jsonb', revision: 'integer',
  },
});

export const splitProgressTable: ViewTable<SplitProgressRow> = viewTable({
  projection: splitProgress,
  columns: {
    ...key, title: 'jsonb', cycle: 'jsonb', deepestLevel: 'integer', status: 'text', rows: 'integer', parts: 'integer', document: 'text?', hash: 'text?',
    chainTenantIds: 'jsonb', tasksPublished: 'integer', version: 'integer', reason: 'text?', stoppedFor: 'text?', versions: 'jsonb', parentChanges: 'jsonb', draftedAt: 'timestamptz', publishedAt: 'timestamptz?', revision: 'integer',
  },
});

export const taskBoardTable: ViewTable<TaskRow> = viewTable({
  projection: taskBoard,
  columns: {
    ...key, splitId: 'text', rowKey: 'text', parentTaskId: 'text?', ancestors: 'jsonb', isTop: 'boolean', campaignId: 'text', indicatorCode: 'text',
    name: 'jsonb', evidence: 'text', unitId: 'text', unitTenantId: 'text', unitPath: 'text', supportingUnitIds: 'jsonb', accountablePostId: 'text',
    level: 'integer', weight: 'numeric', metrics: 'jsonb', deadline: 'timestamptz', sharedWith: 'jsonb', searchText: 'text', years: 'jsonb',
    leadCreditShare: 'numeric?', supportingCredits: 'jsonb', dutyItem: 'text?', admissionDocument: 'text?', matches: 'jsonb',
    status: 'text', nextDueAt: 'timestamptz?', awaitingDueAt: 'timestamptz?', overdueYears: 'integer', rejectedYears: 'integer',
    firstYear: 'integer', lastYear: 'integer', lateReports: 'integer', reworks: 'integer', falseReports: 'integer', deferredYears: 'integer',
    objection: 'jsonb?', replaces: 'text?', origin: 'jsonb?', originKind: 'text?', decision: 'text?', integrations: 'jsonb?', parts: 'jsonb', successor: 'jsonb?', objections: 'jsonb', exceptions: 'jsonb', remappings: 'jsonb', objectionUntil: 'date?', awaitsAnswer: 'boolean',
    publishedAt: 'timestamptz', acceptedAt: 'timestamptz?',
    revision: 'integer',
  },
  indexes: [
    ['parentTaskId'], ['unitId'],
    // All that a lamp and the cockpit's counts follow from, so that they are counted in the index alone.
    ['nextDueAt', 'awaitingDueAt', 'overdueYears', 'rejectedYears', 'firstYear', 'lastYear', 'status', 'campaignId', 'unitTenantId', 'integrations'],
    // One for each order a page can be asked in: the whole order, so that a page is read off the index.
    // The first also holds what a search and a lamp ask for, so that they are answered in the index alone: row security keeps
    // comparisons that are not leakproof out of an index's conditions.
    [
      'deadline', 'ownerTenantId', 'id', 'searchText', 'weight', 'indicatorCode', 'status', 'nextDueAt', 'awaitingDueAt', 'overdueYears', 'rejectedYears',
      'firstYear', 'lastYear',
    ],
    ['weight', 'ownerTenantId', 'id'], ['searchText', 'ownerTenantId', 'id'],
    ['indicatorCode', 'ownerTenantId', 'id'],
    ['originKind', 'deadline', 'ownerTenantId', 'id'],
    ['decision'],
  ],
});

export const taskRegisterTable: ViewTable<RegisterRow> = viewTable({
  projection: taskRegister,
  columns: {
    ...key, taskId: 'text', name: 'jsonb', campaignId: 'text', indicatorCode: 'text', unitId: 'text', unitTenantId: 'text', kind: 'text', number: 'integer',
    status: 'text', reason: 'text', year: 'integer?', until: 'timestamptz?', explainedTo: 'text?', requestingUnitId: 'text', requestedAt: 'timestamptz',
    answer: 'text', answeringUnitId: 'text?', answeredAt: 'timestamptz?', document: 'text?',
  },
  indexes: [['taskId'], ['kind', 'status', 'requestedAt'], ['requestedAt']],
});

export const sampleRegisterTable: ViewTable<SampleRow> = viewTable({
  projection: sampleRegister,
  columns: {
    ...key, districtTenantId: 'text', campaignId: 'text?', year: 'integer', seed: 'text', size: 'integer', population: 'integer', populationHash: 'text',
    results: 'jsonb', status: 'text', rechecks: 'jsonb', checked: 'integer', failed: 'integer', failureRate: 'numeric?', drawnAt: 'timestamptz', revision: 'integer',
  },
  indexes: [['drawnAt']],
});

export const postingBoardTable: ViewTable<PostingRow> = viewTable({
  projection: postingBoard,
  columns: {
    ...key, kind: 'text', code: 'text', title: 'jsonb', description: 'text', campaignId: 'text', evidence: 'text', metric: 'jsonb', closesAt: 'timestamptz',
    deadline: 'timestamptz', invitedTenantIds: 'jsonb', unitId: 'text', integrations: 'jsonb?', status: 'text', taker: 'jsonb?', taskId: 'text?', reason: 'text', postedAt: 'timestamptz',
    revision: 'integer',
  },
  indexes: [['postedAt']],
});

export const bidRegisterTable: ViewTable<BidRow> = viewTable({
  projection: bidRegister,
  columns: {
    ...key, postingId: 'text', postingTenantId: 'text', title: 'jsonb', unitId: 'text', unitTenantId: 'text', accountablePostId: 'text', value: 'numeric',
    finishBy: 'date', plan: 'text', round: 'integer', placedAt: 'timestamptz', revision: 'integer',
  },
  indexes: [['postingId', 'placedAt']],
});

export const projectBoardTable: ViewTable<ProjectRow> = viewTable({
  projection: projectBoard,
  columns: {
    ...key, code: 'text', name: 'jsonb', campaignId: 'text', indicatorCode: 'text', unitId: 'text', investment: 'numeric', annualPlans: 'jsonb', funding: 'jsonb',
    startsOn: 'date', endsOn: 'date', restrictedFunding: 'boolean', campaignTenantId: 'text', integrations: 'jsonb?', status: 'text', entries: 'jsonb', completed: 'numeric',
    progress: 'numeric', registeredAt: 'timestamptz', revision: 'integer',
  },
  indexes: [['code', 'ownerTenantId', 'id']],
});

export const partBoardTable: ViewTable<PartRow> = viewTable({
  projection: partBoard,
  columns: {
    ...key, number: 'integer', unitId: 'text', unitTenantId: 'text', representedBy: 'text?', actingUnitId: 'text', what: 'text', quantity: 'jsonb?',
    dueAt: 'timestamptz', taskId: 'text', task: 'jsonb', status: 'text', entries: 'jsonb', report: 'jsonb?', sentBack: 'integer', reason: 'text',
    dispatchedAt: 'timestamptz', revision: 'integer',
  },
  indexes: [['taskId'], ['dueAt', 'ownerTenantId', 'id']],
});

/** Every view the tasks context keeps. */
export const tasksTables: readonly ViewTable[] = [
  ...readinessTables, promiseListTable,
  standardCatalogueTable, standardDocumentTable, campaignOverviewTable, measureRegisterTable, titleRegisterTable, dutyRegisterTable, splitProgressTable, taskBoardTable, partBoardTable, taskRegisterTable, sampleRegisterTable, postingBoardTable, bidRegisterTable, projectBoardTable,
];
