import { specify } from '@zeren/kernel/testing';
import type { MediationLevel } from './dispute.events.js';
import { accept, after, dispatchTo, filing, lead, nobody, ownedBy, reportAt, rubbish, take, toTown, type Step } from './request.samples.js';
import { requestDecider } from './request.js';

const requests = specify(requestDecider);
const dispute = [[filing({ kind: 'dispute', subject: '楼道堆物纠纷' })], accept, dispatchTo(ownedBy(), undefined, rubbish), take] as const satisfies readonly Step[];
const begin = (level: MediationLevel, mediatorLevel: MediationLevel | null = level): Step => [{ type: 'BeginMediation', data: { level, mediatingUnitId: '511902001001', mediatorLevel, standing: lead } }, { tenantId: '511902' }];
const fail: Step = [{ type: 'FailMediation', data: { reason: '分歧较大', standing: lead } }, { tenantId: '511902' }];
const agree = (document = '调字12号'): Step => [{ type: 'ReachAgreement', data: { document, hash: null, scan: null, revisitBy: '2013-04-08', standing: lead } }, { tenantId: '511902' }];
const revisit: Step = [{ type: 'RevisitAgreement', data: { kept: true, note: '', standing: lead } }, { tenantId: '511902' }];
const through = (...levels: MediationLevel[]): readonly Step[] => levels.flatMap((level) => [begin(level), fail]);

describe('the mediation of a dispute', () => {
  it('goes from village to town to district, one level at a time', () => {
    requests.given(...after(...dispute)).when(...begin('village')).then({ type: 'MediationBegun', data: { level: 'village', mediatingUnitId: '511902001001' } });
    requests.given(...after(...dispute)).when(...begin('town')).thenRefused('mediation-order', 'level');
    expect(requests.given(...after(...dispute, ...through('village'))).when(...begin('town')).outcome()).toHaveLength(1);
    requests.given(...after(...dispute, ...through('village', 'town', 'district'))).when(...begin('district')).thenRefused('mediation-order', 'level');
  });

  it('is led at each level by a unit that stands at it, and each that failed is kept with its reason', () => {
    requests.given(...after(...dispute)).when(...begin('village', 'town')).thenRefused('mediator-wrong', 'mediatingUnitId');
    requests.given(...after(...dispute)).when(...begin('village', null)).thenRefused('mediator-wrong', 'mediatingUnitId');
    const state = after(...dispute, ...through('village'), begin('town')).reduce(requestDecider.evolve, requestDecider.initialState);
    expect(state).toMatchObject({ mediation: { level: 'town', status: 'begun', failed: [{ level: 'village', mediatingUnitId: '511902001001', reason: '分歧较大' }] } });
  });

  it('ends in an agreement with a document, which is looked after once', () => {
    requests.given(...after(...dispute, begin('village'))).when(...agree())
      .then({ type: 'AgreementReached', data: { level: 'village', mediatingUnitId: '511902001001', document: '调字12号', hash: null, scan: null, revisitBy: '2013-04-08' } });
    requests.given(...after(...dispute, begin('village'))).when(...agree('')).thenRefused('agreement-document', 'document');
    requests.given(...after(...dispute)).when(...agree()).thenRefused('mediation-not-begun');
    requests.given(...after(...dispute)).when(...revisit).thenRefused('agreement-missing');
    expect(requests.given(...after(...dispute, begin('village'), agree())).when(...revisit).outcome()).toHaveLength(1);
    requests.given(...after(...dispute, begin('village'), agree(), revisit)).when(...revisit).then();
  });

  it('solves a dispute by an agreement alone, and explains it after the last level has failed', () => {
    const report = (outcome: 'solved' | 'explained'): Step => reportAt('2013-03-04T02:00:00.000Z', { outcome });
    requests.given(...after(...dispute)).when(...report('solved')).thenRefused('agreement-missing', 'outcome');
    requests.given(...after(...dispute, ...through('village'))).when(...report('explained')).thenRefused('mediation-order', 'outcome');
    expect(requests.given(...after(...dispute, ...through('village', 'town', 'district'))).when(...report('explained')).outcome()).toHaveLength(1);
    expect(requests.given(...after(...dispute, begin('village'), agree())).when(...report('solved')).outcome()).toHaveLength(1);
  });

  it('is of disputes, by those who handle them', () => {
    requests.given(...after(...toTown, take)).when(...begin('village')).thenRefused('not-a-dispute');
    requests.given(...after(...dispute)).when({ type: 'BeginMediation', data: { level: 'village', mediatingUnitId: '511902001001', mediatorLevel: 'village', standing: nobody } }).thenRefused('request-not-lead');
  });
});
