import { specify } from '@zeren/kernel/testing';
import { accept, after, bureau, counting, dispatchTo, filing, lead, nobody, ownedBy, reportAt, rubbish, take, toTown, town, type Step } from './request.samples.js';
import { requestDecider } from './request.js';

const requests = specify(requestDecider);
const accepted = after([filing()], accept);

const askReturn = (now = '2013-03-01T03:30:00.000Z', reason = '不在本镇'): Step =>
  [{ type: 'AskReturn', data: { ...counting, reason, standing: lead } }, { tenantId: '511902', now }];
const decideReturn = (decision: 'accepted' | 'refused', now = '2013-03-01T07:00:00.000Z'): Step =>
  [{ type: 'DecideReturn', data: { ...counting, decision, reason: '核实', standing: nobody } }, { now }];

describe('splitting responsibility', () => {
  it('goes by the row of the matrix, which it names, and counts each stage of the class from dispatch', () => {
    const [, dispatched] = requests.given(...accepted).when(...dispatchTo()).outcome();
    expect(dispatched).toMatchObject({
      type: 'RequestDispatched',
      data: {
        round: 1, matterCode: 'E07-01', lead: town, route: { by: 'matrix', rowId: '1.1', matrixVersion: 1 },
        stages: [
          { code: 'stop', deadline: { at: '2013-03-01T08:30:00.000Z', from: '2013-03-01T02:30:00.000Z' } },
          { code: 'penalise', deadline: { at: '2013-03-12T10:00:00.000Z' } }, { code: 'demolish', deadline: { at: '2013-03-29T10:00:00.000Z' } },
        ],
        returnBy: { at: '2013-03-04T10:00:00.000Z' },
      },
    });
  });

  it('discloses what was filed to the tenants of the units that get it, and to nobody where it stays in the own', () => {
    const [disclosed] = requests.given(...accepted).when(...dispatchTo()).outcome();
    expect(disclosed).toMatchObject({ type: 'RequestDisclosed', data: { tenantIds: ['511902'], content: { subject: '屋后违法搭建' } } });
    expect(requests.given(...accepted).when(...dispatchTo(ownedBy(bureau))).outcome().map(({ type }) => type)).toEqual(['RequestDispatched']);
  });

  it('shares a request with the tenants that have it now, and no longer with one that gave it back', () => {
    const share = (...steps: Step[]) => requestDecider.sharedWith(after([filing()], accept, ...steps).reduce(requestDecider.evolve, requestDecider.initialState));
    expect(share()).toEqual([]);
    expect(share(dispatchTo())).toEqual(['511902']);
    expect(share(dispatchTo(), askReturn(), decideReturn('accepted'))).toEqual([]);
    expect(share(dispatchTo(), askReturn(), decideReturn('accepted'), dispatchTo(ownedBy({ unitId: '511903', tenantId: '511903' }), '2013-03-01T08:00:00.000Z'))).toEqual(['511903']);
  });

  it('by hand needs a reason', () => {
    const byHand = (reason: string) => dispatchTo({ kind: 'owned', assigned: { lead: town, supporting: [], officerPostId: null, route: { by: 'hand', reason } } });
    expect(requests.given(...accepted).when(...byHand('专项行动')).outcome()).toHaveLength(2);
    requests.given(...accepted).when(...byHand('')).thenRefused('request-reason-missing', 'reason');
  });

  it('of an enterprise\'s need names at least one unit that answers with the lead', () => {
    const need = after([filing({ kind: 'enterprise' })], accept);
    requests.given(...need).when(...dispatchTo()).thenRefused('enterprise-needs-joint', 'supporting');
    expect(requests.given(...need).when(...dispatchTo(ownedBy(town, [bureau]))).outcome()).toHaveLength(2);
    requests.given(...need).when(...dispatchTo(ownedBy(town, [town]))).thenRefused('lead-supports', 'supporting');
  });
});

describe('what nobody owns', () => {
  const unowned: Step = [{ type: 'DispatchRequest', data: { ...counting, matter: rubbish, verdict: { kind: 'overlap', claimants: [town, bureau] } } }, { now: '2013-03-01T02:30:00.000Z' }];
  const rule = (reason = '属地为主'): Step => [
    { type: 'RuleOwnership', data: { ...counting, matter: rubbish, assigned: { lead: town, supporting: [bureau], officerPostId: null }, reason, intoMatrix: true } }, { now: '2013-03-04T02:00:00.000Z' },
  ];

  it('waits to be arbitrated within two working days, with the units that claim it', () => {
    expect(requests.given(...accepted).when(...unowned).outcome()).toMatchObject([
      { type: 'RequestFoundUnowned', data: { why: 'overlap', claimants: [town, bureau], arbitrateBy: { at: '2013-03-05T10:00:00.000Z' } } },
    ]);
    requests.given(...after([filing()], accept, unowned)).when(...unowned).then();
  });

  it('is ruled on with a reason, and dispatched with the ruling', () => {
    const events = requests.given(...after([filing()], accept, unowned)).when(...rule()).outcome();
    expect(events.map(({ type }) => type)).toEqual(['OwnershipRuled', 'RequestDisclosed', 'RequestDispatched']);
    expect(events[0]).toMatchObject({ data: { lead: town, reason: '属地为主', intoMatrix: true } });
    requests.given(...after([filing()], accept, unowned)).when(...rule('')).thenRefused('request-reason-missing', 'reason');
    requests.given(...accepted).when(...rule()).thenRefused('request-elsewhere');
  });

  it('cannot be given back once it was ruled on: the ruling is final', () => {
    requests.given(...after([filing()], accept, unowned, rule())).when(...askReturn('2013-03-04T03:00:00.000Z')).thenRefused('return-final');
  });
});

