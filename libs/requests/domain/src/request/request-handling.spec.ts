import { specify } from '@zeren/kernel/testing';
import { accept, after, bureau, counting, dispatchTo, filing, lead, nobody, ownedBy, reachAll, reportAt, take, toTown, town, verifyAt, type Step } from './request.samples.js';
import { requestDecider } from './request.js';

const requests = specify(requestDecider);
const taken = [...toTown, take];
const joint = [[filing()], accept, dispatchTo(ownedBy(town, [bureau])), take] as const satisfies readonly Step[];
const part = (now = '2013-03-01T04:00:00.000Z'): Step =>
  [{ type: 'ReportPart', data: { unitId: bureau.unitId, note: '已清运', photos: [], standing: { own: [bureau.unitId], above: [] } } }, { now }];

describe('handling', () => {
  it('begins when the lead, or a unit above it, takes it in hand', () => {
    requests.given(...after(...toTown)).when(...take).then({ type: 'RequestTaken', data: { round: 1, unitId: town.unitId } });
    requests.given(...after(...toTown)).when({ type: 'TakeRequest', data: { standing: { own: [], above: [town.unitId] } } }).then({ type: 'RequestTaken', data: { round: 1, unitId: town.unitId } });
    requests.given(...after(...toTown)).when({ type: 'TakeRequest', data: { standing: nobody } }).thenRefused('request-not-lead');
    requests.given(...after(...taken)).when(...take).then();
  });

  it('goes stage by stage, in order, each once', () => {
    const reach = (stageCode: string) => ({ type: 'ReachStage', data: { stageCode, note: '', standing: lead } }) as const;
    requests.given(...after(...taken)).when(reach('stop')).then({ type: 'StageReached', data: { round: 1, unitId: town.unitId, stageCode: 'stop', note: '' } });
    requests.given(...after(...taken)).when(reach('demolish')).thenRefused('stage-order', 'stageCode');
    requests.given(...after(...taken)).when(reach('paint')).thenRefused('stage-unknown', 'stageCode');
    requests.given(...after(...taken, [reach('stop')])).when(reach('stop')).then();
  });

  it('counts only working minutes in which the unit had it', () => {
    expect(after(...taken, ...reachAll, reportAt('2013-03-04T02:00:00.000Z')).at(-1)).toMatchObject({ type: 'HandlingReported', data: { heldMinutes: 90 + 240 + 90 } });
  });

  it('leaves out the time for which it was deferred, and counts what is left of the stages from its end', () => {
    const defer: Step = [{ type: 'DeferRequest', data: { ...counting, until: '2013-03-11T00:30:00.000Z', reason: '汛期不宜拆除', standing: nobody } }, { now: '2013-03-01T04:00:00.000Z' }];
    const deferred = after(...taken, reachAll[0] as Step, defer);
    expect(deferred.at(-1)).toMatchObject({
      type: 'RequestDeferred',
      data: { heldMinutes: 90, stages: [{ code: 'penalise', deadline: { from: '2013-03-11T00:30:00.000Z', at: '2013-03-20T10:00:00.000Z' } }, { code: 'demolish' }] },
    });
    expect(after(...taken, ...reachAll, defer, reportAt('2013-03-11T01:30:00.000Z')).at(-1)).toMatchObject({ data: { heldMinutes: 90 + 60 } });
  });

  it('is deferred by the side that filed it, with a reason, until a later day; never by the unit itself', () => {
    const defer = (until: string, standing = nobody) => ({ type: 'DeferRequest', data: { ...counting, until, reason: '汛期', standing } }) as const;
    requests.given(...after(...taken)).when(defer('2013-03-11T00:30:00.000Z'), { tenantId: '511902' }).thenRefused('request-not-owner');
    requests.given(...after(...taken)).when(defer('2013-03-11T00:30:00.000Z', lead)).thenRefused('decides-own-request');
    requests.given(...after(...taken)).when(defer('2013-03-01T02:00:00.000Z')).thenRefused('deferral-wrong', 'until');
  });

  it('ends with a report of the lead: solved, explained or closed, with an answer that holds no phone number', () => {
    expect(requests.given(...after(...taken)).when(...reportAt('2013-03-04T02:00:00.000Z', { outcome: 'explained' })).outcome()).toMatchObject([{ data: { outcome: 'explained' } }]);
    requests.given(...after(...taken)).when(...reportAt('2013-03-04T02:00:00.000Z', { answer: '' })).thenRefused('answer-missing', 'answer');
    requests.given(...after(...taken)).when(...reportAt('2013-03-04T02:00:00.000Z', { answer: '请联系13812345678' })).thenRefused('text-holds-phone', 'answer');
    requests.given(...after(...toTown)).when(...reportAt('2013-03-04T02:00:00.000Z')).thenRefused('request-elsewhere');
  });
});

describe('joint handling', () => {
  it('has one lead, who reports when every supporting unit has reported its part', () => {
    requests.given(...after(...joint)).when(...reportAt('2013-03-04T02:00:00.000Z')).thenRefused('parts-missing');
    expect(requests.given(...after(...joint, part())).when(...reportAt('2013-03-04T02:00:00.000Z')).outcome()).toHaveLength(1);
  });

  it('takes a part once, from a unit that supports', () => {
    requests.given(...after(...joint, part())).when(...part()).then();
    requests.given(...after(...joint)).when({ type: 'ReportPart', data: { unitId: bureau.unitId, note: '', photos: [], standing: lead } }).thenRefused('request-not-handling');
    requests.given(...after(...joint)).when({ type: 'ReportPart', data: { unitId: town.unitId, note: '', photos: [], standing: lead } }).thenRefused('part-not-supporting', 'unitId');
  });
});

describe('verification', () => {
  const reported = after(...taken, ...reachAll, reportAt('2013-03-04T02:00:00.000Z'));

  it('is by somebody who did not handle it, and starts the term to feed back, one working day by default', () => {
    expect(requests.given(...reported).when(...verifyAt('2013-03-05T02:00:00.000Z')).outcome()).toMatchObject([
      { type: 'HandlingVerified', data: { round: 1, feedBackBy: { at: '2013-03-06T10:00:00.000Z' } } },
    ]);
    requests.given(...reported).when({ type: 'VerifyHandling', data: { ...counting, note: '', standing: lead } }).thenRefused('verifier-handled');
    requests.given(...reported).when({ type: 'VerifyHandling', data: { ...counting, note: '', standing: nobody } }, { tenantId: '511903' }).thenRefused('request-not-owner');
  });

  it('that fails is rework of a new round, with every stage counted anew', () => {
    const back: Step = [{ type: 'SendBack', data: { ...counting, reason: '仍有残留', standing: nobody } }, { now: '2013-03-05T02:00:00.000Z' }];
    expect(requests.given(...reported).when(...back).outcome()).toMatchObject([
      { type: 'HandlingSentBack', data: { round: 2, unitId: town.unitId, stages: [{ code: 'stop', deadline: { from: '2013-03-05T02:00:00.000Z' } }, {}, {}] } },
    ]);
    const again = after(...taken, ...reachAll, reportAt('2013-03-04T02:00:00.000Z'), back, ...reachAll, reportAt('2013-03-05T03:00:00.000Z')).reduce(requestDecider.evolve, requestDecider.initialState);
    expect(again).toMatchObject({ reworks: 1, round: 2, clocks: [{ heldMinutes: 420 + 60 }] });
  });
});
