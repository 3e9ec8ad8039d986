import { specifyProjection } from '@zeren/kernel/testing';
import { dispatchedRequest, dueAt, filedRequest, lastStage, reportedHandling, requestHistory } from '../testing/index.js';
import type { RequestEvent } from '../request/request.events.js';
import { countsOf, isCounted, type Figure } from './figures.js';
import { requestCase, type RequestCaseRow } from './request-case.js';

const { given } = specifyProjection(requestCase);
const NOW = '2013-03-10T00:00:00.000Z';
const at = (hour: number, day = 1) => `2013-03-0${day}T0${hour}:00:00.000Z`;

/** Events that the projection does not handle are passed over as its runner does. */
const counted = (events: ReturnType<typeof requestHistory>) => events as Parameters<typeof given>;

const accepted: RequestEvent = { type: 'RequestAccepted', data: { matterCode: 'E01-01', dispatchBy: dueAt(at(5)) } };
const rowAfter = (...events: readonly (readonly [string, RequestEvent])[]): RequestCaseRow => given(...counted(requestHistory(events))).rows()[0] as RequestCaseRow;
const figuresOf = (row: RequestCaseRow, now = NOW): Figure[] => {
  const counts = countsOf([row], now);
  return (Object.keys(counts) as Figure[]).filter((figure) => counts[figure] === 1);
};
const filed = [at(1), filedRequest()] as const;
const dispatched = [at(4), dispatchedRequest('511900-health', at(6, 2))] as const;

