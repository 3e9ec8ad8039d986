import { specifyProjection } from '@zeren/kernel/testing';
import { dispatchedRequest, dueAt, filedRequest, lastStage, reportedHandling, requestHistory } from '../testing/index.js';
import type { RequestEvent } from '../request/request.events.js';
import { countsOf, ratesOf } from './figures.js';
import { requestHandling, type RequestHandlingRow } from './request-handling.js';

const { given } = specifyProjection(requestHandling);
const NOW = '2013-03-10T00:00:00.000Z';
const at = (hour: number, day = 1) => `2013-03-0${day}T0${hour}:00:00.000Z`;
const [A, B, C] = ['511900-health', '511900-water', '511900-transport'] as const;

const rowsAfter = (...events: readonly (readonly [string, RequestEvent])[]): readonly RequestHandlingRow[] =>
  given(...(requestHistory([[at(1), filedRequest()], ...events]) as Parameters<typeof given>)).rows();
const countsOfUnit = (rows: readonly RequestHandlingRow[], unitId: string) => countsOf(rows.filter((row) => row.unitId === unitId), NOW);

const ask = (unitId: string, hour: number): readonly [string, RequestEvent] => [at(hour), { type: 'ReturnAsked', data: { round: 1, unitId, reason: '不属本单位职责', heldMinutes: 30, arbitrateBy: dueAt(at(9)) } }];
const returned = (unitId: string, hour: number): readonly [string, RequestEvent] =>
  [at(hour), { type: 'ReturnAccepted', data: { round: 1, unitId, reason: '应由水务部门办理', heldMinutes: 30, dispatchBy: dueAt(at(9)) } }];

describe('the figures of a unit', () => {
  it('count what it had, from its own dispatch on: nobody answers for another\'s delay', () => {
    const rows = rowsAfter(
      [at(2), dispatchedRequest(A, at(3))], ask(A, 4), returned(A, 5),
      [at(6), dispatchedRequest(B, at(9), { round: 2 })], [at(7), reportedHandling(B, { round: 2, heldMinutes: 60 })],
    );
    expect(countsOfUnit(rows, A)).toMatchObject({ received: 1, due: 1, onTime: 0, late: 1, returned: 0, ended: 0 });
    expect(countsOfUnit(rows, B)).toMatchObject({ received: 1, due: 1, onTime: 1, late: 0, solved: 1 });
    expect([ratesOf(countsOfUnit(rows, A)).onTime, ratesOf(countsOfUnit(rows, B)).onTime]).toEqual(['0.00', '100.00']);
    expect(rows.map(({ unitId, heldMinutes }) => [unitId, heldMinutes])).toEqual([[A, 30], [B, 60]]);
  });

  it('leave out what it gave back in time', () => {
    const rows = rowsAfter([at(2), dispatchedRequest(A, at(6))], ask(A, 4), returned(A, 5));
    expect(countsOfUnit(rows, A)).toMatchObject({ received: 1, returned: 1, responded: 1, due: 0, late: 0 });
  });

  it('count as response that it took the request in hand, gave it back or reported within the time for giving it back', () => {
    const taken = (hour: number): readonly [string, RequestEvent] => [at(hour), { type: 'RequestTaken', data: { round: 1, unitId: A } }];
    const dispatched = [at(2), dispatchedRequest(A, at(9), { returnBy: at(4) })] as const;
    expect(countsOfUnit(rowsAfter(dispatched, taken(4)), A)).toMatchObject({ responseDue: 1, responded: 1 });
    expect(countsOfUnit(rowsAfter(dispatched, taken(5)), A)).toMatchObject({ responseDue: 1, responded: 0 });
    expect(countsOfUnit(rowsAfter(dispatched), A)).toMatchObject({ responseDue: 1, responded: 0 });
  });

  it('keep each unit\'s part of joint handling apart, by its own report', () => {
    const rows = rowsAfter(
      [at(2), dispatchedRequest(A, at(5), { supporting: [B, C] })],
      [at(4), { type: 'PartReported', data: { round: 1, unitId: B, note: '管线已移', photos: [] } }],
      [at(6), { type: 'PartReported', data: { round: 1, unitId: C, note: '路面已恢复', photos: [] } }],
      [at(7), reportedHandling(A)],
    );
    expect([A, B, C].map((unit) => countsOfUnit(rows, unit).onTime)).toEqual([0, 1, 0]);
    expect(rows.map(({ id, isLead }) => [id, isLead])).toEqual([['1~1', true], [`1~1~${B}`, false], [`1~1~${C}`, false]]);
  });

  it('count a report that was found wanting as rework, and the new round by its own deadline', () => {
    const rows = rowsAfter(
      [at(2), dispatchedRequest(A, at(5))], [at(4), reportedHandling(A)],
      [at(6), { type: 'HandlingSentBack', data: { round: 2, unitId: A, reason: '未修好', stages: lastStage(at(9)) } }],
      [at(8), reportedHandling(A, { round: 2 })],
    );
    expect(countsOfUnit(rows, A)).toMatchObject({ received: 2, due: 2, onTime: 2, reworked: 1, ended: 1, solved: 1 });
  });

  it('go by the recounted deadlines for the units that support the lead too', () => {
    const rows = rowsAfter(
      [at(2), dispatchedRequest(A, at(5), { supporting: [B] })],
      [at(6), { type: 'PartReported', data: { round: 1, unitId: B, note: '管线已移', photos: [] } }],
      [at(7), { type: 'DeadlinesRecomputed', data: {
        round: 1, supportingUnitIds: [B], acceptBy: null, arbitrateBy: null, dispatchBy: null, returnBy: dueAt(at(7)), stages: lastStage(at(8)), feedBackBy: null,
      } }],
    );
    expect(rows.map(({ unitId, handleBy, respondBy }) => [unitId, handleBy, respondBy])).toEqual([[A, at(8), at(7)], [B, at(8), at(7)]]);
    expect(countsOfUnit(rows, B)).toMatchObject({ due: 1, onTime: 1, late: 0 });
  });

  it('leave a deferral out of what is due for the lead and for the units whose parts wait with it', () => {
    const rows = rowsAfter(
      [at(2), dispatchedRequest(A, at(5), { supporting: [B, C] })],
      [at(3), { type: 'PartReported', data: { round: 1, unitId: B, note: '管线已移', photos: [] } }],
      [at(4), { type: 'RequestDeferred', data: { round: 1, unitId: A, supportingUnitIds: [C], until: at(1, 8), reason: '汛期', heldMinutes: 60, stages: lastStage(at(5, 8)) } }],
    );
    expect([A, B, C].map((unit) => ratesOf(countsOfUnit(rows, unit)).onTime)).toEqual([null, '100.00', null]);
    expect([A, B, C].map((unit) => countsOfUnit(rows, unit)).map(({ due, deferred, onTime }) => [due, deferred, onTime])).toEqual([[1, 1, 0], [1, 0, 1], [1, 1, 0]]);
  });

  it('give the rating to the round and the lead it was said of', () => {
    const rows = rowsAfter([at(2), dispatchedRequest(A, at(5))], [at(4), reportedHandling(A)], [at(5), { type: 'AnswerRated', data: { round: 1, receipt: 'R-0001', satisfied: false, words: null } }]);
    expect(countsOfUnit(rows, A)).toMatchObject({ rated: 1, satisfied: 0, dissatisfied: 1 });
    expect(ratesOf(countsOfUnit(rows, A)).satisfaction).toBe('0.00');
  });
});
