import { fold } from '@zeren/kernel';
import { defaultCalendar } from '@zeren/organisation-domain';
import { requestDecider, type FiledRequest, type RequestEvent } from '@zeren/requests-domain';
import { dueAt, filedRequest, reportedHandling, dispatchedRequest } from '@zeren/requests-domain/testing';
import { lampOf, minutesBetween, spanTo } from './clock.js';

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

describe('the time left until a deadline', () => {
  const night = '2013-03-01T16:20:30.000Z';

  it('is counted by every clock where its term is, even at night', () => {
    expect(spanTo({ at: '2013-03-01T16:30:00.000Z', term: { value: 30, unit: 'minute' } }, night, defaultCalendar)).toEqual({ isLate: false, isWorking: false, minutes: 10 });
    expect(spanTo({ at: '2013-03-01T15:20:00.000Z', term: { value: 1, unit: 'clock-hour' } }, night, defaultCalendar)).toEqual({ isLate: true, isWorking: false, minutes: 60 });
  });

  it('is working time where its term is counted so, and then none passes at night', () => {
    const at = '2013-03-01T16:30:00.000Z';
    expect(spanTo({ at, term: { value: 2, unit: 'working-hour' } }, night, defaultCalendar)).toEqual({ isLate: false, isWorking: true, minutes: 0 });
  });

  it('agrees with the minutes that are shown', () => {
    expect(minutesBetween('2013-03-12T01:00:40.000Z', '2013-03-12T01:20:10.000Z')).toBe(20);
  });
});
