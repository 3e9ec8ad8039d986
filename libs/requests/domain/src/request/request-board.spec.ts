import { recorded, specifyProjection } from '@zeren/kernel/testing';
import { requestBoard } from './request-board.js';
import { accept, after, answered, counting, dispatchTo, filing, lead, nobody, ownedBy, rubbish, toTown, type Step } from './request.samples.js';

const board = specifyProjection(requestBoard);

/** The events of steps as they would be recorded, the first so many before anybody else reads them. */
const history = (steps: readonly Step[], readersOf: (index: number, type: string) => readonly string[] = () => []) =>
  after(...steps).map((event, revision) => recorded(event, {
    stream: 'request-511900_a', revision, metadata: { occurredAt: `2013-03-${String(1 + revision).padStart(2, '0')}T02:00:00.000Z`, sharedWith: readersOf(revision, event.type) },
  }));
const laneAfter = (...steps: readonly Step[]) => board.given(...history(steps)).rows()[0]?.lane;

describe('the board of requests', () => {
  it('says what each request waits for', () => {
    expect(laneAfter([filing()])).toBe('to-accept');
    expect(laneAfter([filing()], accept)).toBe('to-dispatch');
    expect(laneAfter([filing()], accept, dispatchTo({ kind: 'vacuum' }))).toBe('unowned');
    expect(laneAfter(...toTown)).toBe('in-hand');
    expect(laneAfter(...toTown, [{ type: 'AskReturn', data: { ...counting, reason: '不在本镇', standing: lead } }])).toBe('to-arbitrate');
    expect(laneAfter(...answered.slice(0, -2))).toBe('to-verify');
    expect(laneAfter(...answered.slice(0, -1))).toBe('to-feed-back');
    expect(laneAfter(...answered)).toBe('to-call-back');
    expect(laneAfter(...answered, [{ type: 'RateAnswer', data: { receipt: null, satisfied: true, words: null } }], [{ type: 'CloseRequest', data: { reason: null } }])).toBe('ended');
  });

  it('shows the deadline that runs, when the clock looks at it next, and when each fast stage was reached', () => {
    expect(board.given(...history(toTown)).rows()).toMatchObject([{
      dueAt: '2013-03-01T08:30:00.000Z', dueStage: 'handling', orderAt: '2013-03-01T08:30:00.000Z', nextHeedAt: '2013-03-01T07:00:00.000Z', isOverdue: false, leadUnitId: '511902001',
      filedAt: '2013-03-01T02:00:00.000Z', acceptedAt: '2013-03-02T02:00:00.000Z', dispatchedAt: '2013-03-04T02:00:00.000Z', reportedAt: null, answeredAt: null, endedAt: null,
    }]);
  });

  it('marks what waits for an answer to a unit that asked for a deferral, and nothing once it is answered', () => {
    const now = '2013-03-01T04:00:00.000Z';
    const asked: Step = [{ type: 'AskDeferral', data: { until: '2013-03-11T00:30:00.000Z', reason: '汛期', standing: lead } }, { now }];
    const refused: Step = [{ type: 'DecideDeferral', data: { ...counting, decision: 'refused', until: null, reason: '须即办', standing: nobody } }, { now }];
    expect(board.given(...history([...toTown, asked])).rows()).toMatchObject([{ isDeferralAsked: true, lane: 'in-hand', dueAt: '2013-03-01T08:30:00.000Z' }]);
    expect(board.given(...history([...toTown, asked, refused])).rows()).toMatchObject([{ isDeferralAsked: false }]);
  });

  it('is overdue from when the clock said so until the next deadline runs', () => {
    const overdue: Step = [{ type: 'HeedDeadline', data: { escalateTo: { unitId: '511902', tenantId: '511902' } } }, { now: '2013-03-01T08:30:00.000Z' }];
    expect(board.given(...history([...toTown, overdue])).rows()).toMatchObject([{ isOverdue: true }]);
    const reach: Step = [{ type: 'ReachStage', data: { stageCode: 'stop', note: '', standing: lead } }];
    const take: Step = [{ type: 'TakeRequest', data: { standing: lead } }];
    expect(board.given(...history([...toTown, take, overdue, reach])).rows()).toMatchObject([{ isOverdue: false }]);
  });

  it('shows another tenant what was disclosed to it, and leaves it with what it knew when it was taken back', () => {
    const back: readonly Step[] = [
      [{ type: 'AskReturn', data: { ...counting, reason: '不在本镇', standing: lead } }, { now: '2013-03-01T03:30:00.000Z' }],
      [{ type: 'DecideReturn', data: { ...counting, decision: 'accepted', reason: '核实', standing: nobody } }],
    ];
    const steps = [...toTown, ...back, dispatchTo(ownedBy({ unitId: '511900-urban', tenantId: '511900' }), undefined, rubbish)];
    const shared = history(steps, (index) => (index >= 2 && index <= 5 ? ['511902'] : []));
    const district = board.given(...shared).rows().find(({ readerTenantId }) => readerTenantId === '511902');
    expect(district).toMatchObject({ ownerTenantId: '511900', subject: '屋后违法搭建', status: 'accepted', lane: 'away', nextHeedAt: null, leadUnitId: null });
    expect(district?.steps.map(({ type }) => type)).toEqual(['RequestDisclosed', 'RequestDispatched', 'ReturnAsked', 'ReturnAccepted']);
  });

  it('tells nobody the hash of a receipt\'s secret', () => {
    const joined = { fromRequestId: '511900_b', requesterId: null, receipt: '20130301-bbbbbbb', receiptSecretHash: 'b'.repeat(64), filedAt: '2013-03-01T03:00:00.000Z' };
    const rows = board.given(...history([...toTown, [{ type: 'JoinRequester', data: joined }]])).rows();
    expect(JSON.stringify(rows)).not.toMatch(/(a{64}|b{64})/);
    expect(rows).toMatchObject([{ request: { joined: [{ receipt: '20130301-bbbbbbb' }] } }]);
  });
});
