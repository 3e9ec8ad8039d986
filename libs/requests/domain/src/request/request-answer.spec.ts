import { specify } from '@zeren/kernel/testing';
import { isSatisfied } from './request-answer.js';
import { accept, after, answered, counting, dispatchTo, feedBack, filing, reachAll, reportAt, take, toTown, verifyAt, type Step } from './request.samples.js';
import type { FiledRequest } from './request-state.js';
import { requestDecider } from './request.js';

const requests = specify(requestDecider);
const rate = (satisfied: boolean, receipt: string | null = null): Step => [{ type: 'RateAnswer', data: { receipt, satisfied, words: null } }];
const call: Step = [{ type: 'CallBack', data: { reached: true, note: '无异议' } }];
const close = (reason: string | null = null): Step => [{ type: 'CloseRequest', data: { reason } }];
const reopen: Step = [{ type: 'ReopenRequest', data: { ...counting, reason: '又搭起来了' } }, { now: '2013-03-11T02:00:00.000Z' }];

describe('the answer', () => {
  it('is fed back after it was verified, with the outcome that was reported', () => {
    const steps = [...toTown, take, ...reachAll, reportAt('2013-03-04T02:00:00.000Z', { outcome: 'explained' })];
    requests.given(...after(...steps)).when(...feedBack).thenRefused('request-elsewhere');
    requests.given(...after(...steps, verifyAt('2013-03-05T02:00:00.000Z'))).when(...feedBack).then({ type: 'AnswerFedBack', data: { round: 1, way: 'phone', outcome: 'explained' } });
  });

  it('is rated once a round by each of those who asked', () => {
    requests.given(...after(...answered)).when(...rate(true)).then({ type: 'AnswerRated', data: { round: 1, receipt: '20130301-aaaaaaa', satisfied: true, words: null } });
    requests.given(...after(...answered, rate(true))).when(...rate(false)).thenRefused('rated-already');
    requests.given(...after(...answered)).when(...rate(true, '20130301-zzzzzzz')).thenRefused('receipt-unknown', 'receipt');
    requests.given(...after(...toTown)).when(...rate(true)).thenRefused('request-elsewhere');
  });

  it('may still be rated after the request was closed', () => {
    expect(requests.given(...after(...answered, call, close())).when(...rate(false)).outcome()).toHaveLength(1);
  });
});

describe('closing a request', () => {
  it('needs a call-back or a rating, unless nobody can be asked', () => {
    requests.given(...after(...answered)).when(...close()).thenRefused('not-called-back');
    requests.given(...after(...answered, call)).when(...close()).then({ type: 'RequestClosed', data: { outcome: 'solved', satisfied: null, reason: null } });
    const anonymous = after([filing({ disclosure: 'anonymous', requesterId: null })], accept, dispatchTo(), take, ...reachAll, reportAt('2013-03-04T02:00:00.000Z'), verifyAt('2013-03-05T02:00:00.000Z'), feedBack);
    expect(requests.given(...anonymous).when(...close()).outcome()).toHaveLength(1);
  });

  it('on somebody dissatisfied needs a reason', () => {
    requests.given(...after(...answered, rate(false))).when(...close()).thenRefused('dissatisfied-reason', 'reason');
    requests.given(...after(...answered, rate(false))).when(...close('诉求超出政策')).then({ type: 'RequestClosed', data: { outcome: 'solved', satisfied: false, reason: '诉求超出政策' } });
  });

  it('keeps solved, explained and closed apart', () => {
    for (const outcome of ['solved', 'explained', 'closed'] as const) {
      const steps = [...toTown, take, ...reachAll, reportAt('2013-03-04T02:00:00.000Z', { outcome }), verifyAt('2013-03-05T02:00:00.000Z'), feedBack, rate(true)];
      requests.given(...after(...steps)).when(...close()).then({ type: 'RequestClosed', data: { outcome, satisfied: true, reason: null } });
    }
  });
});

describe('reopening a request', () => {
  it('is possible after the answer and after the end; it is dispatched anew, and rated anew', () => {
    expect(requests.given(...after(...answered, rate(false))).when(...reopen).outcome()).toMatchObject([{ type: 'RequestReopened', data: { round: 1, dispatchBy: { at: '2013-03-11T04:00:00.000Z' } } }]);
    const again = after(
      ...answered, rate(false), reopen, dispatchTo(undefined, '2013-03-11T03:00:00.000Z'), take, ...reachAll, reportAt('2013-03-12T02:00:00.000Z'), verifyAt('2013-03-12T03:00:00.000Z'), feedBack, rate(true),
    ).reduce(requestDecider.evolve, requestDecider.initialState) as FiledRequest;
    expect(again).toMatchObject({ round: 2, reopenings: 1 });
    expect(isSatisfied(again)).toBe(true);
    expect(requests.given(...after(...answered, call, close())).when(...reopen).outcome()).toHaveLength(1);
  });
});
