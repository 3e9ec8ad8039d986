import { specify } from '@zeren/kernel/testing';
import { accept, after, answered, bureau, counting, dispatchTo, filing, ownedBy, rubbish, toTown } from './request.samples.js';
import { requestDecider } from './request.js';

const requests = specify(requestDecider);

describe('filing a request', () => {
  it('starts the requester\'s clock and the term to take it on, thirty minutes by default', () => {
    const [filed] = requests.given().when(filing()).outcome();
    expect(filed).toMatchObject({
      type: 'RequestFiled',
      data: { ownerTenantId: '511900', filedAt: '2013-03-01T02:00:00.000Z', matterCode: null, acceptBy: { at: '2013-03-01T02:30:00.000Z', from: '2013-03-01T02:00:00.000Z', provisional: false } },
    });
  });

  it('reminds when three quarters of a term have passed, and goes one level up two working hours after it', () => {
    const [filed] = requests.given().when(filing()).outcome();
    expect(filed).toMatchObject({ data: { acceptBy: { remindAt: '2013-03-01T02:22:30.000Z', escalateAt: '2013-03-01T06:30:00.000Z' } } });
  });

  it('of something urgent is to be taken on within fifteen minutes', () => {
    expect(requests.given().when(filing({ urgentReason: '井盖缺失' })).outcome()).toMatchObject([{ data: { acceptBy: { at: '2013-03-01T02:15:00.000Z' } } }]);
  });

  it('repeated changes nothing; with other content it is refused', () => {
    requests.given(...after([filing()])).when(filing()).then();
    requests.given(...after([filing()])).when(filing({ subject: '别的事' })).thenRefused('request-exists');
  });

  it('refuses an unknown class, a place outside the tenant, an empty subject and more than nine photos', () => {
    requests.given().when(filing({ matter: { code: 'X', known: null }, atOnce: { verdict: ownedBy() } })).thenRefused('matter-unknown', 'matterCode');
    requests.given().when(filing({ isInside: false })).thenRefused('place-outside', 'place.areaUnitId');
    requests.given().when(filing({ subject: '  ' })).thenRefused('request-subject-missing', 'subject');
    const photos = Array.from({ length: 10 }, (_, index) => ({ hash: String(index).repeat(64), size: 1, mediaType: 'image/jpeg', takenAt: null, point: null }));
    requests.given().when(filing({ photos })).thenRefused('request-photos-many', 'photos');
  });

  it('keeps markup in a text as text, and no phone number in one that is public', () => {
    const subject = '<script>alert(1)</script><b>路灯</b>';
    expect(requests.given().when(filing({ subject })).outcome()).toMatchObject([{ data: { subject } }]);
    requests.given().when(filing({ subject: '请回电13812345678' })).thenRefused('text-holds-phone', 'subject');
  });

  it('on the phone is taken on and routed in the same breath', () => {
    const types = requests.given().when(filing({ matter: rubbish, atOnce: { verdict: ownedBy(bureau) } })).outcome().map(({ type }) => type);
    expect(types).toEqual(['RequestFiled', 'RequestAccepted', 'RequestDispatched']);
    const unowned = requests.given().when(filing({ matter: rubbish, atOnce: { verdict: { kind: 'vacuum' } } })).outcome().map(({ type }) => type);
    expect(unowned).toEqual(['RequestFiled', 'RequestAccepted', 'RequestFoundUnowned']);
  });
});

describe('taking a request on', () => {
  it('names its class and starts the term to split responsibility, two working hours by default', () => {
    expect(requests.given(...after([filing()])).when(...accept).outcome()).toMatchObject([
      { type: 'RequestAccepted', data: { matterCode: 'E07-01', dispatchBy: { at: '2013-03-01T06:10:00.000Z' } } },
    ]);
  });

  it('is for the side with which it was filed', () => {
    requests.given(...after([filing()])).when(accept[0], { tenantId: '511902' }).thenRefused('request-not-owner');
  });

  it('can be declined with a reason instead, and not after it was taken on', () => {
    requests.given(...after([filing()])).when({ type: 'DeclineRequest', data: { reason: '属诉讼事项' } }).then({ type: 'RequestDeclined', data: { reason: '属诉讼事项' } });
    requests.given(...after([filing()])).when({ type: 'DeclineRequest', data: { reason: ' ' } }).thenRefused('request-reason-missing', 'reason');
    requests.given(...after([filing()], accept)).when({ type: 'DeclineRequest', data: { reason: '属诉讼事项' } }).thenRefused('request-elsewhere');
  });

  it('can be corrected to another class, with a reason, before it is dispatched', () => {
    const reclassify = { type: 'ReclassifyRequest', data: { matter: rubbish, reason: '实为垃圾' } } as const;
    requests.given(...after([filing()], accept)).when(reclassify).then({ type: 'RequestReclassified', data: { matterCode: 'E01-02', reason: '实为垃圾' } });
    requests.given(...after(...toTown)).when(reclassify).thenRefused('request-elsewhere');
  });
});

describe('merging a request', () => {
  const merge = (said: { intoRequestId?: string; isIntoOpen?: boolean } = {}) =>
    ({ type: 'MergeRequest', data: { requestId: '511900_a', intoRequestId: '511900_b', isIntoOpen: true, reason: '同一事项', ...said } }) as const;
  const joined = { fromRequestId: '511900_b', requesterId: null, receipt: '20130301-bbbbbbb', receiptSecretHash: 'b'.repeat(64), filedAt: '2013-03-01T03:00:00.000Z' };

  it('ends it, for a reason, in another one that is open', () => {
    requests.given(...after([filing()])).when(merge()).then({ type: 'RequestMerged', data: { intoRequestId: '511900_b', reason: '同一事项' } });
    requests.given(...after([filing()])).when(merge({ isIntoOpen: false })).thenRefused('merge-wrong', 'intoRequestId');
    requests.given(...after([filing()])).when(merge({ intoRequestId: '511900_a' })).thenRefused('merge-wrong', 'intoRequestId');
    requests.given(...after([filing()], [merge()])).when(accept[0]).thenRefused('request-merged');
  });

  it('keeps every requester, once, also where the other one has ended meanwhile', () => {
    requests.given(...after(...toTown)).when({ type: 'JoinRequester', data: joined }).then({ type: 'RequesterJoined', data: joined });
    requests.given(...after(...toTown, [{ type: 'JoinRequester', data: joined }])).when({ type: 'JoinRequester', data: joined }).then();
    const call = { type: 'CallBack', data: { reached: true, note: '' } } as const;
    const closed = after(...answered, [call], [{ type: 'CloseRequest', data: { reason: null } }]);
    requests.given(...closed).when({ type: 'JoinRequester', data: joined }).then({ type: 'RequesterJoined', data: joined });
  });

  it('lets each of those who asked rate the answer', () => {
    const events = after(...answered, [{ type: 'JoinRequester', data: joined }], [{ type: 'RateAnswer', data: { receipt: null, satisfied: true, words: null } }]);
    requests.given(...events).when({ type: 'RateAnswer', data: { receipt: joined.receipt, satisfied: false, words: null } })
      .then({ type: 'AnswerRated', data: { round: 1, receipt: joined.receipt, satisfied: false, words: null } });
  });
});

it('a command on what was never filed is refused', () => {
  requests.given().when({ type: 'RecomputeDeadlines', data: counting }).thenRefused('request-not-filed');
  requests.given(...after([filing()])).when(dispatchTo()[0]).thenRefused('request-elsewhere');
});
