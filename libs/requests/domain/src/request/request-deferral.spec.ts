import { specify } from '@zeren/kernel/testing';
import { heldMinutes } from './unit-clock.js';
import { nextHeed } from './request-clock.js';
import { accept, after, bureau, counting, dispatchTo, filing, lead, nobody, ownedBy, reachAll, reportAt, take, toTown, town, type Step } from './request.samples.js';
import { askedDeferral, type FiledRequest } from './request-state.js';
import type { AskDeferral, DecideDeferral } from './request.commands.js';
import { requestDecider } from './request.js';

const requests = specify(requestDecider);
const taken = [...toTown, take];
const [NOON, AFTERNOON, UNTIL, SOONER] = ['2013-03-01T04:00:00.000Z', '2013-03-01T07:00:00.000Z', '2013-03-11T00:30:00.000Z', '2013-03-06T00:30:00.000Z'];
const district = { tenantId: '511902' };

const asking = (said: Partial<AskDeferral['data']> = {}): AskDeferral => ({ type: 'AskDeferral', data: { until: UNTIL, reason: '汛期不宜拆除', standing: lead, ...said } });
const asked: Step = [asking(), { ...district, now: NOON }];
const deciding = (decision: 'granted' | 'refused', said: Partial<DecideDeferral['data']> = {}): DecideDeferral =>
  ({ type: 'DecideDeferral', data: { ...counting, decision, until: null, reason: '', standing: nobody, ...said } });
const stateOf = (...steps: readonly Step[]) => after(...steps).reduce(requestDecider.evolve, requestDecider.initialState) as FiledRequest;

