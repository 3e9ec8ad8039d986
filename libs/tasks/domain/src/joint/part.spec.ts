import { recorded, specify, specifyProjection } from '@zeren/kernel/testing';
import { CITY, cityOffice, DISTRICT, districtOffice, OTHER_DISTRICT } from '../testing/samples.js';
import { partBoard, partOf } from './part-board.js';
import { isSettled, partDecider, valueOf, type ReportPart } from './part.js';
import type { PartDispatched, PartEvent } from './part.events.js';

const part = specify(partDecider);
const LEAD = '511900-water';
const content: PartDispatched['data'] = {
  number: 1, unitId: DISTRICT, unitTenantId: DISTRICT, representedBy: null, what: '清理河段', quantity: { value: '12.5', unit: '公里' }, dueAt: '2013-09-30T15:59:59.000Z',
  taskId: `${CITY}_t1`, task: { name: { zh: '河道联合整治', en: 'River banks' }, campaignId: `${CITY}_env`, indicatorCode: 'PS-01', unitId: LEAD, unitTenantId: CITY },
};
const dispatched: PartDispatched = { type: 'PartDispatched', data: content };
const OILFIELD = '511900-x-oilfield';
const external: PartDispatched = { type: 'PartDispatched', data: { ...content, number: 2, unitId: OILFIELD, unitTenantId: CITY, representedBy: '511900-environment', quantity: null } };
const open = { taskStatus: 'accepted' } as const;
const now = '2013-06-20T02:00:00.000Z';
const party = { ...districtOffice, now };
const lead = { tenantId: CITY, unitId: LEAD, roles: ['officer'] as const, now };
const office = { ...cityOffice, now };
const self = { unitId: '511902-creation-office', onBehalfOf: null };
const accept = { type: 'AcceptPart', data: open } as const;
const accepted: PartEvent = { type: 'PartAccepted', data: self };
const said = { value: '6', measuredOn: '2013-06-15', note: '' };
const record = (change: object = {}) => ({ type: 'RecordPartProgress', data: { ...open, ...said, ...change } }) as const;
const progressed: PartEvent = { type: 'PartProgressRecorded', data: { entry: 1, ...said, ...self } };
const report = (change: object = {}): ReportPart => ({ type: 'ReportPart', data: { ...open, ...said, value: '12.5', ...change } });
const reported: PartEvent = { type: 'PartReported', data: { ...said, value: '12.5', late: false, ...self } };
const excuse = { type: 'ExcusePart', data: { ...open, reason: '改由市里实施' } } as const;
const excused: PartEvent = { type: 'PartExcused', data: { reason: '改由市里实施', unitId: LEAD } };
const sendBack = { type: 'SendPartBack', data: { ...open, reason: '下游未清' } } as const;
const sentBack: PartEvent = { type: 'PartSentBack', data: { reason: '下游未清', unitId: LEAD, count: 1 } };

