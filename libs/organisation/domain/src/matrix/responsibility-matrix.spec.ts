import { specify } from '@zeren/kernel/testing';
import { matrixDecider, type CellReferred, type Deadline, type MatrixEvent, type MatrixVersionPublished, type PublishMatrix, type RuleCell } from '../index.js';
import { anEntry, facts } from './city.sample.js';

const from = '2013-02-01';
const said = { from, reason: '首次发布', document: '府办〔2013〕1号', facts };
const publish = (entries = [anEntry()], more: Partial<PublishMatrix['data']> = {}): PublishMatrix => ({ type: 'PublishMatrix', data: { ...said, entries, ...more } });
const rule = (more: Partial<RuleCell['data']> = {}): RuleCell => ({
  type: 'RuleCell',
  data: { ...said, reason: '裁定', areaUnitId: '511902001', matterCode: 'E01-01', leadUnitId: '511900-housing', supportingUnitIds: ['511902001'], officerPostId: null, ...more },
});
const { given } = specify(matrixDecider);
const published = (entries = [anEntry()], more: Partial<PublishMatrix['data']> = {}, before: readonly MatrixEvent[] = []): readonly MatrixVersionPublished[] =>
  given(...before).when(publish(entries, more)).outcome() as readonly MatrixVersionPublished[];
const row = (rowId: string, entry = anEntry(), validFrom = from) => ({ ...entry, rowId, validFrom, validUntil: null });

describe('the responsibility matrix', () => {
  it('is published as a version with its reason, rows beginning on its day, and shared with the districts there are', () => {
    given().when(publish()).then({
      type: 'MatrixVersionPublished',
      data: { version: 1, cause: 'import', from, reason: '首次发布', document: '府办〔2013〕1号', added: [row('1.1')], ended: [], cell: null, districtTenantIds: ['511902', '511903'] },
    });
    expect(matrixDecider.sharedWith(given(...published()).state())).toEqual(['511902', '511903']);
  });

  it('is shared once with a district that is set up later, which may rule in its own area at once, and holds there in the next version', () => {
    const share = { type: 'ShareMatrix' as const, data: { districtTenantId: '511904' } };
    const shared = { type: 'MatrixDisclosed' as const, data: share.data };
    given().when(share).then();
    given(...published()).when(share).then(shared);
    given(...published(), shared).when(share).then();
    expect(matrixDecider.sharedWith(given(...published(), shared).state())).toEqual(['511902', '511903', '511904']);
    expect(published([anEntry({ leadUnitId: '511900-housing' })], {}, [...published(), shared])[0]?.data.districtTenantIds).toEqual(['511902', '511903', '511904']);
    expect(published([anEntry()], { from: '2013-01-01' })[0]?.data.districtTenantIds).toEqual(['511902', '511903']);
  });

  it('stated anew ends what is not in it any more and keeps what is; the same again changes nothing', () => {
    const two = [anEntry(), anEntry({ areaUnitId: '511902', leadUnitId: '511902' })];
    const before = published(two);
    given(...before).when(publish(two)).then();
    const next = [anEntry(), anEntry({ areaUnitId: '511902', leadUnitId: '511900-housing' })];
    const [second] = published(next, { from: '2013-06-01', reason: '职责调整' }, before);
    expect(second?.data).toMatchObject({ version: 2, ended: ['1.2'], added: [{ rowId: '2.1', leadUnitId: '511900-housing', validFrom: '2013-06-01' }] });
    expect(given(...before, ...published(next, { from: '2013-06-01' }, before)).state().rows.map(({ rowId, validUntil }) => [rowId, validUntil]))
      .toEqual([['1.1', null], ['1.2', '2013-05-31'], ['2.1', null]]);
  });

  it('takes a department\'s claim beside an area\'s, but not two leads of one area, nor one department twice', () => {
    const line = anEntry({ claim: 'line', leadUnitId: '511900-housing' });
    expect(published([anEntry(), line, anEntry({ claim: 'line', leadUnitId: '511900-x-railway' })])[0]?.data.added).toHaveLength(3);
    given().when(publish([anEntry(), anEntry({ leadUnitId: '511900-housing' })])).thenRefused('matrix-rows-overlap', 'entries[1].matterCode');
    given().when(publish([line, line])).thenRefused('matrix-rows-overlap', 'entries[1].matterCode');
    given(...published()).when({ type: 'ChangeMatrix', data: { ...said, from: '2013-03-01', entries: [anEntry({ leadUnitId: '511902' })], endedRowIds: [] } })
      .thenRefused('matrix-rows-overlap', 'entries[0].matterCode');
  });

  it('changes single rows: one ends the day before the other begins', () => {
    const change = { type: 'ChangeMatrix' as const, data: { ...said, from: '2013-03-01', entries: [anEntry({ leadUnitId: '511900-housing' })], endedRowIds: ['1.1'] } };
    const [changed] = given(...published()).when(change).outcome() as [MatrixVersionPublished];
    expect(changed.data).toMatchObject({ version: 2, cause: 'change', ended: ['1.1'], added: [{ rowId: '2.1' }] });
    given(...published(), changed).when(change).thenRefused('matrix-row-unknown', 'endedRowIds[0]');
  });

  it.each<[string, Parameters<typeof anEntry>[0], string, string]>([
    ['an area outside the tenant', { areaUnitId: '211103' }, 'matrix-area-outside', 'areaUnitId'],
    ['a department for an area', { areaUnitId: '511900-urban' }, 'matrix-area-outside', 'areaUnitId'],
    ['an area that does not exist yet', { areaUnitId: '511903' }, 'matrix-area-outside', 'areaUnitId'],
    ['a unit outside the tenant', { leadUnitId: '211100-urban' }, 'matrix-unit-outside', 'leadUnitId'],
    ['a supporting unit outside the tenant', { supportingUnitIds: ['211103'] }, 'matrix-unit-outside', 'supportingUnitIds'],
    ['an unknown matter class', { matterCode: 'E09-01' }, 'matrix-matter-unknown', 'matterCode'],
    ['a unit that leads and supports', { supportingUnitIds: ['511900-urban'] }, 'matrix-supporting-wrong', 'supportingUnitIds'],
    ['a post of another unit', { leadUnitId: '511900-housing', officerPostId: '511900-urban.head' }, 'matrix-post-wrong', 'officerPostId'],
    ['an area that claims as a line', { claim: 'line', leadUnitId: '511902' }, 'matrix-claim-wrong', 'claim'],
  ])('with %s is refused, all of it', (_, wrong, code, field) => {
    given().when(publish([anEntry({ matterCode: 'E02' }), anEntry(wrong)], { from: '2013-01-01' })).thenRefused(code, `entries[1].${field}`);
  });

  it('takes units of the districts, their grids as areas, and an accountable post of the lead', () => {
    const entries = [anEntry({ areaUnitId: '511902001001-g1', leadUnitId: '511902-office' }), anEntry({ officerPostId: '511900-urban.head' })];
    expect(published(entries)).toHaveLength(1);
  });

  it('needs a reason and a day, and is the city\'s', () => {
    given().when(publish(undefined, { reason: ' ' })).thenRefused('matrix-reason-required', 'reason');
    given().when(publish(undefined, { from: '2013-02-30' })).thenRefused('matrix-date-wrong', 'from');
    given().when(publish([])).thenRefused('matrix-empty', 'entries');
    given().when(publish(), { tenantId: '511902' }).thenRefused('matrix-of-the-city');
    given().when(publish(undefined, { facts: { ...facts, registers: [] } })).thenRefused('matrix-of-the-city');
  });
});

