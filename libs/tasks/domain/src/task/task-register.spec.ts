import type { EventMetadata } from '@zeren/kernel';
import { recorded, specifyProjection } from '@zeren/kernel/testing';
import { taskRegister, type RegisterEvent, type RegisterRow } from './task-register.js';
import { CITY, DISTRICT, SPLIT, taskNamed } from '../testing/samples.js';

const register = specifyProjection(taskRegister);
const ID = `${SPLIT}.ENV-01-01~${DISTRICT}`;
const told = (...events: RegisterEvent[]) => {
  const metadata: Partial<EventMetadata> = { sharedWith: [DISTRICT], occurredAt: '2013-03-05T02:00:00.000Z' };
  return events.map((event, revision) => recorded(event, { stream: `task-${CITY}_${ID}`, revision, metadata }));
};
const rowsOf = (...events: RegisterEvent[]): RegisterRow[] => register.given(...told(...events)).rows().filter(({ readerTenantId }) => readerTenantId === CITY);

const raised = (round: number): RegisterEvent => ({ type: 'ObjectionRaised', data: { round, reason: '不属本区', unitId: DISTRICT, task: taskNamed } });
const refused = (round: number, nextUntil: string | null): RegisterEvent => ({ type: 'ObjectionRefused', data: { round, reason: '属地', unitId: CITY, nextUntil } });
const asked: RegisterEvent = {
  type: 'ExceptionRequested',
  data: { number: 1, kind: 'deferral', year: 2013, until: '2014-03-31T15:59:59.000Z', explainedTo: null, reason: '受灾', unitId: DISTRICT, task: taskNamed },
};
const decided = (type: 'ExceptionGranted' | 'ExceptionRefused'): RegisterEvent => ({ type, data: { number: 1, kind: 'deferral', reason: '同意', unitId: CITY } });

describe('the registers', () => {
  it('hold each request under its kind, for the unit\'s side and the dispatcher\'s', () => {
    const rows = register.given(...told(asked)).rows();
    expect(rows.map(({ readerTenantId }) => readerTenantId)).toEqual([CITY, DISTRICT]);
    expect(rows[0]).toMatchObject({
      id: `${ID}@request-1`, taskId: `${CITY}_${ID}`, kind: 'deferral', number: 1, status: 'requested', year: 2013, until: '2014-03-31T15:59:59.000Z',
      reason: '受灾', requestingUnitId: DISTRICT, requestedAt: '2013-03-05T02:00:00.000Z', answeredAt: null, ...taskNamed,
    });
  });

  it('hold the decision with its reason', () => {
    expect(rowsOf(asked, decided('ExceptionGranted'))).toMatchObject([{ status: 'granted', answer: '同意', answeringUnitId: CITY }]);
    expect(rowsOf(asked, decided('ExceptionRefused'))).toMatchObject([{ status: 'refused' }]);
  });

  it('hold each objection, and whether only a ruling is left', () => {
    const twice = [raised(1), refused(1, '2013-03-12'), raised(2), refused(2, null)];
    expect(rowsOf(...twice).map(({ kind, number, status }) => [kind, number, status])).toEqual([['objection', 1, 'refused'], ['objection', 2, 'awaiting-ruling']]);
    const ruled: RegisterEvent = { type: 'ObjectionRuled', data: { round: 2, ruling: 'withdrawn', reason: '职责不符', document: '裁定1号', unitId: CITY } };
    expect(rowsOf(...twice, ruled)[1]).toMatchObject({ status: 'granted', document: '裁定1号', answer: '职责不符' });
    expect(rowsOf(raised(1), { type: 'ObjectionAccepted', data: { round: 1, reason: '同意', unitId: CITY } })).toMatchObject([{ status: 'granted' }]);
  });
});
