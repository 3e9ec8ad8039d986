import { specify } from '@zeren/kernel/testing';
import { anObjectionRule, CITY, cityOffice, DISTRICT, districtOffice, OTHER_DISTRICT } from '../testing/samples.js';
import type { DispatchTask } from './task-dispatch.js';
import type { TaskPublished } from './task-published.events.js';
import { taskDecider } from './task.js';
import type { TaskEvent } from './task.events.js';

const task = specify(taskDecider);
const office = { ...cityOffice, now: '2013-03-01T02:00:00.000Z' };
const base = {
  campaignId: `${CITY}_env`, name: { zh: '河道联合整治', en: 'River banks, jointly' }, evidence: 'field', unitId: '511900-water', unitTenantId: CITY, supportingUnitIds: [],
  accountablePostId: '511900-water.head', origin: { kind: 'leader-instruction', document: '批示〔2013〕3号' },
} as const;
const OILFIELD = '511900-x-oilfield';
const parts = [
  { unitId: DISTRICT, unitTenantId: DISTRICT, representedBy: null, what: '清理河段', quantity: { value: '12.5', unit: '公里' }, dueOn: '2013-09-30' },
  { unitId: OILFIELD, unitTenantId: CITY, representedBy: '511900-environment', what: '拆除管道', quantity: null, dueOn: '2013-10-31' },
] as const;
const dispatch = (said: Partial<DispatchTask['data']> = {}): DispatchTask => ({
  type: 'DispatchTask',
  data: {
    ...base, taskId: `${CITY}_t1`, code: 'PS-01', metric: { unit: '公里', direction: 'at-least' }, target: '30', dueOn: '2013-12-31', parts: [], campaignOpen: true,
    participantTenantIds: [DISTRICT, OTHER_DISTRICT], objection: anObjectionRule, ...said,
  },
});
const published = (said: Partial<TaskPublished['data']> = {}): TaskPublished => ({
  type: 'TaskPublished',
  data: {
    ...base, splitId: `${CITY}_t1`, rowKey: 'PS-01', indicatorCode: 'PS-01', parentTaskId: null, ancestors: [], level: 1, weight: '100',
    metrics: [{ code: 'value', unit: '公里', direction: 'at-least', distribution: 'share' }],
    annualTargets: [{ year: 2013, dueAt: '2013-12-31T15:59:59.000Z', targets: [{ metric: 'value', value: '30' }] }], deadline: '2013-12-31T15:59:59.000Z',
    sharedWith: [], objection: anObjectionRule, ...said,
  },
});
const joint = published({
  sharedWith: [DISTRICT],
  parts: parts.map(({ dueOn, ...part }, index) => ({ number: index + 1, ...part, dueAt: `${dueOn}T15:59:59.000Z` })),
});

describe('a task dispatched by itself', () => {
  it('counts under the integrations named with it, or under those of its campaign', () => {
    const own = published({ integrations: ['problem-goal'] });
    task.given().when(dispatch({ integrations: ['problem-goal'] }), office).then(own);
    task.given(own).when(dispatch({ integrations: ['problem-goal'] }), office).then();
    expect([task.given(own).state(), task.given(published()).state()]).toMatchObject([{ integrations: ['problem-goal'] }, { integrations: null }]);
  });

  it('comes from a meeting decision, an inspection finding, a reform or a leader\'s instruction, with its document', () => {
    task.given().when(dispatch(), office).then(published());
    const reform = { kind: 'reform', document: '改革方案〔2013〕1号' } as const;
    task.given().when(dispatch({ origin: reform }), office).then(published({ origin: reform }));
    task.given().when(dispatch({ origin: { ...reform, document: ' ' } }), office).thenRefused('origin-without-document', 'origin.document');
  });

  it('from a decision that a joint meeting made names the minutes in which it stands', () => {
    const origin = { kind: 'meeting-decision', document: '纪要〔2013〕3号', decision: { meetingId: `${CITY}_m1`, number: 2 } } as const;
    task.given().when(dispatch({ origin, minutesNumber: '纪要〔2013〕3号' }), office).then(published({ origin }));
    task.given().when(dispatch({ origin, minutesNumber: null }), office).thenRefused('decision-unknown', 'origin.decision');
    task.given().when(dispatch({ origin: { ...origin, kind: 'reform' }, minutesNumber: '纪要〔2013〕3号' }), office).thenRefused('decision-unknown', 'origin.decision');
    task.given().when(dispatch({ origin, minutesNumber: '纪要〔2013〕4号' }), office).thenRefused('decision-of-other-minutes', 'origin.document');
  });

  it('goes to a town with a list of duties only as the list says, or under an admission\'s document', () => {
    const town = { unitId: '511902001', unitTenantId: DISTRICT, accountablePostId: '511902001.head', supportingUnitIds: ['511900-water'] };
    const item = { text: { zh: '保洁', en: 'Cleaning' }, leadUnitId: null };
    const dutyItems = [{ ...item, code: 'J-01', part: 'basic' as const }, { ...item, code: 'P-01', part: 'assisting' as const, leadUnitId: '511900-environment' }, { ...item, code: 'S-01', part: 'taken-back' as const }];
    const to = (more: Partial<DispatchTask['data']>) => task.given().when(dispatch({ ...town, dutyItems, ...more }), office);
    to({ dutyItem: 'J-01' }).then(published({ ...town, level: 2, sharedWith: [DISTRICT], dutyItem: 'J-01' }));
    to({ admissionDocument: '准入〔2013〕2号' }).then(published({ ...town, level: 2, sharedWith: [DISTRICT], admissionDocument: '准入〔2013〕2号' }));
    to({}).thenRefused('duty-not-named', 'dutyItem');
    to({ dutyItem: 'X-09' }).thenRefused('duty-unknown', 'dutyItem');
    to({ dutyItem: 'S-01' }).thenRefused('duty-taken-back', 'dutyItem');
    to({ dutyItem: 'P-01' }).thenRefused('duty-lead-missing', 'supportingUnitIds');
    expect(to({ dutyItem: 'P-01', supportingUnitIds: ['511900-environment'] }).outcome()).toHaveLength(1);
    expect(to({ dutyItems: [] }).outcome()).toHaveLength(1);
  });

  it('again changes nothing, and cannot be another', () => {
    task.given(published()).when(dispatch(), office).then();
    task.given(published()).when(dispatch({ target: '31' }), office).thenRefused('task-dispatched');
  });

  it('is of an open campaign, has one lead, one metric and a day to come', () => {
    task.given().when(dispatch({ campaignOpen: false }), office).thenRefused('campaign-unknown', 'campaignId');
    task.given().when(dispatch({ unitId: '' }), office).thenRefused('lead-required', 'unitId');
    task.given().when(dispatch({ accountablePostId: '' }), office).thenRefused('post-required', 'accountablePostId');
    task.given().when(dispatch({ supportingUnitIds: ['511900-water'] }), office).thenRefused('lead-also-supporting', 'supportingUnitIds');
    task.given().when(dispatch({ target: '0' }), office).thenRefused('target-invalid', 'target');
    task.given().when(dispatch({ dueOn: '2013-02-28' }), office).thenRefused('due-passed', 'dueOn');
  });

  it('goes to tenants of its campaign only, and comes from who dispatches', () => {
    task.given().when(dispatch({ unitId: DISTRICT, unitTenantId: DISTRICT }), office).then(published({ unitId: DISTRICT, unitTenantId: DISTRICT, level: 2, sharedWith: [DISTRICT] }));
    task.given().when(dispatch({ unitTenantId: '211103' }), office).thenRefused('tenant-not-participant', 'unitTenantId');
    task.given().when(dispatch(), { ...office, roles: ['officer'] }).thenRefused('role-cannot-dispatch');
    task.given().when(dispatch({ taskId: `${DISTRICT}_t1` }), office).thenRefused('role-cannot-dispatch');
  });
});