describe('a part of a joint task', () => {
  it('is accepted by its own party, which records its progress and reports it', () => {
    part.given().when({ type: 'DispatchPart', data: content }, office).then(dispatched);
    part.given(dispatched).when({ type: 'DispatchPart', data: content }, office).then();
    part.given(dispatched).when(accept, party).then(accepted);
    part.given(dispatched, accepted).when(accept, party).then();
    part.given(dispatched).when(record(), party).thenRefused('part-not-accepted');
    part.given(dispatched, accepted).when(record(), party).then(progressed);
    part.given(dispatched, accepted, progressed).when(record(), party).then();
    part.given(dispatched, accepted, progressed).when(report(), party).then(reported);
    part.given(dispatched, accepted, reported).when(report(), party).then();
    part.given(dispatched, accepted).when(report(), { ...party, now: '2013-10-01T02:00:00.000Z' }).then({ ...reported, data: { ...reported.data, late: true } } as PartEvent);
  });

  it('is nobody else\'s to work on, the lead included', () => {
    for (const other of [lead, { ...party, tenantId: OTHER_DISTRICT, unitId: OTHER_DISTRICT }, { ...party, unitId: '511902-water' }]) {
      part.given(dispatched).when(accept, other).thenRefused('not-the-party');
    }
    part.given(dispatched).when(accept, { ...party, roles: ['auditor'] }).thenRefused('role-cannot-act');
  });

  it('is measured in its quantity; less than that is not done', () => {
    part.given(dispatched, accepted).when(record({ value: null }), party).thenRefused('part-value-invalid', 'value');
    part.given(dispatched, accepted).when(record({ value: '-1' }), party).thenRefused('part-value-invalid', 'value');
    part.given(dispatched, accepted).when(report({ value: '12.4' }), party).thenRefused('part-falls-short', 'value');
    part.given(dispatched, accepted).when(record({ measuredOn: '2013-06-21' }), party).thenRefused('measured-in-future', 'measuredOn');
    const environment = { tenantId: CITY, unitId: '511900-environment', roles: ['officer'] as const, now };
    part.given(external, accepted).when(record(), environment).thenRefused('part-without-quantity', 'value');
  });

  it('of an external party is recorded on its behalf by the unit that represents it, and the event says so', () => {
    const environment = { tenantId: CITY, unitId: '511900-environment', roles: ['officer'] as const, now };
    const onBehalf = { unitId: '511900-environment', onBehalfOf: OILFIELD };
    part.given(external).when(accept, environment).then({ type: 'PartAccepted', data: onBehalf });
    part.given(external, accepted).when(report({ value: null }), environment).then({ type: 'PartReported', data: { ...said, value: null, late: false, ...onBehalf } });
    part.given(external).when(accept, party).thenRefused('not-the-party');
  });

  it('has its progress corrected by a further event with its reason; the entry stays as it was', () => {
    const correct = { type: 'CorrectPartProgress', data: { ...open, entry: 1, value: '5.5', reason: '重复计入' } } as const;
    const corrected: PartEvent = { type: 'PartProgressCorrected', data: { entry: 1, value: '5.5', reason: '重复计入', ...self } };
    part.given(dispatched, accepted, progressed).when(correct, party).then(corrected);
    part.given(dispatched, accepted, progressed, corrected).when(correct, party).then();
    part.given(dispatched, accepted, progressed).when({ ...correct, data: { ...correct.data, entry: 2 } }, party).thenRefused('entry-unknown', 'entry');
    part.given(dispatched, accepted, progressed).when({ ...correct, data: { ...correct.data, reason: '' } }, party).thenRefused('reason-required', 'reason');
    const state = part.given(dispatched, accepted, progressed, corrected).state();
    expect(state.status !== 'none' && state.entries.map((entry) => [entry.value, valueOf(entry)])).toEqual([['6', '5.5']]);
  });

  it('is sent back by the lead where it is not done, and that is counted', () => {
    part.given(dispatched, accepted, reported).when(sendBack, lead).then(sentBack);
    part.given(dispatched, accepted).when(sendBack, lead).thenRefused('part-not-reported');
    part.given(dispatched, accepted, reported).when(sendBack, party).thenRefused('not-the-lead');
    expect(part.given(dispatched, accepted, reported, sentBack).state()).toMatchObject({ status: 'accepted', sentBack: 1, reason: '下游未清' });
  });

  it('is excused with a reason by the lead or by who dispatched it, never by the party itself', () => {
    part.given(dispatched).when(excuse, lead).then(excused);
    part.given(dispatched, accepted).when(excuse, office).then({ type: 'PartExcused', data: { ...excused.data, unitId: office.unitId } } as PartEvent);
    part.given(dispatched, excused).when(excuse, lead).then();
    part.given(dispatched).when({ ...excuse, data: { ...open, reason: ' ' } }, lead).thenRefused('reason-required', 'reason');
    part.given(dispatched).when(excuse, party).thenRefused('not-the-lead');
    part.given({ ...dispatched, data: { ...content, unitId: LEAD, unitTenantId: CITY } }).when(excuse, lead).thenRefused('excuses-itself');
    part.given(dispatched, accepted, reported).when(excuse, lead).thenRefused('part-reported');
    part.given(dispatched, excused).when(accept, party).thenRefused('part-excused');
    expect([reported, excused].map((event) => part.given(dispatched, accepted, event).state()).map((state) => state.status !== 'none' && isSettled(state))).toEqual([true, true]);
  });

  it('does not move once the whole is reported or has ended', () => {
    for (const taskStatus of ['reported', 'verified'] as const) part.given(dispatched).when({ type: 'AcceptPart', data: { taskStatus } }, party).thenRefused('whole-reported');
    for (const taskStatus of ['done', 'withdrawn', 'voided'] as const) part.given(dispatched).when({ type: 'AcceptPart', data: { taskStatus } }, party).thenRefused('task-ended');
    part.given().when(accept, party).thenRefused('part-unknown');
  });

  it('is seen by the party, the lead and the task\'s owner, and by no other party', () => {
    expect(partDecider.sharedWith(part.given(dispatched).state())).toEqual([DISTRICT]);
    const leadElsewhere = { ...dispatched, data: { ...content, task: { ...content.task, unitId: OTHER_DISTRICT, unitTenantId: OTHER_DISTRICT } } };
    expect(partDecider.sharedWith(part.given(leadElsewhere).state())).toEqual([DISTRICT, OTHER_DISTRICT]);
    expect(partDecider.sharedWith(part.given(external).state())).toEqual([]);
    const events = [dispatched, accepted, progressed].map((event, revision) => recorded(event, { stream: `part-${CITY}_t1~p1`, revision, metadata: { tenantId: CITY, sharedWith: [DISTRICT] } }));
    const rows = specifyProjection(partBoard).given(...events).rows();
    expect(rows.map(({ readerTenantId, status, actingUnitId }) => [readerTenantId, status, actingUnitId])).toEqual([[CITY, 'accepted', DISTRICT], [DISTRICT, 'accepted', DISTRICT]]);
    expect(rows[0] && partOf(rows[0])).toEqual(part.given(dispatched, accepted, progressed).state());
  });
});
