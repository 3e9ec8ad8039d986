import { recorded, specify, specifyProjection } from '@zeren/kernel/testing';
import { integrationSetsWith } from '../integrations.js';
import type { UnitVersion } from '../organisation.events.js';
import { emptyRegister, evolveRegister } from '../register-state.js';
import { centresOf, escalationDecider, escalationId, type RaiseEscalation } from './escalation.js';
import { escalationProjection } from './escalation-view.js';
import type { EscalationRaised } from './escalation.events.js';

const about = { kind: 'task', id: '511902_abc', title: '背街小巷改造' } as const;
const [town, district, city] = [{ unitId: '511902001', tenantId: '511902' }, { unitId: '511902', tenantId: '511902' }, { unitId: '511900', tenantId: '511900' }];
const raise = (said: Partial<RaiseEscalation['data']> = {}): RaiseEscalation => ({ type: 'RaiseEscalation', data: { about, from: district, to: city, reason: '跨县区，需市里协调', ...said } });
const raised = (said: Partial<EscalationRaised['data']> = {}): EscalationRaised => ({
  type: 'EscalationRaised',
  data: { round: 1, about, fromUnitId: '511902', fromTenantId: '511902', toUnitId: '511900', toTenantId: '511900', reason: '跨县区，需市里协调', ...said },
});
const answer = (instruction = '由市住建局牵头') => ({ type: 'AnswerEscalation', data: { measure: 'instructed', instruction } }) as const;
const answered = (round = 1) => ({ type: 'EscalationAnswered', data: { round, measure: 'instructed', instruction: '由市住建局牵头' } }) as const;
const cityOffice = { tenantId: '511900', unitId: '511900-creation-office' };

const unit = (unitId: string, kind: UnitVersion['kind'], level: number, parentUnitId: string | null): UnitVersion =>
  ({ unitId, code: null, name: { zh: unitId, en: unitId }, kind, level, parentUnitId, validFrom: '1993-07-05' });
const register = (units: readonly UnitVersion[]) => evolveRegister(emptyRegister, { type: 'UnitsRegistered', data: { units } });
const registers = [
  register([unit('511902-creation-office', 'office', 2, '511902'), unit('511902001001-g1', 'grid', 5, '511902001001')]),
  register([
    unit('511900', 'government', 1, null), unit('511900-health', 'department', 1, '511900'), unit('511902', 'district', 2, '511900'), unit('511902001', 'town', 3, '511902'),
    unit('511902001001', 'village', 4, '511902001'),
  ]),
];
const centresFor = (tenantId: string, unitId: string) => centresOf(registers, { tenantId, unitId }, '2013-03-01');

describe('taking something up to the centre above', () => {
  const { given } = specify(escalationDecider);

  it('goes from a lower centre to the next one above, with the reason', () => {
    given().when(raise()).then(raised());
  });

  it('finds the next centre above by the register: grid and village to the town, town to the district, district to the city', () => {
    expect(centresFor('511902', '511902001001-g1').above).toEqual(town);
    expect(centresFor('511902', '511902001001').above).toEqual(town);
    expect(centresFor('511902', '511902001')).toEqual({ own: town, above: district });
    expect(centresFor('511902', '511902-creation-office')).toEqual({ own: district, above: city });
    expect(centresFor('511900', '511900-health').above).toEqual(city);
  });

  it('takes an office that names no parent for its tenant\'s own, and a unit that no register knows too', () => {
    const loose = [register([unit('511902-supervision-office', 'office', 2, null)]), ...registers];
    expect(centresOf(loose, { tenantId: '511902', unitId: '511902-supervision-office' }, '2013-03-01')).toEqual({ own: district, above: city });
    expect(centresFor('511902', '511902-unknown')).toEqual({ own: district, above: city });
  });

  it('ends at the city: there is no centre above it', () => {
    expect(centresFor('511900', '511900')).toEqual({ own: city, above: null });
    given().when(raise({ from: city, to: null })).thenRefused('no-centre-above');
  });

  it('needs a reason', () => {
    given().when(raise({ reason: '  ' })).thenRefused('escalation-without-reason', 'reason');
  });

  it('happens once at a time, and again after the answer', () => {
    given(raised()).when(raise()).thenRefused('escalation-open');
    given(raised(), answered()).when(raise()).then(raised({ round: 2 }));
    expect(escalationId('511902', about)).toBe('511902~task~511902_abc');
  });

  it('is answered by the centre it went to, once, with what is to be done', () => {
    given(raised()).when(answer(), cityOffice).then(answered());
    given(raised()).when(answer(''), cityOffice).thenRefused('instruction-required', 'instruction');
    given(raised(), answered()).when(answer(), cityOffice).thenRefused('escalation-answered');
    given(raised()).when(answer(), { tenantId: '511902', unitId: '511902' }).thenRefused('escalation-not-yours');
  });

  it('is answered in a town by the town itself, not by others of its tenant', () => {
    const toTown = raised({ fromUnitId: '511902001001', toUnitId: town.unitId, toTenantId: town.tenantId });
    given(toTown).when(answer(), { tenantId: '511902', unitId: '511902001' }).then(answered());
    given(toTown).when(answer(), { tenantId: '511902', unitId: '511902002' }).thenRefused('escalation-not-yours');
  });

  it('says under which of the four integrations the thing counts, and is found by any of them', () => {
    const classified = { ...about, integrations: ['problem-goal', 'party-smart'] as const };
    given().when(raise({ about: classified })).then(raised({ about: classified }));
    const setOf = (event: EscalationRaised) => specifyProjection(escalationProjection).given(recorded(event, { stream: 'escalation-511902_x' })).rows()[0]?.integrationSet ?? '';
    expect(integrationSetsWith('problem-goal')).toContain(setOf(raised({ about: classified })));
    expect(setOf(raised())).toBe('');
  });

  it('is known to the tenant it goes to and to no other', () => {
    expect(escalationDecider.sharedWith(given(raised()).state())).toEqual(['511900']);
    const place = { stream: 'escalation-511902_x', metadata: { tenantId: '511902', sharedWith: ['511900'] } };
    const rows = specifyProjection(escalationProjection).given(recorded(raised(), place), recorded(answered(), { ...place, revision: 1 })).rows();
    expect(rows.map(({ readerTenantId, status, instruction }) => [readerTenantId, status, instruction])).toEqual([['511902', 'answered', '由市住建局牵头'], ['511900', 'answered', '由市住建局牵头']]);
  });
});
