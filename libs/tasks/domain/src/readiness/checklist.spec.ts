import { publicId } from '@zeren/kernel';
import { recorded, specify, specifyProjection } from '@zeren/kernel/testing';
import { anIndicator, aStandard, CITY, cityOffice } from '../testing/samples.js';
import type { ChecklistDrawn, ChecklistEvent, ChecklistItem, ChecklistMark } from './checklist.events.js';
import { checklistDecider, checklistFigures, type ChecklistCommand, type DrawChecklist } from './checklist.js';
import { readinessChecklist } from './checklist-view.js';

const now = '2014-05-06T02:00:00.000Z';
const checklist = specify(checklistDecider);
const given = (...events: ChecklistEvent[]) => ({ when: (command: ChecklistCommand, caller = {}) => checklist.given(...events).when(command, { now, ...cityOffice, ...caller }) });

const named = (code: string) => ({ code, name: { zh: code, en: code } });
const standard = aStandard({
  preconditions: [named('ENV-P01')], negativeList: [named('ENV-N01')],
  categories: [{ ...named('ENV-01'), kind: 'assessed', indicators: [anIndicator('ENV-01-01', { evidence: 'field', commitment: 'ensure' }), anIndicator('ENV-01-02', { formats: ['photo'] })] }],
}).data;
const item = (code: string, said: Partial<ChecklistItem> = {}): ChecklistItem =>
  ({ ...named(code), kind: 'indicator', weight: null, metrics: [], evidence: null, formats: [], commitment: null, unitId: '511900-environment', ...said });
const { metrics } = anIndicator('');
const items = [
  item('ENV-P01', { kind: 'precondition' }), item('ENV-N01', { kind: 'negative' }),
  item('ENV-01-01', { name: anIndicator('ENV-01-01').name, weight: '60.5', metrics, evidence: 'field', formats: ['photo'], commitment: 'ensure', unitId: '511900-health' }),
  item('ENV-01-02', { name: anIndicator('ENV-01-02').name, weight: '39.5', metrics, evidence: 'statistics', formats: ['photo'] }),
];
const drawn: ChecklistDrawn = { type: 'ChecklistDrawn', data: { campaignId: publicId(CITY, 'env'), standardId: publicId(CITY, 'ENV.v1'), items } };
const draw = (said: Partial<DrawChecklist['data']> = {}): DrawChecklist => ({
  type: 'DrawChecklist',
  data: {
    campaignId: publicId(CITY, 'env'), standardId: publicId(CITY, 'ENV.v1'), standard, campaignLeadUnitId: '511900-environment',
    weights: [{ indicatorCode: 'ENV-01-01', weight: '60.5' }, { indicatorCode: 'ENV-01-02', weight: '39.5' }], leadUnits: [{ indicatorCode: 'ENV-01-01', unitId: '511900-health' }], ...said,
  },
});
const ready = (code: string) => ({ code, ready: true, remark: '' });
const lacking = (code: string, remark = '台账不全') => ({ code, ready: false, remark });
const marked = (...marks: ChecklistMark[]): ChecklistEvent =>
  ({ type: 'ChecklistMarked', data: { unitId: cityOffice.unitId, at: now, marks } });

describe('the readiness checklist of a campaign', () => {
  it('is drawn from its standard: preconditions, negative list, and each indicator with its target, evidence, formats, commitment and who answers for it', () => {
    given().when(draw()).then(drawn);
    given(drawn).when(draw()).then();
  });

  it('says of each item whether it is ready, by whom, when, and with what remark', () => {
    given(drawn).when({ type: 'MarkChecklist', data: { marks: [ready('ENV-P01'), lacking('ENV-01-01')] } }).then(marked(ready('ENV-P01'), lacking('ENV-01-01')));
    given(drawn, marked(ready('ENV-P01'))).when({ type: 'MarkChecklist', data: { marks: [ready('ENV-P01')] } }).then();
    expect(checklist.given(drawn, marked(lacking('ENV-01-01'))).state()).toMatchObject({ items: [{}, {}, { mark: { ready: false, remark: '台账不全', unitId: cityOffice.unitId, at: now } }, { mark: null }] });
  });

  it('asks for a remark where something is not ready, and for items it has, each once', () => {
    given(drawn).when({ type: 'MarkChecklist', data: { marks: [lacking('ENV-01-01', ' ')] } }).thenRefused('remark-required', 'marks[0].remark');
    given(drawn).when({ type: 'MarkChecklist', data: { marks: [ready('ENV-09-09')] } }).thenRefused('checklist-item-unknown', 'marks[0].code');
    given(drawn).when({ type: 'MarkChecklist', data: { marks: [ready('ENV-P01'), ready('ENV-P01')] } }).thenRefused('checklist-item-unknown', 'marks[1].code');
    given().when({ type: 'MarkChecklist', data: { marks: [ready('ENV-P01')] } }).thenRefused('checklist-not-drawn');
  });

  it('is filled in by the unit that answers for an item, or by the city\'s office, and by nobody else', () => {
    const officer = (unitId: string) => ({ unitId, roles: ['officer'] as const });
    const mark = { type: 'MarkChecklist', data: { marks: [ready('ENV-01-01')] } } as const;
    expect(given(drawn).when(mark, officer('511900-health')).outcome()).toHaveLength(1);
    given(drawn).when(mark, officer('511900-water')).thenRefused('not-responsible', 'marks[0].code');
    const assigned: ChecklistEvent = { type: 'ChecklistItemAssigned', data: { code: 'ENV-01-01', unitId: '511900-water' } };
    given(drawn).when({ type: 'AssignChecklistItem', data: assigned.data }).then(assigned);
    expect(given(drawn, assigned).when(mark, officer('511900-water')).outcome()).toHaveLength(1);
    given(drawn, assigned).when({ type: 'AssignChecklistItem', data: assigned.data }).then();
  });

  it('drawn anew after the campaign moved keeps what reads the same, with its mark and its unit', () => {
    const moved = draw({ standardId: publicId(CITY, 'ENV.v2'), weights: [{ indicatorCode: 'ENV-01-01', weight: '60.5' }, { indicatorCode: 'ENV-01-02', weight: '40' }] });
    const before = [drawn, marked(ready('ENV-01-01'), ready('ENV-01-02'))];
    const [again] = given(...before).when(moved).outcome();
    expect(checklist.given(...before, again as ChecklistEvent).state()).toMatchObject({ standardId: publicId(CITY, 'ENV.v2'), items: [{}, {}, { mark: { ready: true } }, { mark: null, weight: '40' }] });
  });

  it('counts exactly what is ready, and what is decisive and is not', () => {
    const [row] = specifyProjection(readinessChecklist).given(...[drawn, marked(ready('ENV-P01'), ready('ENV-01-01'))].map((event, revision) =>
      recorded(event, { stream: `readiness-${CITY}_env`, revision }))).rows();
    expect(checklistFigures(row?.items ?? [])).toEqual({ items: 4, ready: 2, decisive: 1, weightReady: '60.5' });
  });
});