describe('giving a request back', () => {
  it('is asked by the lead with a reason, and stops its clock at the asking', () => {
    expect(requests.given(...after(...toTown)).when(...askReturn()).outcome()).toMatchObject([
      { type: 'ReturnAsked', data: { round: 1, unitId: town.unitId, reason: '不在本镇', heldMinutes: 60, arbitrateBy: { at: '2013-03-05T10:00:00.000Z' } } },
    ]);
    requests.given(...after(...toTown)).when({ type: 'AskReturn', data: { ...counting, reason: '不在本镇', standing: nobody } }).thenRefused('request-not-lead');
    requests.given(...after(...toTown)).when(...askReturn(undefined, '')).thenRefused('request-reason-missing', 'reason');
  });

  it('is possible within one working day of dispatch, no longer', () => {
    expect(requests.given(...after(...toTown)).when(...askReturn('2013-03-04T10:00:00.000Z')).outcome()).toHaveLength(1);
    requests.given(...after(...toTown)).when(...askReturn('2013-03-04T10:00:00.001Z')).thenRefused('return-late');
  });

  it('is arbitrated by the dispatching side; accepted, it is to be dispatched anew and the unit answers for what it had it', () => {
    const asked = after(...toTown, askReturn());
    expect(requests.given(...asked).when(...decideReturn('accepted')).outcome()).toMatchObject([
      { type: 'ReturnAccepted', data: { round: 1, unitId: town.unitId, heldMinutes: 60, dispatchBy: { at: '2013-03-01T09:00:00.000Z' } } },
    ]);
    requests.given(...asked).when(decideReturn('accepted')[0], { tenantId: '511902' }).thenRefused('request-not-owner');
    requests.given(...asked).when({ type: 'DecideReturn', data: { ...counting, decision: 'refused', reason: '核实', standing: lead } }).thenRefused('decides-own-request');
    const [, dispatched] = requests.given(...after(...toTown, askReturn(), decideReturn('accepted'))).when(...dispatchTo(undefined, '2013-03-01T08:00:00.000Z')).outcome();
    expect(dispatched).toMatchObject({ data: { round: 2 } });
  });

  it('is refused for good the second time, and then not asked again', () => {
    const once = after(...toTown, askReturn(), decideReturn('refused'));
    expect(once.at(-1)).toMatchObject({ type: 'ReturnRefused', data: { refusals: 1, final: false } });
    const twice = after(...toTown, askReturn(), decideReturn('refused'), askReturn('2013-03-01T08:00:00.000Z', '仍不属本镇'), decideReturn('refused', '2013-03-01T09:00:00.000Z'));
    expect(twice.at(-1)).toMatchObject({ type: 'ReturnRefused', data: { refusals: 2, final: true } });
    requests.given(...twice).when(...askReturn('2013-03-04T02:00:00.000Z')).thenRefused('return-limit');
  });

  it('keeps the clock of each unit apart: one that gave it back answers for its own time only', () => {
    const steps = [...toTown, askReturn(), decideReturn('accepted'), dispatchTo(ownedBy(bureau), '2013-03-04T02:00:00.000Z', rubbish)];
    const standing = { own: [bureau.unitId], above: [] };
    const handled = after(...steps, [{ type: 'TakeRequest', data: { standing } }], [
      { ...reportAt('')[0], data: { ...counting, outcome: 'solved', answer: '已清运。', photos: [], point: null, standing } } as Step[0], { now: '2013-03-04T07:00:00.000Z' },
    ]);
    const state = handled.reduce(requestDecider.evolve, requestDecider.initialState);
    expect(state).toMatchObject({ clocks: [{ ...town, heldMinutes: 60 }, { ...bureau, heldMinutes: 180 }] });
  });

  it('leaves a request that was taken in hand with the unit, until it is decided', () => {
    requests.given(...after(...toTown, take, askReturn())).when(...reportAt('2013-03-01T04:00:00.000Z')).thenRefused('request-elsewhere');
  });
});
