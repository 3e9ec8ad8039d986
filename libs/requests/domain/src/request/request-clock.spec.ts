import { defaultCalendar } from '@zeren/organisation-domain';
import { specify } from '@zeren/kernel/testing';
import { nextHeed } from './request-clock.js';
import { after, counting, dispatchTo, filing, ownedBy, reportAt, rubbish, accept, take, toTown, town, lead, nobody, type Step } from './request.samples.js';
import type { FiledRequest } from './request-state.js';
import { requestDecider } from './request.js';

const requests = specify(requestDecider);
const district = { unitId: '511902', tenantId: '511902' };
/** Dispatched at 10:30, to be removed by 16:30; three quarters have passed at 15:00. */
const rubbishToTown = [[filing()], accept, dispatchTo(ownedBy(), '2013-03-01T02:30:00.000Z', rubbish)] as const satisfies readonly Step[];
const heed = (now: string): Step => [{ type: 'HeedDeadline', data: { escalateTo: district } }, { actorId: 'zeren.clock', roles: [], now }];
const stateOf = (...steps: readonly Step[]) => after(...steps).reduce(requestDecider.evolve, requestDecider.initialState) as FiledRequest;

describe('the clock', () => {
  it('reminds the unit once before a deadline, once after it, and then tells one level up', () => {
    const before = heed('2013-03-01T07:00:00.000Z');
    requests.given(...after(...rubbishToTown)).when(...heed('2013-03-01T06:59:59.999Z')).then();
    requests.given(...after(...rubbishToTown)).when(...before)
      .then({ type: 'DeadlineReminded', data: { round: 1, stage: 'handling', when: 'before', deadlineAt: '2013-03-01T08:30:00.000Z', unitId: town.unitId } });
    requests.given(...after(...rubbishToTown, before)).when(...before).then();
    const late = heed('2013-03-01T08:30:00.000Z');
    requests.given(...after(...rubbishToTown, before)).when(...late)
      .then({ type: 'DeadlineReminded', data: { round: 1, stage: 'handling', when: 'after', deadlineAt: '2013-03-01T08:30:00.000Z', unitId: town.unitId } });
    const up = heed('2013-03-04T01:00:00.000Z');
    requests.given(...after(...rubbishToTown, before, late)).when(...up)
      .then({ type: 'DeadlineEscalated', data: { round: 1, stage: 'handling', deadlineAt: '2013-03-01T08:30:00.000Z', toUnitId: '511902', toTenantId: '511902' } });
    requests.given(...after(...rubbishToTown, before, late, up)).when(...heed('2014-01-01T00:00:00.000Z')).then();
  });

  it('that stood still does everything that is due at once, and leaves out a reminder before what has passed', () => {
    expect(requests.given(...after(...rubbishToTown)).when(...heed('2013-03-05T01:00:00.000Z')).outcome().map(({ type, data }) => [type, 'when' in data ? data.when : ''])).toEqual([
      ['DeadlineReminded', 'after'], ['DeadlineEscalated', ''],
    ]);
    expect(nextHeed(stateOf(...rubbishToTown, heed('2013-03-05T01:00:00.000Z')))).toBeNull();
  });

  it('goes by the stage that comes next, and by nothing once handling is reported', () => {
    expect(nextHeed(stateOf(...toTown))?.at).toBe('2013-03-01T07:00:00.000Z');
    const stopped = [...toTown, take, [{ type: 'ReachStage', data: { stageCode: 'stop', note: '', standing: lead } }, { tenantId: '511902' }]] as readonly Step[];
    expect(nextHeed(stateOf(...stopped))?.at).toMatch(/^2013-03-0[89]/);
    expect(nextHeed(stateOf(...rubbishToTown, take, reportAt('2013-03-01T05:00:00.000Z')))).toBeNull();
    requests.given(...after(...rubbishToTown, take, reportAt('2013-03-01T05:00:00.000Z'))).when(...heed('2013-03-05T01:00:00.000Z')).then();
  });

  it('is armed anew after a return, a rework or a deferral, for those are other deadlines', () => {
    const overdue = heed('2013-03-05T01:00:00.000Z');
    const defer: Step = [{ type: 'DeferRequest', data: { ...counting, until: '2013-03-11T00:30:00.000Z', reason: '汛期', standing: nobody } }, { now: '2013-03-05T02:00:00.000Z' }];
    expect(nextHeed(stateOf(...rubbishToTown, overdue, defer))).toMatchObject({ what: 'before', at: '2013-03-11T05:00:00.000Z' });
    const back: Step = [{ type: 'SendBack', data: { ...counting, reason: '仍有残留', standing: nobody } }, { now: '2013-03-06T02:00:00.000Z' }];
    expect(nextHeed(stateOf(...rubbishToTown, overdue, take, reportAt('2013-03-05T02:00:00.000Z'), back))).toMatchObject({ what: 'before' });
  });

  it('watches the terms to take on, to split, to arbitrate and to feed back, which are the dispatching side\'s', () => {
    requests.given(...after([filing()])).when(...heed('2013-03-01T02:30:00.000Z'))
      .then({ type: 'DeadlineReminded', data: { round: 0, stage: 'acceptance', when: 'after', deadlineAt: '2013-03-01T02:30:00.000Z', unitId: null } });
    expect(requests.given(...after([filing()], accept)).when(...heed('2013-03-01T06:10:00.000Z')).outcome()).toMatchObject([{ data: { stage: 'dispatch', when: 'after' } }]);
  });
});

describe('a deadline on a calendar that is not published', () => {
  const weekAlone = { ...counting, calendar: defaultCalendar };
  const provisional = after([filing()], [{ type: 'AcceptRequest', data: { ...weekAlone, matter: rubbish } }, { now: '2013-02-08T09:00:00.000Z' }]);

  it('is counted by the week alone and says so', () => {
    expect(provisional.at(-1)).toMatchObject({ type: 'RequestAccepted', data: { dispatchBy: { at: '2013-02-11T01:30:00.000Z', provisional: true } } });
  });

  it('is counted anew, from the same moment, by an event of its own once the year is published', () => {
    expect(requests.given(...provisional).when({ type: 'RecomputeDeadlines', data: counting }).outcome()).toMatchObject([
      { type: 'DeadlinesRecomputed', data: { acceptBy: null, dispatchBy: { from: '2013-02-08T09:00:00.000Z', at: '2013-02-16T01:30:00.000Z', provisional: false }, stages: [] } },
    ]);
    requests.given(...provisional).when({ type: 'RecomputeDeadlines', data: weekAlone }).thenRefused('year-not-published');
    const anew = requests.given(...provisional).when({ type: 'RecomputeDeadlines', data: counting }).outcome();
    requests.given(...provisional, ...anew).when({ type: 'RecomputeDeadlines', data: counting }).then();
  });

  it('of handling is counted anew stage by stage', () => {
    const dispatched: Step = [{ type: 'DispatchRequest', data: { ...weekAlone, matter: rubbish, verdict: ownedBy() } }, { now: '2013-02-08T09:00:00.000Z' }];
    const events = after([filing()], accept, dispatched);
    expect(requests.given(...events).when({ type: 'RecomputeDeadlines', data: counting }).outcome()).toMatchObject([
      { data: { returnBy: { at: '2013-02-16T10:00:00.000Z' }, stages: [{ code: '1', deadline: { at: '2013-02-16T03:30:00.000Z', provisional: false } }] } },
    ]);
  });
});
