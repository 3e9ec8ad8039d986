import type { Projection, RecordedEvent, RowKey } from '@zeren/kernel';
import { rowForEachReader } from '../reader-rows.js';
import type { MockAssessmentCommissioned, MockAssessmentEvent } from './mock-assessment.events.js';
import { mockAssessmentDecider, type CommissionedMock } from './mock-assessment.js';

/** A mock assessment as the tenant that commissioned it, and the party it commissioned, see it. */
export type MockRow = RowKey & MockAssessmentCommissioned['data'] & Omit<CommissionedMock, 'content'> & {
  readonly commissionedAt: string;
  readonly submittedAt: string | null;
  readonly revision: number;
};

/** The state of the mock assessment behind a row: with it the reader's own side can decide, and say why not. */
export const mockOf = (row: MockRow): CommissionedMock => {
  const { title, campaignId, campaignName, assessorUnitId, assessorName, areas, from, until, year, source, indicators, seed, status, scores, result } = row;
  return { status, scores, result, content: { title, campaignId, campaignName, assessorUnitId, assessorName, areas, from, until, year, source, indicators, seed } };
};

const evolve = (row: MockRow | undefined, event: RecordedEvent<MockAssessmentEvent>, key: RowKey): MockRow | undefined => {
  const mock = mockAssessmentDecider.evolve(row ? mockOf(row) : mockAssessmentDecider.initialState, event);
  if (mock.status === 'none') return undefined;
  const { content, ...since } = mock;
  const { occurredAt } = event.metadata;
  return {
    ...key, ...content, ...since, commissionedAt: row?.commissionedAt ?? occurredAt,
    submittedAt: event.type === 'MockAssessmentSubmitted' ? occurredAt : row?.submittedAt ?? null, revision: event.revision,
  };
};

export const mockRegister: Projection<MockRow, MockAssessmentEvent> = {
  name: 'mock_register',
  version: 1,
  handles: ['MockAssessmentCommissioned', 'MockIndicatorsScored', 'MockAssessmentSubmitted'],
  keys: rowForEachReader,
  evolve,
};
