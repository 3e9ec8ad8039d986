import { fold, type Caller } from '@zeren/kernel';
import { requestDecider, type FiledRequest, type RequestEvent } from '@zeren/requests-domain';
import { dispatchedRequest, filedRequest } from '@zeren/requests-domain/testing';
import { deferralSteps } from './deferral-steps.js';
import { counting, handling, offersOf, speaking, words, type Reading, type Step } from './plans.js';

const unitId = '511900-urban-management';
const caller: Caller = { tenantId: '511900', actorId: 'a', postId: 'p', unitId, roles: ['officer'], now: '2013-03-01T02:00:00.000Z' };
const requestOf = (...events: RequestEvent[]) => fold(requestDecider, events) as FiledRequest;

const reading = (request: FiledRequest, said: Partial<Reading> = {}): Reading =>
  ({ requestId: '511900_r', request, caller, standing: { own: [unitId], above: [] }, line: [], language: 'zh', t: (key) => key, nameOf: ({ zh }) => zh, ...said });

const giveBack = (now: Reading): Step => ({
  title: 'return', path: 'return', roles: handling, fields: [words('reason', '')],
  command: ({ reason = '' }) => ({ type: 'AskReturn', data: { reason, standing: now.standing, ...counting } }), body: ({ reason }) => ({ reason }),
});
const decline: Step = {
  title: 'decline', path: 'decline', roles: speaking, fields: [words('reason', '')],
  command: ({ reason = '' }) => ({ type: 'DeclineRequest', data: { reason } }), body: ({ reason }) => ({ reason }),
};

const dispatched = requestOf(
  filedRequest(), { type: 'RequestAccepted', data: { matterCode: 'E01-01', dispatchBy: filedRequest().data.acceptBy } },
  dispatchedRequest(unitId, '2013-03-08T10:00:00.000Z', { returnBy: '2013-03-02T10:00:00.000Z' }),
);

describe('what the page of a request offers', () => {
  it('is what the decision allows this reader now, as a form that says what is missing', () => {
    const now = reading(dispatched);
    const [offer] = offersOf(now, [giveBack(now)]);
    expect(offer?.why).toBeUndefined();
    expect(offer?.plan.refusal({ reason: ' ' })?.code).toBe('request-reason-missing');
    expect(offer?.plan.refusal({ reason: '非本单位职责' })).toBeUndefined();
    expect(offer?.plan.intent({ reason: '非本单位职责' })).toEqual({ path: '/requests/511900_r/return', body: { reason: '非本单位职责' } });
  });

  it('answers a deferral with the whole unless another day is said', () => {
    const asked: RequestEvent = { type: 'DeferralAsked', data: { round: 1, unitId, until: '2013-03-20T09:00:00.000Z', reason: '汛期' } };
    const office = reading({ ...dispatched, ...requestDecider.evolve(dispatched, asked) } as FiledRequest, { caller: { ...caller, roles: ['hotline'] }, standing: { own: [], above: [] } });
    const [offer] = offersOf(office, deferralSteps(office).filter(({ path }) => path === 'deferral-decision'));
    expect(offer?.plan.first).toEqual({ decision: 'granted', until: '2013-03-20' });
    expect(offer?.plan.intent({ decision: 'granted', until: '2013-03-20' }).body).toEqual({ decision: 'granted', until: null, reason: '' });
    expect(offer?.plan.intent({ decision: 'granted', until: '2013-03-15', reason: '五天' }).body).toEqual({ decision: 'granted', until: '2013-03-15T15:59:59.000Z', reason: '五天' });
    expect(offer?.plan.refusal({ decision: 'granted', until: '2013-03-21', reason: '多给' })?.code).toBe('deferral-beyond');
  });

  it("is shut with the request's own reason where an obstacle is real", () => {
    const late = reading(dispatched, { caller: { ...caller, now: '2013-03-04T02:00:00.000Z' } });
    expect(offersOf(late, [giveBack(late)]).map(({ why }) => why?.code)).toEqual(['return-late']);
  });

  it('leaves out what is done already', () => {
    const taking = (now: Reading): Step => ({ title: 'take', path: 'taking', roles: handling, fields: [], command: () => ({ type: 'TakeRequest', data: { standing: now.standing } }), body: () => ({}) });
    const [before, after] = [reading(dispatched), reading({ ...dispatched, status: 'taken' })];
    expect(offersOf(before, [taking(before)])).toHaveLength(1);
    expect(offersOf(after, [taking(after)])).toEqual([]);
  });

  it("leaves out what is for other roles, other units or another time", () => {
    const other = reading(dispatched, { standing: { own: [], above: [] } });
    expect(offersOf(other, [giveBack(other)])).toEqual([]);
    expect(offersOf(reading(dispatched), [decline])).toEqual([]);
    expect(offersOf(reading(dispatched, { caller: { ...caller, roles: ['hotline'] } }), [decline])).toEqual([]);
    expect(offersOf(reading(requestOf(filedRequest()), { caller: { ...caller, roles: ['hotline'] } }), [decline])).toHaveLength(1);
  });
});