describe('a joint task', () => {
  it('has one lead and a part for each party: what, how much, by when; tenants of parties see it', () => {
    task.given().when(dispatch({ parts }), office).then(joint);
    expect(taskDecider.sharedWith(task.given(joint).state())).toEqual([DISTRICT]);
  });

  it.each([
    ['a party twice', { unitId: DISTRICT }, 1, 'party-repeated', 'unitId'],
    ['no party', { unitId: ' ' }, 0, 'party-required', 'unitId'],
    ['a party that represents itself', { representedBy: DISTRICT }, 0, 'represents-itself', 'representedBy'],
    ['nothing to do', { what: '' }, 0, 'part-without-content', 'what'],
    ['a quantity of nothing', { quantity: { value: '0', unit: '公里' } }, 0, 'part-quantity-invalid', 'quantity'],
    ['a day after the task\'s', { dueOn: '2014-01-01' }, 0, 'part-due-after-task', 'dueOn'],
    ['a tenant of another city', { unitTenantId: '211103' }, 0, 'tenant-not-participant', 'unitTenantId'],
  ] as const)('with %s is not', (_, wrong, index, code, field) => {
    const said = parts.map((part, at) => (at === index ? { ...part, ...wrong } : part));
    task.given().when(dispatch({ parts: said }), office).thenRefused(code, `parts[${index}].${field}`);
  });

  it('is reported by its lead once every part is done or excused, and verified by no party', () => {
    const accepted: TaskEvent = { type: 'TaskAccepted', data: { unitId: '511900-water' } };
    const lead = { tenantId: CITY, unitId: '511900-water', roles: ['officer'] as const, now: '2013-12-01T02:00:00.000Z' };
    const result = { year: 2013, values: [{ metric: 'value', value: '30', unit: '公里' }], measuredOn: '2013-11-30', note: '' };
    const report = (said: object) => ({ type: 'ReportResult', data: { ...result, ...said } }) as const;
    task.given(joint, accepted).when(report({ openParties: [OILFIELD] }), lead).thenRefused('parts-open');
    task.given(joint, accepted).when(report({}), lead).thenRefused('parts-open');
    const reported: TaskEvent = {
      type: 'ResultReported', data: { ...result, dueAt: '2013-12-31T15:59:59.000Z', late: false, attempt: 1, reportingUnitId: '511900-water' },
    };
    task.given(joint, accepted).when(report({ openParties: [] }), lead).then(reported);
    const verify = { type: 'VerifyResult', data: { year: 2013, verdict: 'confirmed', finding: '属实' } } as const;
    for (const unitId of [OILFIELD, '511900-environment']) {
      task.given(joint, accepted, reported).when(verify, { ...lead, unitId, roles: ['inspector'] }).thenRefused('verifier-interested');
    }
    task.given(joint, accepted).when({ type: 'AcceptTask', data: {} }, { ...districtOffice, now: lead.now }).thenRefused('not-the-lead');
  });
});
