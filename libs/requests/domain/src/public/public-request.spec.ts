import { specifyProjection } from '@zeren/kernel/testing';
import type { RequestEvent, RequestFiled } from '../request/request.events.js';
import { dispatchedRequest, dueAt, filedRequest, reportedHandling, requestHistory } from '../testing/index.js';
import { publicRequestProjection } from './public-request.js';

type Moment = readonly [at: string, event: RequestEvent];

const filed = (said: Partial<RequestFiled['data']> = {}): Moment => ['2013-03-01T01:00:00.000Z', filedRequest({ receipt: 'R-1', ...said })];
const accepted: Moment = ['2013-03-01T01:10:00.000Z', { type: 'RequestAccepted', data: { matterCode: 'E01-01', dispatchBy: dueAt('2013-03-01T03:00:00.000Z') } }];
const dispatched: Moment = ['2013-03-01T01:20:00.000Z', dispatchedRequest('511902-lighting', '2013-03-04T08:00:00.000Z')];
const reported: Moment = ['2013-03-02T01:00:00.000Z', reportedHandling('511902-lighting')];
const verified: Moment = ['2013-03-02T02:00:00.000Z', { type: 'HandlingVerified', data: { round: 1, note: '', feedBackBy: dueAt('2013-03-04T02:00:00.000Z') } }];
const told: Moment = ['2013-03-02T03:00:00.000Z', { type: 'AnswerFedBack', data: { round: 1, way: 'page', outcome: 'solved' } }];
const { given } = specifyProjection(publicRequestProjection);
const rowAfter = (...moments: Moment[]) => given(...(requestHistory(moments) as Parameters<typeof given>)).rows()[0];

describe('what anybody may know of a request', () => {
  it('is nothing before it was accepted; then what was asked, who answers and how fast', () => {
    expect(rowAfter(filed())).toMatchObject({ state: 'received', isPublic: false });
    expect(rowAfter(filed(), accepted, dispatched)).toMatchObject({
      state: 'in-hand', isPublic: true, isOpen: true, subject: '路灯不亮', leadUnitId: '511902-lighting', dueAt: '2013-03-04T08:00:00.000Z',
    });
  });

  it('is nothing of a dispute, nothing that was asked in confidence, and nothing that was declined', () => {
    expect(rowAfter(filed({ kind: 'dispute' }), accepted)).toMatchObject({ isPublic: false });
    expect(rowAfter(filed({ disclosure: 'confidential' }), accepted)).toMatchObject({ isPublic: false });
    const declined: Moment = ['2013-03-01T01:10:00.000Z', { type: 'RequestDeclined', data: { reason: '不属受理范围' } }];
    expect(rowAfter(filed(), accepted, declined)).toMatchObject({ isPublic: false, state: 'declined', answer: '不属受理范围' });
  });

  it('is the answer once the requester was told, not before', () => {
    expect(rowAfter(filed(), accepted, dispatched, reported, verified)).toMatchObject({ state: 'reported', isOpen: true, answer: null, outcome: null });
    expect(rowAfter(filed(), accepted, dispatched, reported, verified, told)).toMatchObject({
      state: 'answered', isOpen: false, answer: '已修复', outcome: 'solved', answeredAt: '2013-03-02T03:00:00.000Z',
    });
  });

  it('is the photos that came with the answer, without where and when they were taken, and none that whoever asked sent along', () => {
    const photo = { hash: 'b'.repeat(64), size: 1_000, mediaType: 'image/jpeg', takenAt: '2013-03-02T00:50:00.000Z', point: { latitude: '31.86', longitude: '106.75' } };
    const [at, event] = reported;
    const shown: Moment = [at, { ...event, data: { ...event.data, photos: [photo] } } as RequestEvent];
    const asked = filed({ photos: [{ ...photo, hash: 'c'.repeat(64) }] });
    expect(rowAfter(asked, accepted, dispatched, shown, verified)).toMatchObject({ photos: [] });
    expect(rowAfter(asked, accepted, dispatched, shown, verified, told)?.photos).toEqual([{ hash: photo.hash, size: 1_000, mediaType: 'image/jpeg' }]);
  });

  it('is open again, without the answer, once it was reopened', () => {
    const reopened: Moment = ['2013-03-03T03:00:00.000Z', { type: 'RequestReopened', data: { round: 1, reason: '又坏了', dispatchBy: dueAt('2013-03-04T03:00:00.000Z') } }];
    expect(rowAfter(filed(), accepted, dispatched, reported, verified, told, reopened)).toMatchObject({ state: 'accepted', isOpen: true, answer: null, leadUnitId: null });
  });

  it('is how many asked for the same; what went into another stands there', () => {
    const joined: Moment = ['2013-03-01T02:00:00.000Z', {
      type: 'RequesterJoined', data: { fromRequestId: '511900_2', requesterId: null, receipt: 'R-2', receiptSecretHash: 'b'.repeat(64), filedAt: '2013-03-01T02:00:00.000Z' },
    }];
    const merged: Moment = ['2013-03-01T02:00:00.000Z', { type: 'RequestMerged', data: { intoRequestId: '511900_9', reason: '同一事项' } }];
    expect(rowAfter(filed(), accepted, joined)).toMatchObject({ askedBy: 2 });
    expect(rowAfter(filed(), accepted, merged)).toMatchObject({ state: 'merged', isPublic: false, mergedInto: '511900_9' });
  });

  it('never says who asked: no name, no key, nothing sealed', () => {
    const words = { keyId: '511900_person', nonce: 'bm9uY2U=', text: 'c2VhbGVk' };
    const row = rowAfter(filed({ requesterId: '511900_person', disclosure: 'open', words }), accepted, dispatched);
    expect(JSON.stringify(row)).not.toMatch(/person|c2VhbGVk|bm9uY2U/);
  });
});
