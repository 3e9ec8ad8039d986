import { isNearby, metresBetween } from './similar.js';

const market = { latitude: '31.858000', longitude: '106.747000' };

describe('a place nearby', () => {
  it('is within 200 metres, where both have a point', () => {
    const near = { areaUnitId: '511902002', latitude: '31.859500', longitude: '106.747000' };
    const far = { areaUnitId: '511902001', latitude: '31.860000', longitude: '106.747000' };
    expect(Math.round(metresBetween(market, near))).toBe(167);
    expect(isNearby({ areaUnitId: '511902001', point: market }, near)).toBe(true);
    expect(isNearby({ areaUnitId: '511902001', point: market }, far)).toBe(false);
  });

  it('is the very same area, where one of them has no point', () => {
    const somewhere = { areaUnitId: '511902001', latitude: null, longitude: null };
    expect(isNearby({ areaUnitId: '511902001', point: market }, somewhere)).toBe(true);
    expect(isNearby({ areaUnitId: '511902002', point: null }, { ...somewhere, latitude: '31.858', longitude: '106.747' })).toBe(false);
  });
});
