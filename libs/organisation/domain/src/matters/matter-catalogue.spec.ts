import { specify } from '@zeren/kernel/testing';
import { arbitrationTermOn, catalogueOn, matterCatalogueDecider, matterClassOn, type MatterCatalogueEvent, type MatterCataloguePublished, type MatterClassDraft, type PublishMatterCatalogue, type Term } from '../index.js';

const text = (zh: string) => ({ zh, en: zh });
const days = (value: number): Term => ({ value, unit: 'working-day' });
const rubbish: MatterClassDraft = {
  code: 'E01-03', kind: 'event', majorCode: 'E01', name: text('暴露垃圾'), filingCondition: text('存在暴露垃圾'), stages: [{ code: '1', name: text('处置'), term: { value: 4, unit: 'working-hour' } }],
  closingCondition: text('清理干净'), urgent: false, source: 'CJ/T 315-2009', madeUp: false,
};
const barbecue: MatterClassDraft = { ...rubbish, code: 'E01-12', name: text('露天烧烤'), stages: [] };
const publish = (said: Partial<PublishMatterCatalogue['data']> = {}): PublishMatterCatalogue => ({
  type: 'PublishMatterCatalogue',
  data: {
    validFrom: '2013-01-01', document: '城管〔2012〕18号', defaultTerm: days(5), majors: [{ code: 'E01', kind: 'event', name: text('市容环境') }], classes: [rubbish, barbecue],
    tenantKind: 'city', districtTenantIds: ['511902'], ...said,
  },
});

describe('the catalogue of matters', () => {
  const { given } = specify(matterCatalogueDecider);
  const published = (said?: Partial<PublishMatterCatalogue['data']>, ...before: MatterCatalogueEvent[]) =>
    given(...before).when(publish(said)).outcome() as readonly MatterCataloguePublished[];

  it('holds for each class filing standard, staged deadlines and closing standard; a class without published limits gets the tenant\'s default term, and is marked', () => {
    const [first] = published();
    expect(first?.data.classes.map(({ code, stages, limits }) => [code, stages.map(({ term }) => term), limits])).toEqual([
      ['E01-03', [{ value: 4, unit: 'working-hour' }], 'published'], ['E01-12', [days(5)], 'default'],
    ]);
    expect(published({ classes: [{ ...rubbish, madeUp: true }] })[0]?.data.classes[0]?.limits).toBe('made-up');
  });

  it('becomes another only as a new version, from its day on; what was published stays as it was', () => {
    const [first] = published() as [MatterCataloguePublished];
    const [second] = published({ validFrom: '2014-01-01', defaultTerm: days(3) }, first) as [MatterCataloguePublished];
    expect(second.data.version).toBe(2);
    const catalogue = given(first, second).state();
    expect(matterClassOn(catalogue, 'E01-12', '2013-12-31')?.stages[0]?.term).toEqual(days(5));
    expect(matterClassOn(catalogue, 'E01-12', '2014-01-01')?.stages[0]?.term).toEqual(days(3));
    expect(catalogueOn(catalogue, '2012-12-31')).toBeUndefined();
  });

  it('says within how long a cell of the matrix is to be ruled on, five working days where it does not', () => {
    const [first] = published() as [MatterCataloguePublished];
    const [second] = published({ validFrom: '2014-01-01', arbitrationTerm: days(3) }, first) as [MatterCataloguePublished];
    const catalogue = given(first, second).state();
    expect([arbitrationTermOn(catalogue, '2013-06-01'), arbitrationTermOn(catalogue, '2014-06-01')]).toEqual([days(5), days(3)]);
    given().when(publish({ arbitrationTerm: days(0) })).thenRefused('matter-term-wrong', 'arbitrationTerm');
  });

  it('published again with the same content changes nothing', () => {
    given(...published()).when(publish()).then();
    expect(published({ districtTenantIds: ['511902', '511903'] }, ...published())).toHaveLength(1);
  });

  it('is the city\'s, and its districts work by it', () => {
    given().when(publish({ tenantKind: 'district' })).thenRefused('matters-of-the-city');
    expect(matterCatalogueDecider.sharedWith(given(...published()).state())).toEqual(['511902']);
  });

  it('is shared once with a district that is set up later, and stays so in its next version', () => {
    const share = { type: 'ShareMatterCatalogue' as const, data: { districtTenantId: '511903' } };
    const shared = { type: 'MatterCatalogueDisclosed' as const, data: share.data };
    given().when(share).then();
    given(...published()).when(share).then(shared);
    given(...published(), shared).when(share).then();
    given(...published(), shared).when(publish()).then();
    expect(matterCatalogueDecider.sharedWith(given(...published(), shared).state())).toEqual(['511902', '511903']);
    expect(published({ document: '2号' }, ...published(), shared)[0]?.data.districtTenantIds).toEqual(['511902', '511903']);
  });

  it.each<[string, Partial<PublishMatterCatalogue['data']>, string, string]>([
    ['no class', { classes: [] }, 'matters-empty', 'classes'],
    ['a code twice', { classes: [rubbish, rubbish] }, 'matter-repeated', 'classes[1].code'],
    ['a code that does not begin with its major class\'s', { classes: [{ ...rubbish, code: 'E02-03' }] }, 'matter-code-wrong', 'classes[0].code'],
    ['an unknown major class', { classes: [{ ...rubbish, code: 'E02-03', majorCode: 'E02' }] }, 'matter-major-unknown', 'classes[0].majorCode'],
    ['a class of another kind than its major class', { classes: [{ ...rubbish, kind: 'component' }] }, 'matter-major-unknown', 'classes[0].majorCode'],
    ['a term of no time', { classes: [{ ...rubbish, stages: [{ code: '1', name: text('处置'), term: days(0) }] }] }, 'matter-term-wrong', 'classes[0].stages'],
    ['a stage that ends before the one ahead of it', { classes: [{ ...rubbish, stages: [7, 3].map((value) => ({ code: String(value), name: text('处置'), term: days(value) })) }] }, 'matter-term-wrong', 'classes[0].stages'],
    ['a default of half a day', { defaultTerm: days(0.5) }, 'matter-term-wrong', 'defaultTerm'],
    ['no document', { document: ' ' }, 'matters-document-required', 'document'],
    ['a day that does not exist', { validFrom: '2013-02-30' }, 'matters-date-wrong', 'validFrom'],
  ])('with %s is refused', (_, said, code, field) => given().when(publish(said)).thenRefused(code, field));

  it('keeps what a code stands for, and begins no earlier than its last version', () => {
    const before = published();
    const majors = [{ code: 'E01', kind: 'component' as const, name: text('部件') }];
    given(...before).when(publish({ majors, classes: [{ ...rubbish, kind: 'component' }] })).thenRefused('matter-code-reused', 'majors[0].code');
    given(...before).when(publish({ validFrom: '2012-12-31' })).thenRefused('matters-date-wrong', 'validFrom');
  });
});
