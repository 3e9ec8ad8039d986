import { recorded, specifyProjection } from '@zeren/kernel/testing';
import { assessmentFactProjection, type AssessmentFactEvent } from './assessment-fact.js';

const { given } = specifyProjection(assessmentFactProjection);
const at = (position: bigint, stream: string, event: AssessmentFactEvent) =>
  recorded(event, { stream, position, metadata: { occurredAt: '2013-06-30T16:00:00.000Z', sharedWith: ['511902'] } });
const onTask = (position: bigint, event: AssessmentFactEvent) => at(position, 'task-511900_s.ENV-01~511902', event);
const asked = { number: 1, reason: '事出有因' };

describe('what an assessment knows of the doing', () => {
  it('is one row for each thing that befell a task, in the quarter in which it happened, for the dispatching tenant alone', () => {
    const rows = given(
      onTask(4n, { type: 'DueDateExtended', data: { number: 1, year: 2013, until: '2013-09-15T15:59:59.999Z', earlier: '2013-06-30T15:59:59.999Z' } }),
      onTask(5n, { type: 'FalseReportFlagged', data: { year: 2013, attempt: 2, finding: '不实', flaggingUnitId: 'x', count: 1 } }),
      onTask(6n, { type: 'TaskClosed', data: asked }),
    ).rows();
    const task = { readerTenantId: '511900', taskId: '511900_s.ENV-01~511902', quarter: '2013Q3', unitId: null };
    expect(rows).toMatchObject([
      { ...task, kind: 'extended', year: 2013, until: '2013-09-15T15:59:59.999Z', events: [{ position: '4' }] },
      { ...task, kind: 'false-report', year: 2013, attempt: 2, until: null },
      { ...task, kind: 'closed', year: null, until: null, attempt: null },
    ]);
    expect(rows).toHaveLength(3);
  });

  it.each([
    ['ResultDeferred', { number: 1, year: 2013, until: '2013-12-15T15:59:59.999Z' }, 'deferred'], ['TaskReturned', { ...asked, successor: null }, 'returned'],
    ['TaskVoided', asked, 'voided'], ['TaskExplained', { ...asked, explainedTo: '居民' }, 'explained'], ['TaskWithdrawn', { reason: '异议成立', successor: null }, 'withdrawn'],
  ] as const)('tells %s from every other', (type, data, kind) => {
    expect(given(onTask(4n, { type, data } as AssessmentFactEvent)).rows()).toMatchObject([{ kind }]);
  });

  it('knows a found problem once it is posted, and whose it is once it is claimed; not what is posted for bids', () => {
    const work = {
      code: 'WT-1', title: { zh: '背街积水', en: 'Water in a lane' }, description: '', campaignId: '511900_env', evidence: 'field' as const,
      metric: { unit: '处', direction: 'at-least' as const }, closesAt: '', deadline: '', invitedTenantIds: ['511902'], unitId: '511900-creation-office',
    };
    const posted = at(1n, 'posting-511900_p1', { type: 'WorkPosted', data: { ...work, kind: 'problem' } });
    const claimed = at(2n, 'posting-511900_p1', {
      type: 'ProblemClaimed', data: { unitId: '511902-creation-office', unitTenantId: '511902', accountablePostId: '511902.head', value: '1', finishBy: '2013-11-30', plan: '疏通' },
    });
    expect(given(posted).rows()).toMatchObject([{ kind: 'claim', quarter: null, unitId: null }]);
    expect(given(posted, claimed).rows()).toMatchObject([
      { kind: 'claim', quarter: '2013Q3', unitId: '511902', campaignId: '511900_env', name: work.title, events: [{ position: '1' }, { position: '2' }] },
    ]);
    expect(given(at(1n, 'posting-511900_p2', { type: 'WorkPosted', data: { ...work, kind: 'open-bid' } })).rows()).toEqual([]);
  });

  it('knows a sample by its drawing, the re-checks that failed and its conclusion', () => {
    const drawn = at(1n, 'sample-511900_s1', {
      type: 'SampleDrawn', data: { districtTenantId: '511902', campaignId: null, year: 2013, seed: 'x', size: 2, population: 9, populationHash: '', results: [] },
    });
    const recheck = (position: bigint, verdict: 'held' | 'failed') =>
      at(position, 'sample-511900_s1', { type: 'ResultRechecked', data: { taskId: '511902_t', verdict, finding: '', unitId: 'x' } });
    const concluded = at(4n, 'sample-511900_s1', { type: 'SampleConcluded', data: { failed: 1, size: 2, failureRate: '50.00' } });
    expect(given(drawn, recheck(2n, 'held')).rows()).toMatchObject([{ kind: 'sample', unitId: '511902', quarter: null, failed: null }]);
    expect(given(drawn, recheck(2n, 'held'), recheck(3n, 'failed'), concluded).rows()).toMatchObject([
      { kind: 'sample', quarter: '2013Q3', failed: 1, size: 2, events: [{ position: '1' }, { position: '3' }, { position: '4' }] },
    ]);
  });
});
