import { recorded, specifyProjection } from '@zeren/kernel/testing';
import { assessmentCampaignProjection } from './assessment-campaign.js';
import { aScheme } from './testing/samples.js';
import { publishedRankingProjection, schemeProjection, scoreSheetProjection } from './views.js';

const text = { zh: '环保', en: 'Environment' };

describe('the views of an assessment', () => {
  it('a scheme is one row for each tenant it is shared with', () => {
    const rows = specifyProjection(schemeProjection).given(recorded(
      { type: 'SchemePublished', data: aScheme() },
      { stream: 'scheme-511900_districts.v1', metadata: { sharedWith: ['511902', '511922'] } },
    )).rows();
    expect(rows.map((row) => [row.readerTenantId, row.ownerTenantId, row.id])).toEqual([
      ['511900', '511900', 'districts.v1'], ['511902', '511900', 'districts.v1'], ['511922', '511900', 'districts.v1'],
    ]);
    expect(rows[1]).toMatchObject(aScheme());
  });

  it('a published ranking says when it was published', () => {
    const data = { schemeId: '511900_districts.v1', schemeVersion: 1, period: '2013Q2', position: '9', groups: [] };
    specifyProjection(publishedRankingProjection).given(recorded(
      { type: 'AssessmentPublished', data },
      { stream: 'assessment-511900_districts.v1.2013Q2', metadata: { occurredAt: '2013-07-10T01:00:00.000Z' } },
    )).then({ readerTenantId: '511900', ownerTenantId: '511900', id: 'districts.v1.2013Q2', ...data, publishedAt: '2013-07-10T01:00:00.000Z' });
  });

  it('a score sheet is read by its unit and the assessing tenant, and no other', () => {
    const standing = { unitId: '511902', tenantId: '511902', total: '95.00', rank: 1, counted: 1, late: 0, rework: 0 };
    const data = { schemeId: '511900_districts.v1', schemeVersion: 1, period: '2013Q2', position: '9', group: 'districts', standing, lines: [] };
    const rows = specifyProjection(scoreSheetProjection).given(recorded(
      { type: 'ScoreSheetIssued', data },
      { stream: 'scoresheet-511900_districts.v1.2013Q2.511902', metadata: { sharedWith: ['511902'] } },
    )).rows();
    expect(rows.map((row) => [row.readerTenantId, row.unitId])).toEqual([['511900', '511902'], ['511902', '511902']]);
  });

  it('a campaign keeps the weight of each indicator', () => {
    const rows = specifyProjection(assessmentCampaignProjection).given(recorded(
      { type: 'CampaignOpened', data: {
        name: text, standardId: '511900_ENV.v1', grade: text, leadUnitId: 'u', approval: { authority: 'a', document: 'd' }, milestones: [],
        weights: [{ indicatorCode: 'ENV-01', weight: '70' }, { indicatorCode: 'ENV-02', weight: '30' }],
        weightsSource: text, firstYear: 2013, lastYear: 2015, participantTenantIds: ['511902'],
      } },
      { stream: 'campaign-511900_env', metadata: { sharedWith: ['511902'] } },
    )).rows();
    expect(rows).toEqual([{
      readerTenantId: '511900', ownerTenantId: '511900', id: 'env', campaignId: '511900_env', weights: { 'ENV-01': '70', 'ENV-02': '30' },
    }]);
  });
});
