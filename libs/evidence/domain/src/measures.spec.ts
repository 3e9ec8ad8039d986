import { indicatorsServedBy, indicatorsServing, type Measure } from './measures.js';

const campaigns = [
  { campaignId: '511900_env', standardId: '511900_ENV.v1' }, { campaignId: '511900_eco', standardId: '511900_ECO.v1' },
  { campaignId: '511900_for', standardId: '511900_FOR.v1' }, { campaignId: '511902_own', standardId: '511900_ECO.v1' },
];
const of = (standardId: string, indicatorCode: string, relation: 'same' | 'stricter' | 'partial') => ({ standardId, indicatorCode, relation });
const sewage: Measure = { indicators: [of('511900_ENV.v1', 'ENV-09', 'same'), of('511900_ECO.v1', 'ECO-04', 'stricter'), of('511900_FOR.v1', 'FOR-02', 'partial')] };

describe('one fact, many campaigns', () => {
  it('evidence of what is the same or stricter serves, of what overlaps it does not', () => {
    expect(indicatorsServing({ campaignId: '511900_env', indicatorCode: 'ENV-09' }, campaigns, [sewage])).toEqual([{ campaignId: '511900_eco', indicatorCode: 'ECO-04' }]);
  });

  it('filed for one it counts for what is the same too, not for what asks for more or overlaps', () => {
    expect(indicatorsServedBy({ campaignId: '511900_eco', indicatorCode: 'ECO-04' }, campaigns, [sewage])).toEqual([{ campaignId: '511900_env', indicatorCode: 'ENV-09' }]);
    expect(indicatorsServedBy({ campaignId: '511900_env', indicatorCode: 'ENV-09' }, campaigns, [sewage])).toEqual([]);
    expect(indicatorsServedBy({ campaignId: '511900_for', indicatorCode: 'FOR-02' }, campaigns, [sewage])).toEqual([]);
  });

  it('what asks for more is proved by its own evidence only', () => {
    expect(indicatorsServing({ campaignId: '511900_eco', indicatorCode: 'ECO-04' }, campaigns, [sewage])).toEqual([]);
  });

  it('only campaigns of the same owner share, and what no measure names shares nothing', () => {
    const serving = indicatorsServing({ campaignId: '511900_env', indicatorCode: 'ENV-09' }, campaigns, [sewage]);
    expect(serving.map(({ campaignId }) => campaignId)).not.toContain('511902_own');
    expect(indicatorsServing({ campaignId: '511900_env', indicatorCode: 'ENV-01' }, campaigns, [sewage])).toEqual([]);
    expect(indicatorsServing({ campaignId: '511900_none', indicatorCode: 'ENV-09' }, campaigns, [sewage])).toEqual([]);
  });
});