describe('a request as figures count it', () => {
  it('is responded to in time where it was taken on, or declined, by the deadline of acceptance', () => {
    expect(isCounted('responded', rowAfter(filed, [at(3), accepted]), NOW)).toBe(true);
    expect(isCounted('responded', rowAfter(filed, [at(2), { type: 'RequestDeclined', data: { reason: '不属于受理范围' } }]), NOW)).toBe(true);
    const late = rowAfter(filed, [at(4), accepted]);
    expect([isCounted('responseDue', late, NOW), isCounted('responded', late, NOW)]).toEqual([true, false]);
  });

  it('has to be responded to only once its deadline has passed', () => {
    const waiting = rowAfter(filed);
    expect([isCounted('responseDue', waiting, at(3)), isCounted('responseDue', waiting, at(4))]).toEqual([false, true]);
  });

  it('is on time or late by the report of the unit that has it, and due before that only when its deadline has passed', () => {
    const open = rowAfter(filed, [at(2), accepted], dispatched);
    expect([isCounted('due', open, at(5, 2)), isCounted('overdue', open, at(7, 2)), isCounted('late', open, at(7, 2))]).toEqual([false, true, true]);
    expect(figuresOf(rowAfter(filed, [at(2), accepted], dispatched, [at(6, 2), reportedHandling('511900-health')]))).toEqual(['received', 'responseDue', 'responded', 'due', 'onTime', 'ended', 'solved']);
    expect(figuresOf(rowAfter(filed, [at(2), accepted], dispatched, [at(7, 2), reportedHandling('511900-health', { outcome: 'explained' })])))
      .toEqual(['received', 'responseDue', 'responded', 'due', 'late', 'ended', 'explained']);
  });

  it('leaves the on-time rate, numerator and denominator, where it was deferred', () => {
    const deferral: RequestEvent = { type: 'RequestDeferred', data: { round: 1, unitId: '511900-health', until: at(1, 4), reason: '雨季', heldMinutes: 30, stages: lastStage(at(6, 5)) } };
    const row = rowAfter(filed, [at(2), accepted], dispatched, [at(5), deferral], [at(5, 5), reportedHandling('511900-health')]);
    expect(figuresOf(row)).toEqual(['received', 'responseDue', 'responded', 'due', 'deferred', 'ended', 'solved']);
    expect(countsOf([row], NOW)).toMatchObject({ due: 1, deferred: 1, onTime: 0, late: 0 });
  });

  it('tells solved, explained and closed apart', () => {
    const of = (outcome: 'solved' | 'explained' | 'closed') => countsOf([rowAfter(filed, dispatched, [at(5), reportedHandling('511900-health', { outcome })])], NOW);
    expect([of('solved').solved, of('explained').explained, of('closed').closed]).toEqual([1, 1, 1]);
    expect([of('solved').explained, of('explained').solved, of('closed').solved]).toEqual([0, 0, 0]);
  });

  it('is satisfying only where all who rated it are satisfied', () => {
    const rating = (satisfied: boolean): RequestEvent => ({ type: 'AnswerRated', data: { round: 1, receipt: 'R-0001', satisfied, words: null } });
    const done = [filed, dispatched, [at(5), reportedHandling('511900-health')]] as const;
    expect(figuresOf(rowAfter(...done, [at(6), rating(true)]))).toContain('satisfied');
    expect(figuresOf(rowAfter(...done, [at(6), rating(true)], [at(7), rating(false)]))).toContain('dissatisfied');
  });

  it('begins anew when it is reopened: neither ended nor rated until the next answer', () => {
    const row = rowAfter(filed, dispatched, [at(5), reportedHandling('511900-health')], [at(6), { type: 'AnswerRated', data: { round: 1, receipt: 'R', satisfied: false, words: null } }],
      [at(7), { type: 'RequestReopened', data: { round: 2, reason: '没有修好', dispatchBy: dueAt(at(8)) } }]);
    expect(row).toMatchObject({ reopenings: 1, outcome: null, isRated: false, handleBy: null });
    expect(figuresOf(row)).not.toContain('ended');
  });

  it('counts rework and goes on with the deadline of the new round', () => {
    const row = rowAfter(filed, dispatched, [at(5), reportedHandling('511900-health')], [at(6), { type: 'HandlingSentBack', data: { round: 2, unitId: '511900-health', reason: '未修好', stages: lastStage(at(6, 4)) } }]);
    expect(row).toMatchObject({ reworks: 1, outcome: null, reportedAt: null, handleBy: at(6, 4) });
  });

  it('leaves every rate where it went into another request: whoever asked is answered there', () => {
    const row = rowAfter(filed, [at(2), accepted], [at(3), { type: 'RequestMerged', data: { intoRequestId: '511900_2', reason: '重复' } }]);
    expect(figuresOf(row)).toEqual(['received', 'merged']);
  });

  it('is judged by deadlines as they were counted anew once the calendar was published', () => {
    const recount: RequestEvent = {
      type: 'DeadlinesRecomputed', data: { round: 1, acceptBy: null, arbitrateBy: null, dispatchBy: null, returnBy: null, stages: lastStage(at(6, 5)), feedBackBy: null },
    };
    expect(figuresOf(rowAfter(filed, dispatched, [at(6, 4), reportedHandling('511900-health')], [at(7, 4), recount]))).toContain('onTime');
  });

  it('begins for another tenant when it is disclosed to it, and stays as it was for its owner', () => {
    const { data: { acceptBy: _, receiptSecretHash: __, matterCode: ___, ...content } } = filedRequest();
    const disclosed: RequestEvent = { type: 'RequestDisclosed', data: { tenantIds: ['511902'], content, matterCode: 'E01-01' } };
    const own = requestHistory([filed, [at(2), accepted]]);
    const both = requestHistory([filed, [at(2), accepted], [at(4), disclosed], dispatched], { sharedWith: ['511902'] }).slice(2);
    const [owners, districts, ...none] = given(...counted([...own, ...both])).rows();
    expect(owners).toMatchObject({ readerTenantId: '511900', respondedAt: at(2), leadUnitId: '511900-health' });
    expect(districts).toMatchObject({ readerTenantId: '511902', ownerTenantId: '511900', subject: '路灯不亮', respondBy: null, leadUnitId: '511900-health' });
    expect(none).toEqual([]);
  });
});
