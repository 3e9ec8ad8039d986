import { specify } from '@zeren/kernel/testing';
import { checkSplit } from '../split/check-split.js';
import type { SplitRow } from '../split/split.events.js';
import { aCycle, aParentFact, aRow, annualTargetsOf, DISTRICT } from '../testing/samples.js';
import { dutyListDecider } from './duty-list.js';
import type { DutyItem, DutyListPublished } from './duty-list.events.js';

const TOWN = '511902001';
const WATER = `${DISTRICT}-water`;
const basic: DutyItem = { code: 'J-01', text: { zh: '环境卫生日常保洁', en: 'Daily cleaning' }, part: 'basic', leadUnitId: null };
const assisting: DutyItem = { code: 'P-01', text: { zh: '饮用水源巡查', en: 'Patrols of water sources' }, part: 'assisting', leadUnitId: WATER };
const takenBack: DutyItem = { code: 'S-01', text: { zh: '排污许可审批', en: 'Discharge permits' }, part: 'taken-back', leadUnitId: null };
const items = [basic, assisting, takenBack];
const dutyList = specify(dutyListDecider);
const document = '区委办〔2013〕4号';
const publish = (said: Partial<{ items: DutyItem[]; document: string; isTown: boolean }> = {}) =>
  ({ type: 'PublishDutyList', data: { townUnitId: TOWN, document, items, isTown: true, ...said } }) as const;
const published = (version = 1, said: Partial<DutyListPublished['data']> = {}): DutyListPublished =>
  ({ type: 'DutyListPublished', data: { version, townUnitId: TOWN, document, items, ...said } });

describe('a town\'s list of duties', () => {
  it('is laid down by its district under a document, as the next version; the one before stays in the history', () => {
    dutyList.given().when(publish()).then(published());
    dutyList.given(published()).when(publish({ document: '5号', items: [basic] })).then(published(2, { document: '5号', items: [basic] }));
    dutyList.given(published()).when(publish()).then();
    dutyList.given(published()).when(publish({ items: [basic] })).thenRefused('duty-list-published', 'document');
    dutyList.given().when(publish({ document: ' ' })).thenRefused('document-required', 'document');
  });

  it('is of a town of the district, and has items', () => {
    dutyList.given().when(publish({ isTown: false })).thenRefused('not-a-town', 'townUnitId');
    dutyList.given().when(publish({ items: [] })).thenRefused('duty-list-size', 'items');
    dutyList.given().when(publish({ items: [basic, basic] })).thenRefused('duty-repeated', 'items[1].code');
  });

  it('names the leading department of what the town assists in, and of nothing else', () => {
    dutyList.given().when(publish({ items: [{ ...assisting, leadUnitId: null }] })).thenRefused('duty-lead-named', 'items[0].leadUnitId');
    dutyList.given().when(publish({ items: [{ ...basic, leadUnitId: WATER }] })).thenRefused('duty-lead-named', 'items[0].leadUnitId');
  });
});

describe('work that goes to a town with a list', () => {
  const parent = aParentFact();
  const check = (said: Partial<SplitRow>, lists = new Map([[TOWN, items]]), unchanged = new Set<string>()) => {
    const row = aRow({
      key: 'town', parentTaskId: parent.taskId, unitId: TOWN, unitTenantId: DISTRICT, supportingUnitIds: [], level: 3, annualTargets: annualTargetsOf('60.25'), ...said,
    });
    return checkSplit([row], { tenantId: DISTRICT, cycle: aCycle, deepestLevel: 3 }, { parents: [parent], campaigns: [], dutyLists: lists, unchanged })
      .map(({ code, field }) => [code, field]);
  };

  it('goes freely where it is a basic duty', () => {
    expect(check({ dutyItem: 'J-01' })).toEqual([]);
  });

  it('has the leading department beside it where the town only assists', () => {
    expect(check({ dutyItem: 'P-01' })).toEqual([['duty-lead-missing', 'rows[town].supportingUnitIds']]);
    expect(check({ dutyItem: 'P-01', supportingUnitIds: [WATER] })).toEqual([]);
  });

  it('is refused where superiors took the duty back', () => {
    expect(check({ dutyItem: 'S-01' })).toEqual([['duty-taken-back', 'rows[town].dutyItem']]);
  });

  it('needs the district\'s admission, with its document, for anything else', () => {
    expect(check({})).toEqual([['duty-not-named', 'rows[town].dutyItem']]);
    expect(check({ admissionDocument: ' ' })).toEqual([['duty-not-named', 'rows[town].dutyItem']]);
    expect(check({ dutyItem: 'X-01' })).toEqual([['duty-unknown', 'rows[town].dutyItem']]);
    expect(check({ admissionDocument: '准入〔2013〕1号' })).toEqual([]);
  });

  it('is not asked about where the town has none, nor again where a revision leaves it as it was', () => {
    expect(check({}, new Map())).toEqual([]);
    expect(check({}, undefined, new Set(['town']))).toEqual([]);
  });
});