describe('a cell without an owner or with several', () => {
  const arbitrateBy: Deadline = { at: '2013-02-08T09:00:00.000Z', term: { value: 5, unit: 'working-day' }, provisional: false };
  const refer = (more = {}) => ({ type: 'ReferCell' as const, data: { areaUnitId: '511902001', matterCode: 'E02-01', reason: '无人受理', day: from, arbitrateBy, facts, ...more } });
  const referred: CellReferred = {
    type: 'CellReferred', data: { areaUnitId: '511902001', matterCode: 'E02-01', why: 'vacuum', claimantUnitIds: [], reason: '无人受理', arbitrateBy },
  };

  it('is referred to arbitration with a deadline, once', () => {
    given(...published()).when(refer()).then(referred);
    given(...published(), referred).when(refer()).then();
    const contested = published([anEntry({ matterCode: 'E02' }), anEntry({ matterCode: 'E02', claim: 'line', leadUnitId: '511900-housing' })]);
    expect(given(...contested).when(refer()).outcome()[0]?.data).toMatchObject({ why: 'overlap', claimantUnitIds: ['511900-urban', '511900-housing'] });
  });

  it('is not referred where one unit answers, nor as a whole major class', () => {
    given(...published()).when(refer({ matterCode: 'E01-01' })).thenRefused('cell-has-owner', 'areaUnitId');
    given(...published()).when(refer({ matterCode: 'E02' })).thenRefused('cell-matter-wide', 'matterCode');
    given(...published()).when(refer({ matterCode: 'E02-09' })).thenRefused('matrix-matter-unknown', 'matterCode');
    given(...published()).when(refer({ areaUnitId: '211103' })).thenRefused('matrix-area-outside', 'areaUnitId');
    given(...published()).when(refer({ reason: '' })).thenRefused('matrix-reason-required', 'reason');
  });

  it('is ruled on with a reason; the ruling is a new version of the matrix and closes the referral; repeated it changes nothing', () => {
    const ruling = rule({ matterCode: 'E02-01' });
    const [ruled] = given(...published(), referred).when(ruling).outcome() as [MatrixVersionPublished];
    expect(ruled.data).toMatchObject({
      version: 2, cause: 'ruling', reason: '裁定', cell: { areaUnitId: '511902001', matterCode: 'E02-01' }, added: [{ rowId: '2.1', claim: 'block', leadUnitId: '511900-housing' }], ended: [],
    });
    expect(given(...published(), referred, ruled).state().referrals).toEqual([{ ...referred.data, ruledByVersion: 2 }]);
    given(...published(), referred, ruled).when(ruling).then();
  });

  it('once ruled on belongs to the one unit: all that was claimed for the very cell ends', () => {
    const contested = published([
      anEntry({ areaUnitId: '511902001', matterCode: 'E01-01' }), anEntry({ areaUnitId: '511902001', matterCode: 'E01-01', claim: 'line', leadUnitId: '511900-x-railway' }),
    ]);
    expect(given(...contested).when(rule()).outcome()[0]?.data).toMatchObject({ ended: ['1.1', '1.2'] });
  });

  it('is ruled on by the city; by a district where area and unit are its own', () => {
    given(...published()).when(rule(), { tenantId: '511902' }).thenRefused('matrix-of-the-city');
    expect(given(...published()).when(rule({ leadUnitId: '511902-office' }), { tenantId: '511902' }).outcome()).toHaveLength(1);
    given(...published()).when(rule({ areaUnitId: '511903001', leadUnitId: '511902-office' }), { tenantId: '511902' }).thenRefused('matrix-of-the-city');
    given(...published()).when(rule({ leadUnitId: '211103' })).thenRefused('matrix-unit-outside', 'leadUnitId');
  });
});
