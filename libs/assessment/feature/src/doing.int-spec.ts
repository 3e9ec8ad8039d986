import { assessmentRefusals } from '@zeren/assessment-domain';
import { get, post, startHouse, type House } from '@zeren/http/testing';
import type { Event } from '@zeren/kernel';
import { AssessmentModule, assessmentTables } from './index.js';

const CITY = '511900';
const SCHEME = '511900_districts.v2';
const text = (zh: string) => ({ zh, en: zh });
const Q2 = '2013-06-30T15:59:59.999Z';
const doing = {
  leaves: ['extended', 'deferred', 'voided'], onTimeShare: '20', reworkCap: '20', falseReport: { points: '12', cap: '30' },
  sampleFailure: { tolerated: '5', points: '0.2', cap: '8' }, claim: { points: '0.5', cap: '2' }, sharedCredit: true,
};
const scheme = {
  code: 'districts', version: 2, name: text('考核办法'),
  campaigns: [{ campaignId: '511900_env', name: text('环保'), weight: '100' }],
  rules: { atLeast: 'linear', atMost: 'linear', range: 'threshold', boolean: 'threshold' },
  lateDeduction: '5', reworkDeduction: '10',
  groups: [{ code: 'districts', name: text('县区'), units: ['511902', '511922'].map((id) => ({ unitId: id, tenantId: id, name: text(id) })) }],
  notApplicable: [], places: 2, tieRule: 'late-then-rework-then-shared', doing,
};

type Adjustment = { kind: string; points: string; inputs: { events: { eventId: string; position: string }[] }[] };
type Line = { indicatorCode: string; status: string; weight: string; facts?: { kind: string; eventId: string; position: string }[] };

