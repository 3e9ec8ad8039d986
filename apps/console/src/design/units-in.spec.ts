import { unitsIn } from './units-in.js';

const unitsOf = (sentence: string) => unitsIn(sentence).flatMap(({ text, isUnit }) => (isUnit ? [text] : []));

describe('a sentence with units in it', () => {
  it('is cut at their codes, of whatever level, also where several stand in a row', () => {
    expect(unitsIn('配合单位 511902001, 511900-public-security 尚未报告')).toEqual([
      { text: '配合单位 ', isUnit: false }, { text: '511902001', isUnit: true }, { text: ', ', isUnit: false },
      { text: '511900-public-security', isUnit: true }, { text: ' 尚未报告', isUnit: false },
    ]);
    expect(unitsOf('Unit 511902001001-g01 stands under 511902001001; 211100-x-liaohe-oilfield does not.')).toEqual(['511902001001-g01', '511902001001', '211100-x-liaohe-oilfield']);
    expect(unitsOf('只有牵头单位 511902 可以签收和填报。')).toEqual(['511902']);
  });

  it('leaves posts, ids, receipts, dates, amounts and addresses as they are', () => {
    for (const text of ['岗位 511900-health.head 不在名册', '511900_aaaaaaaaaaaaaaaa', '20130301-abcdefg', '2013-03-01', '12.345678', '1,000,000', '155000.50', 'https://example.org/511902']) {
      expect(unitsOf(text)).toEqual([]);
    }
  });
});
