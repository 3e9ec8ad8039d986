import { assessmentDecider, schemeDecider, scoreSheetDecider } from '@zeren/assessment-domain';
import { contractBatchDecider, contractDecider, signatureKeyDecider } from '@zeren/contracts-domain';
import { dossierDecider, evidenceDecider, experienceDecider, surveyDecider, trainingDecider } from '@zeren/evidence-domain';
import type { Event } from '@zeren/kernel';
import { recorded } from '@zeren/kernel/testing';
import { parseStreamName, type Projection, type ViewRow } from '@zeren/kernel';
import * as assessment from '@zeren/assessment-domain';
import * as contracts from '@zeren/contracts-domain';
import * as evidence from '@zeren/evidence-domain';
import * as organisation from '@zeren/organisation-domain';
import { accessDecider, calendarDecider, registerDecider, siteBatchDecider, siteDecider, tenantDecider, matrixDecider, matterCatalogueDecider } from '@zeren/organisation-domain';
import { devolutionDecider, escalationDecider, integrationNamesDecider, leadershipDecider, leadingGroupDecider, meetingDecider } from '@zeren/organisation-domain';
import * as requests from '@zeren/requests-domain';
import { requestDecider, requesterDecider, requestRulesDecider } from '@zeren/requests-domain';
import * as tasks from '@zeren/tasks-domain';
import { bidDecider, campaignDecider, checklistDecider, mockAssessmentDecider, promiseListDecider, taskGapDecider, dutyListDecider, measureDecider, reservationDecider, titleDecider, partDecider, postingDecider, projectDecider, sampleDecider, splitDecider, standardDecider, taskDecider, taskRulesDecider } from '@zeren/tasks-domain';
import { publishedTypes } from './published-types.js';
import { samples } from './samples.js';

type Fold = { readonly category: string; readonly initialState: unknown; readonly evolve: (state: never, event: never) => unknown };

const deciders: readonly Fold[] = [
  escalationDecider, integrationNamesDecider, leadershipDecider, leadingGroupDecider, meetingDecider, devolutionDecider,
  tenantDecider, registerDecider, siteDecider, siteBatchDecider, calendarDecider, accessDecider, matterCatalogueDecider, matrixDecider, standardDecider, campaignDecider, measureDecider, titleDecider, splitDecider, taskGapDecider, promiseListDecider, mockAssessmentDecider, checklistDecider, reservationDecider, dutyListDecider, taskDecider, taskRulesDecider, sampleDecider, partDecider, postingDecider, bidDecider, projectDecider, contractDecider, contractBatchDecider, signatureKeyDecider, schemeDecider,
  requestDecider, requestRulesDecider, requesterDecider, scoreSheetDecider, assessmentDecider, evidenceDecider, dossierDecider, surveyDecider, trainingDecider, experienceDecider,
];