describe('the doing of tasks in a score, over HTTP', () => {
  let house: House;
  let office: string;
  let bazhou: string;
  let beforeFalseReport: bigint;
  let last: bigint;

  const task = (code: string, unitId: string) => `task-511900_s.${code}~${unitId}`;
  const happens = async (stream: string, at: string, ...events: Event[]): Promise<bigint> => {
    let position = 0n;
    for (const event of events) position = await house.record(stream, event, { sharedWith: ['511902', '511922'], occurredAt: at });
    return position;
  };
  const published = (code: string, unitId: string): Event => ({
    type: 'TaskPublished',
    data: {
      splitId: '511900_s', rowKey: `${code}~${unitId}`, parentTaskId: null, ancestors: [], campaignId: '511900_env', indicatorCode: code, name: text(code),
      evidence: 'statistics', unitId, unitTenantId: unitId, supportingUnitIds: [], accountablePostId: `${unitId}.head`, level: 2, weight: '20',
      deadline: '2015-12-31T15:59:59.999Z', sharedWith: [unitId], metrics: [{ code: 'days', unit: '天', direction: 'at-least', distribution: 'threshold' }],
      annualTargets: [{ year: 2013, dueAt: Q2, targets: [{ metric: 'days', value: '100' }] }],
    },
  });
  const done: readonly Event[] = [
    { type: 'ResultReported', data: { year: 2013, values: [{ metric: 'days', value: '90', unit: '天' }], measuredOn: '2013-06-20', dueAt: Q2, late: false, attempt: 1, reportingUnitId: 'x', note: '' } },
    { type: 'ResultVerified', data: { year: 2013, verifyingUnitId: 'y', finding: '属实' } },
  ];

  beforeAll(async () => {
    house = await startHouse({ name: 'accountability', modules: [AssessmentModule], tables: assessmentTables, refusals: assessmentRefusals });
    [office, bazhou] = await Promise.all([
      house.tokenFor({ tenantId: CITY, actorId: '511900.performance-office', roles: ['performance-office'] }),
      house.tokenFor({ tenantId: '511902', roles: ['district-office'] }),
    ]);
    await happens('campaign-511900_env', '2013-02-01T00:00:00.000Z', {
      type: 'CampaignOpened', data: { weights: [{ indicatorCode: 'ENV-01', weight: '50' }, { indicatorCode: 'ENV-02', weight: '50' }] },
    });
    for (const unitId of ['511902', '511922']) {
      for (const code of ['ENV-01', 'ENV-02']) await happens(task(code, unitId), '2013-02-01T00:00:00.000Z', published(code, unitId));
      await happens(task('ENV-01', unitId), '2013-06-21T00:00:00.000Z', ...done);
    }
    await happens(task('ENV-02', '511902'), '2013-06-21T00:00:00.000Z', { type: 'DueDateExtended', data: { number: 1, year: 2013, until: '2013-09-15T15:59:59.999Z', earlier: Q2 } });
    await happens('posting-511900_p1', '2013-06-22T00:00:00.000Z',
      { type: 'WorkPosted', data: { kind: 'problem', campaignId: '511900_env', title: text('背街积水') } },
      { type: 'ProblemClaimed', data: { unitId: '511902-creation-office', unitTenantId: '511902' } });
    await happens('sample-511900_s1', '2013-06-23T00:00:00.000Z',
      { type: 'SampleDrawn', data: { districtTenantId: '511902', campaignId: null } },
      { type: 'ResultRechecked', data: { taskId: 't', verdict: 'failed', finding: '', unitId: 'x' } },
      { type: 'SampleConcluded', data: { failed: 1, size: 10, failureRate: '10.00' } });
    beforeFalseReport = await happens(task('ENV-02', '511922'), '2013-06-24T00:00:00.000Z', ...done);
    last = await happens(task('ENV-02', '511922'), '2013-07-02T00:00:00.000Z', {
      type: 'FalseReportFlagged', data: { year: 2013, attempt: 1, finding: '不实', flaggingUnitId: 'y', count: 1 },
    });
  }, 120_000);

  afterAll(() => house?.stop(), 60_000);

  const ask = (path: string, token = office) => get(`/api/v1/${path}`).as(token);
  const score = async (unitId: string, period: string, position: bigint) => {
    const { body } = await house.http.given().when(ask(`scores/${unitId}?schemeId=${SCHEME}&period=${period}&position=${position}`)).then({ status: 200 });
    return body as { standing: { total: string }; lines: Line[]; doing: { onTime: { rate: string; left: number }; adjustments: Adjustment[] } };
  };

  it('a scheme in which a false report costs no more than rework is refused, with the field, in the reader’s language', async () => {
    const cheap = { ...scheme, doing: { ...doing, falseReport: { points: '10', cap: '30' } } };
    const problem = await house.http.given().when(post('/api/v1/schemes', cheap).as(office).with('Accept-Language', 'en'))
      .thenRefused(409, 'false-report-not-dearer', 'doing.falseReport.points');
    expect(problem.detail).toContain('A false report must cost more than rework');
  });

  it('a scheme whose rules on the doing are half said, or name an end there is not, is refused', async () => {
    const { claim: _, ...half } = doing;
    await house.http.given().when(post('/api/v1/schemes', { ...scheme, doing: half }).as(office)).thenRefused(400, 'validation-failed', 'doing.claim');
    await house.http.given().when(post('/api/v1/schemes', { ...scheme, doing: { ...doing, leaves: ['done'] } }).as(office)).thenRefused(400, 'validation-failed', 'doing.leaves');
  });

  it('a scheme is published with its rules on the doing, and read with them', async () => {
    const made = await house.http.given().when(post('/api/v1/schemes', scheme).as(office)).then({ status: 201, body: { id: SCHEME } });
    await house.http.given().when(ask(`schemes/${SCHEME}?after=${made.body.position}`, bazhou)).then({ status: 200, body: { doing } });
    await house.http.given().when(post('/api/v1/schemes', scheme).as(office)).then({ status: 200, body: { revision: 0 } });
  });

  it('a score opens to what left the denominator, to samples and claims, and to the event and position of each', async () => {
    const { standing, lines, doing: found } = await score('511902', '2013Q2', beforeFalseReport);
    expect(lines.map(({ indicatorCode, status, weight }) => [indicatorCode, status, weight])).toEqual([['ENV-01', 'verified', '100'], ['ENV-02', 'extended', '0']]);
    expect(found.onTime).toMatchObject({ rate: '100', left: 1 });
    expect(found.adjustments.map(({ kind, points }) => [kind, points])).toEqual([['sample', '-1'], ['claim', '0.5']]);
    expect(standing.total).toBe('91.50');
    const recorded = new Map<string, string>();
    for (const stream of [task('ENV-02', '511902'), 'posting-511900_p1', 'sample-511900_s1']) {
      for await (const event of house.store.read(stream)) recorded.set(event.id, String(event.position));
    }
    const events = [...(lines[1]?.facts ?? []), ...found.adjustments.flatMap(({ inputs }) => inputs.flatMap((input) => input.events))];
    expect(events.length).toBe(6);
    for (const { eventId, position } of events) expect(recorded.get(eventId)).toBe(position);
  });

  it('a moved result is due in the later period', async () => {
    const { lines } = await score('511902', '2013Q3', beforeFalseReport);
    expect(lines).toMatchObject([{ indicatorCode: 'ENV-02', status: 'pending', dueAt: '2013-09-15T15:59:59.999Z', facts: [{ kind: 'extended' }] }]);
  });

  it('a past score knows nothing of a false report flagged later; the flag counts in its own quarter', async () => {
    expect((await score('511922', '2013Q2', beforeFalseReport)).standing.total).toBe('92.00');
    const now = await score('511922', '2013Q2', last);
    expect(now.lines.map(({ status }) => status)).toEqual(['verified', 'rejected']);
    expect([now.standing.total, now.doing.adjustments]).toEqual(['46.00', []]);
    const next = await score('511922', '2013Q3', last);
    expect(next).toMatchObject({ standing: { counted: 0, total: '0.00' }, doing: { adjustments: [{ kind: 'false-report', points: '-12' }] } });
  });

  it('a published score sheet keeps how the doing entered it, for its own unit alone', async () => {
    house.setClock('2013-07-12T01:00:00.000Z');
    const { body } = await house.http.given().when(post('/api/v1/assessments', { schemeId: SCHEME, period: '2013Q2' }).as(office)).then({ status: 200 });
    const own = `scores/511902?schemeId=${SCHEME}&period=2013Q2&after=${body.position}`;
    await house.http.given().when(ask(own, bazhou)).then({
      status: 200, body: { published: true, standing: { total: '91.50' }, doing: { onTime: { due: 1, onTime: 1, left: 1 }, adjustments: [{ kind: 'sample' }, { kind: 'claim' }] } },
    });
    const ranking = await house.http.given().when(ask(`rankings?schemeId=${SCHEME}&period=2013Q2`, bazhou)).then({ status: 200 });
    expect(JSON.stringify(ranking.body)).not.toContain('adjustments');
    await house.http.given().when(ask(`scores/511922?schemeId=${SCHEME}&period=2013Q2`, bazhou)).thenRefused(404, 'result-not-published');
  });
});
