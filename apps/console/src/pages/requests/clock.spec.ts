import { fold } from '@zeren/kernel';
import { requestDecider, type FiledRequest, type RequestEvent } from '@zeren/requests-domain';
import { dueAt, filedRequest, reportedHandling, dispatchedRequest } from '@zeren/requests-domain/testing';
import { lampOf } from './clock.js';

const requestOf = (...events: RequestEvent[]) => fold(requestDecider, events) as FiledRequest;
const acceptBy = { ...dueAt('2013-03-01T03:00:00.000Z'), remindAt: '2013-03-01T02:30:00.000Z' };
const filed = filedRequest({ acceptBy });

describe("the lamp of a request's running deadline", () => {
  it('is green in time, yellow from the reminder on, red after the deadline', () => {
    expect(lampOf(requestOf(filed), '2013-03-01T02:00:00.000Z')).toBe('green');
    expect(lampOf(requestOf(filed), '2013-03-01T02:30:00.000Z')).toBe('yellow');
    expect(lampOf(requestOf(filed), '2013-03-01T03:00:00.000Z')).toBe('yellow');
    expect(lampOf(requestOf(filed), '2013-03-01T03:00:00.001Z')).toBe('red');
  });

  it('is that of the step it is at: a deadline that was met lights no more', () => {
    const accepted: RequestEvent = { type: 'RequestAccepted', data: { matterCode: 'E01-01', dispatchBy: dueAt('2013-03-02T03:00:00.000Z') } };
    const dispatched = requestOf(filed, accepted, dispatchedRequest('511902001', '2013-03-08T10:00:00.000Z'));
    expect(lampOf(dispatched, '2013-03-03T00:00:00.000Z')).toBe('green');
    expect(lampOf(dispatched, '2013-03-09T00:00:00.000Z')).toBe('red');
    const reported = requestOf(filed, accepted, dispatchedRequest('511902001', '2013-03-08T10:00:00.000Z'), { type: 'RequestTaken', data: { round: 1, unitId: '511902001' } }, reportedHandling('511902001'));
    expect(lampOf(reported, '2013-03-09T00:00:00.000Z')).toBe('grey');
  });
});