describe('a deferral', () => {
  it('is asked for by the lead, or whoever stands above it, with a reason and a later day', () => {
    requests.given(...after(...taken)).when(...asked).then({ type: 'DeferralAsked', data: { round: 1, unitId: town.unitId, until: UNTIL, reason: '汛期不宜拆除' } });
    requests.given(...after(...taken)).when(asking({ standing: nobody }), { now: NOON }).thenRefused('request-not-lead');
    requests.given(...after(...taken)).when(asking({ reason: ' ' }), { now: NOON }).thenRefused('request-reason-missing', 'reason');
    requests.given(...after(...taken)).when(asking({ until: NOON }), { now: NOON }).thenRefused('deferral-wrong', 'until');
  });

  it('is asked for before the deadline that runs has passed, and while a unit has it', () => {
    const deadline = '2013-03-01T08:30:00.000Z';
    expect(requests.given(...after(...taken)).when(asking(), { ...district, now: deadline }).outcome()).toHaveLength(1);
    requests.given(...after(...taken)).when(asking(), { ...district, now: '2013-03-01T08:30:00.001Z' }).thenRefused('deferral-late');
    requests.given(...after(...taken, ...reachAll, reportAt(AFTERNOON))).when(asking(), { ...district, now: AFTERNOON }).thenRefused('request-elsewhere');
  });

  it('that waits for an answer is not asked for a second time', () => {
    requests.given(...after(...taken, asked)).when(...asked).then();
    requests.given(...after(...taken, asked)).when(asking({ until: SOONER }), { ...district, now: AFTERNOON }).thenRefused('deferral-asked');
  });

  it('that is asked for stops no clock: deadline, reminders and the unit\'s time run on', () => {
    const [before, during] = [stateOf(...taken), stateOf(...taken, asked)];
    expect(during.stages).toEqual(before.stages);
    expect(nextHeed(during)).toEqual(nextHeed(before));
    expect(during.assignment && heldMinutes(during.assignment, AFTERNOON, counting.calendar)).toBe(150);
  });

  it('is granted whole for the unit\'s own reason, with the stages not yet reached counted from its end', () => {
    expect(requests.given(...after(...taken, asked)).when(deciding('granted'), { now: AFTERNOON }).outcome()).toMatchObject([
      { type: 'RequestDeferred', data: { round: 1, unitId: town.unitId, until: UNTIL, reason: '汛期不宜拆除', heldMinutes: 150, stages: [{ code: 'stop', deadline: { from: UNTIL } }, {}, {}] } },
    ]);
    expect(stateOf(...taken, asked, [deciding('granted'), { now: AFTERNOON }])).toMatchObject({ deferrals: 1, deferralsAsked: [{ status: 'granted', until: UNTIL, grantedUntil: UNTIL }] });
  });

  it('is granted for less with a reason, and never for more than was asked for', () => {
    expect(requests.given(...after(...taken, asked)).when(deciding('granted', { until: SOONER, reason: '五天足够' }), { now: AFTERNOON }).outcome()).toMatchObject([{ data: { until: SOONER, reason: '五天足够' } }]);
    requests.given(...after(...taken, asked)).when(deciding('granted', { until: SOONER }), { now: AFTERNOON }).thenRefused('request-reason-missing', 'reason');
    requests.given(...after(...taken, asked)).when(deciding('granted', { until: '2013-03-12T00:30:00.000Z', reason: '多给' }), { now: AFTERNOON }).thenRefused('deferral-beyond', 'until');
  });

  it('is refused with a reason, and may then be asked for anew while the deadline has not passed', () => {
    const refused: Step = [deciding('refused', { reason: '须即时制止' }), { now: AFTERNOON }];
    requests.given(...after(...taken, asked)).when(...refused).then({ type: 'DeferralRefused', data: { round: 1, unitId: town.unitId, reason: '须即时制止' } });
    requests.given(...after(...taken, asked)).when(deciding('refused'), { now: AFTERNOON }).thenRefused('request-reason-missing', 'reason');
    expect(stateOf(...taken, asked, refused).deferralsAsked).toMatchObject([{ status: 'refused', answer: '须即时制止' }]);
    expect(requests.given(...after(...taken, asked, refused)).when(...asked).outcome()).toHaveLength(1);
  });

  it('is answered by the side that filed it, never by the unit that asked, and only where one was asked for', () => {
    requests.given(...after(...taken, asked)).when(deciding('granted'), { ...district, now: AFTERNOON }).thenRefused('request-not-owner');
    requests.given(...after(...taken, asked)).when(deciding('granted', { standing: lead }), { now: AFTERNOON }).thenRefused('decides-own-request');
    requests.given(...after(...taken)).when(deciding('granted'), { now: AFTERNOON }).thenRefused('deferral-not-asked');
    requests.given(...after(...taken, asked)).when({ type: 'DeferRequest', data: { ...counting, until: UNTIL, reason: '汛期', standing: nobody } }, { now: AFTERNOON }).thenRefused('deferral-open');
  });

  it('that was asked for lapses with its round', () => {
    const back: readonly Step[] = [
      [{ type: 'AskReturn', data: { ...counting, reason: '不在本镇', standing: lead } }, { ...district, now: NOON }],
      [{ type: 'DecideReturn', data: { ...counting, decision: 'accepted', reason: '核实', standing: nobody } }, { now: AFTERNOON }], dispatchTo(ownedBy(), AFTERNOON),
    ];
    expect(askedDeferral(stateOf(...taken, asked, ...back))).toBeUndefined();
    requests.given(...after(...taken, asked, ...back)).when(deciding('granted'), { now: AFTERNOON }).thenRefused('deferral-not-asked');
  });

  it('holds for the supporting units whose parts are still to be reported', () => {
    const other = { unitId: '511900-water', tenantId: '511900' };
    const part: Step = [{ type: 'ReportPart', data: { unitId: bureau.unitId, note: '', photos: [], standing: { own: [bureau.unitId], above: [] } } }, { now: NOON }];
    const jointly: readonly Step[] = [[filing()], accept, dispatchTo(ownedBy(town, [bureau, other])), take, part, asked];
    expect(requests.given(...after(...jointly)).when(deciding('granted'), { now: AFTERNOON }).outcome()).toMatchObject([{ data: { supportingUnitIds: [other.unitId] } }]);
  });
});
