import type { PublishedRankingRow, Standing } from '@zeren/assessment-domain';
import { latestOf, trendOf } from './trend.js';

const standing = (unitId: string, total: string, counted = 3): Standing =>
  ({ unitId, tenantId: unitId, total, rank: 1, counted, late: 0, rework: 0 });

const ranking = (period: string, ...standings: Standing[]): PublishedRankingRow => ({
  readerTenantId: '511900', ownerTenantId: '511900', id: `wuchuang.v1.${period}`, schemeId: '511900_wuchuang.v1', schemeVersion: 1, period, position: '1',
  groups: [{ code: 'districts', name: { zh: '县区组', en: 'Districts' }, standings }], publishedAt: '2013-07-01T00:00:00.000Z',
});

describe('the trend of a peer group', () => {
  it('runs over the published quarters in order and leaves the years out', () => {
    const trend = trendOf([ranking('2013Q2', standing('511902', '90.10')), ranking('2013'), ranking('2013Q1', standing('511902', '88.00'))], 'districts', (id) => id);
    expect(trend.periods).toEqual(['2013Q1', '2013Q2']);
    expect(trend.lines).toEqual([{ unitId: '511902', name: '511902', totals: ['88.00', '90.10'] }]);
  });

  it('has a gap where nothing counted for a unit, not a zero', () => {
    const trend = trendOf([ranking('2013Q1', standing('511903', '0.00', 0)), ranking('2013Q2', standing('511903', '71.40'))], 'districts', (id) => id);
    expect(trend.lines[0]?.totals).toEqual([undefined, '71.40']);
  });
});

describe('the latest published ranking', () => {
  it('is that of the year where its last quarter is published too', () => {
    expect(latestOf([ranking('2013Q4'), ranking('2013'), ranking('2013Q1')])?.period).toBe('2013');
  });

  it('is that of a later quarter where there is one', () => {
    expect(latestOf([ranking('2013'), ranking('2014Q1')])?.period).toBe('2014Q1');
  });
});