/** The usual course of an aggregate: what comes before the sampled event, or all of it where the event is not in it. */
const before: Readonly<Record<string, readonly string[]>> = {
  access: ['WorkDelegated'],
  matrix: ['MatrixVersionPublished'],
  matters: ['MatterCataloguePublished'],
  organisation: ['RegisterOpened', 'UnitsRegistered', 'PostsCreated', 'PostFilled', 'RegisterImportBegun'],
  split: [
    'SplitDrafted', 'SplitRowsAdded', 'SplitApproved', 'SplitPublished', 'SplitPublicationStopped', 'SplitPublicationResumed', 'SplitRevisionCarriedOut', 'SplitRevisionBegun',
  ],
  escalation: ['EscalationRaised'],
  leadership: ['LeaderAssigned'],
  leadinggroup: ['LeadingGroupFounded', 'GroupBodyFormed', 'GroupMemberAppointed'],
  meeting: ['MeetingConvened'],
  devolution: ['DevolutionOffered'],
  site: ['SiteRegistered', 'SiteChanged', 'SiteClosed'],
  sitebatch: ['SitesListed'],
  sample: ['SampleDrawn'],
  campaign: ['CampaignOpened', 'CompositionSet'],
  measure: ['MeasureDefined'],
  title: ['TitleApplied', 'TitleNominated', 'TitleAwarded'],
  readiness: ['ChecklistDrawn'],
  mockassessment: ['MockAssessmentCommissioned', 'MockIndicatorsScored'],
  taskgap: ['GapNoted'],
  promiselist: ['PromisesPublished'],
  part: ['PartDispatched', 'PartAccepted', 'PartProgressRecorded', 'PartReported'],
  posting: ['WorkPosted'],
  project: ['ProjectRegistered', 'InvestmentReported'],
  task: ['TaskPublished', 'TaskAccepted', 'ObjectionRaised', 'ExceptionRequested', 'ProgressRecorded', 'DutyMatchDeclared', 'SupportingProgressRecorded'],
  request: ['RequestFiled', 'RequestAccepted', 'RequestFoundUnowned', 'OwnershipRuled', 'RequestDisclosed', 'RequestDispatched', 'RequestTaken', 'MediationBegun', 'DeferralAsked'],
  requester: ['RequesterRecorded'],
  contract: ['ContractDrafted', 'ContractReturned', 'ContractSigned', 'ContractCountersigned'],
  contractbatch: ['ContractBatchStarted'],
  signaturekey: ['SignatureKeyBrought'],
  assessment: ['PeriodClosed'],
  evidence: ['EvidenceFiled'],
  dossier: ['EvidenceAdmitted'],
  survey: ['SurveyRecorded'],
  training: ['TrainingHeld'],
  experience: ['ExperienceRecorded'],
};

/** What is told to others or kept for the audit alone; and a recount, since the sampled task is older than objections are. */
const changesNothingHere: readonly string[] = ['RegisterDisclosed', 'RequesterLookedAt', 'ObjectionTimeRecounted'];

const isProjection = (value: unknown): value is Projection<ViewRow, Event> =>
  typeof value === 'object' && value !== null && 'handles' in value && 'keys' in value && 'evolve' in value;
const projections = [organisation, requests, tasks, contracts, evidence, assessment].flatMap((domain) => Object.values(domain as Record<string, unknown>)).filter(isProjection);

const all = samples();
const byType = new Map(all.map((sample) => [sample.type, sample]));
const audited = all.filter(({ stream }) => parseStreamName(stream)?.category !== 'audit');

describe('the history of published events', () => {
  it('has a sample of every event type', () => {
    const types = publishedTypes();
    expect(types.length).toBeGreaterThan(25);
    expect(types.filter((type) => !byType.has(type))).toEqual([]);
  });

  it('has no sample of a type that is no longer known', () => {
    const types = publishedTypes();
    expect([...byType.keys()].filter((type) => !types.includes(type))).toEqual([]);
  });

  it.each(audited)('$file folds to a state', ({ stream, type, data }) => {
    const category = parseStreamName(stream)?.category ?? '';
    const decider = deciders.find((each) => each.category === category);
    if (!decider) throw new Error(`No decider for ${category}`);
    const evolve = decider.evolve as (state: unknown, event: Event) => unknown;
    const course = before[category] ?? [];
    const earlier = (course.includes(type) ? course.slice(0, course.indexOf(type)) : course).map((name) => byType.get(name) as Event);
    const start = earlier.reduce(evolve, decider.initialState);
    const state = evolve(start, { type, data });
    expect(state).toBeDefined();
    if (!changesNothingHere.includes(type)) expect(state).not.toEqual(start);
  });

  it.each(all)('$file is taken by every projection that handles it', ({ stream, type, data, metadata }) => {
    const event = recorded({ type, data }, { stream, metadata });
    for (const projection of projections.filter(({ handles }) => handles.includes(type))) {
      for (const key of projection.keys(event)) expect(() => projection.evolve(undefined, event, key)).not.toThrow();
    }
    expect(projections.length).toBeGreaterThan(15);
  });
});
