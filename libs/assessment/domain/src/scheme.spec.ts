import { specify } from '@zeren/kernel/testing';
import { schemeDecider, type SchemeContent } from './scheme.js';
import { aScheme } from './testing/samples.js';

const { given } = specify(schemeDecider);
const published = (content: SchemeContent) => ({ type: 'SchemePublished' as const, data: content });
const publish = (said: Partial<SchemeContent> = {}) => ({ type: 'PublishScheme' as const, data: aScheme(said) });
const [first, second] = aScheme().campaigns as [SchemeContent['campaigns'][number], SchemeContent['campaigns'][number]];
const [districts, departments] = aScheme().groups as [SchemeContent['groups'][number], SchemeContent['groups'][number]];

describe('a scheme', () => {
  it('is published with all its rules', () => {
    given().when(publish()).then(published(aScheme()));
  });

  it('published again with the same content, in whatever order its members stand, changes nothing', () => {
    const turned = Object.fromEntries(Object.entries(aScheme()).reverse()) as SchemeContent;
    given(published(aScheme())).when({ type: 'PublishScheme', data: turned }).then();
  });

  it('is frozen once published', () => {
    given(published(aScheme())).when(publish({ lateDeduction: '6' })).thenRefused('scheme-frozen');
  });

  it.each(['39.99', '40.01'])('whose campaigns weigh 60 and %s is refused', (weight) => {
    given().when(publish({ campaigns: [first, { ...second, weight }] })).thenRefused('campaign-weights-not-100', 'campaigns');
  });

  it('gives every campaign a weight above 0', () => {
    given().when(publish({ campaigns: [{ ...first, weight: '100' }, { ...second, weight: '0' }] }))
      .thenRefused('campaign-weight-not-positive', 'campaigns[1].weight');
  });

  it('names a campaign once', () => {
    given().when(publish({ campaigns: [first, { ...first, weight: '40' }] })).thenRefused('campaign-twice', 'campaigns[1].campaignId');
  });

  it('assesses a unit in one group only, and there once', () => {
    given().when(publish({ groups: [districts, { ...departments, units: districts.units.slice(0, 1) }] })).thenRefused('unit-in-two-groups');
    given().when(publish({ groups: [{ ...districts, units: [...districts.units, ...districts.units] }] })).thenRefused('unit-in-two-groups');
  });

  it('has groups, each with a code of its own and at least one unit', () => {
    given().when(publish({ groups: [] })).thenRefused('scheme-without-group', 'groups');
    given().when(publish({ groups: [districts, { ...departments, code: districts.code }] })).thenRefused('group-twice', 'groups[1].code');
    given().when(publish({ groups: [{ ...districts, units: [] }] })).thenRefused('group-empty', 'groups[0].units');
  });

  it('exempts only units it assesses', () => {
    given().when(publish({ notApplicable: [{ unitId: '511999', indicatorCode: 'ENV-01', reason: { zh: '无', en: 'none' } }] }))
      .thenRefused('not-applicable-unit-unknown', 'notApplicable[0].unitId');
  });

  it('deducts between 0 and 100 points and keeps at most 6 places', () => {
    given().when(publish({ reworkDeduction: '-1' })).thenRefused('deduction-out-of-range', 'reworkDeduction');
    given().when(publish({ lateDeduction: '100.5' })).thenRefused('deduction-out-of-range', 'lateDeduction');
    given().when(publish({ places: 7 })).thenRefused('places-out-of-range', 'places');
    given().when(publish({ places: 1.5 })).thenRefused('places-out-of-range', 'places');
  });

  it('is read by every tenant it assesses', () => {
    expect(schemeDecider.sharedWith(given(published(aScheme())).state())).toEqual(['511902', '511922', '511900']);
  });
});
