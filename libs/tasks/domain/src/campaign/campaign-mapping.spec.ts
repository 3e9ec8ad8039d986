import { specify } from '@zeren/kernel/testing';
import { campaignDecider } from './campaign.js';
import { proposedMapping, type MapCampaign, type StandardFact } from './campaign-mapping.js';
import type { MappingRow } from './campaign.events.js';
import { aCampaign, anIndicator, aStandard } from '../testing/samples.js';

const campaign = specify(campaignDecider);
const versionOf = (version: number, ...codes: readonly string[]): StandardFact => aStandard({
  version,
  categories: [{ code: 'ENV-01', name: { zh: '类', en: 'Group' }, kind: 'assessed', indicators: codes.map((code) => anIndicator(code, code === 'ENV-01-02' ? { evidence: version === 1 ? 'field' : 'survey' } : {})) }],
}).data;
const before = versionOf(1, 'ENV-01-01', 'ENV-01-02', 'ENV-01-03');
const after = versionOf(2, 'ENV-01-01', 'ENV-01-02', 'ENV-01-04');
const rows: readonly MappingRow[] = [
  { from: 'ENV-01-01', to: 'ENV-01-01', outcome: 'kept', reason: '' },
  { from: 'ENV-01-02', to: 'ENV-01-02', outcome: 'changed', reason: '改为问卷' },
  { from: 'ENV-01-03', to: null, outcome: 'ended', reason: '新版取消' },
  { from: null, to: 'ENV-01-04', outcome: 'added', reason: '' },
];
const weights = ['ENV-01-01', 'ENV-01-02', 'ENV-01-04'].map((indicatorCode, index) => ({ indicatorCode, weight: index === 0 ? '40' : '30' }));
const said = { toStandardId: '511900_ENV.v2', rows, weights, weightsSource: { zh: '重新设定', en: 'Set anew' }, reason: '国家发布新版', document: '批文〔2013〕8号' };
const map = (other: Partial<MapCampaign['data']> = {}): MapCampaign => ({ type: 'MapCampaign', data: { ...said, before, after, ...other } });
const mapped = { type: 'CampaignMapped', data: { ...said, fromStandardId: '511900_ENV.v1' } } as const;
const instead = (index: number, row: MappingRow) => rows.map((one, at) => (at === index ? row : one));

describe('a campaign that moves to another version of its standard', () => {
  it('records what becomes of each indicator, with the reason and the document', () => {
    campaign.given(aCampaign()).when(map()).then(mapped);
  });

  it('has a mapping proposed by the codes: what reads the same is kept, what does not is changed, the rest ended and added', () => {
    expect(proposedMapping(before, after)).toEqual(rows.map((row) => ({ ...row, reason: '' })));
  });

  it('works to the new version and its weights from then on', () => {
    expect(campaign.given(aCampaign(), mapped).state()).toMatchObject({ content: { standardId: '511900_ENV.v2', weights }, mappings: [mapped.data] });
  });

  it('moved again to the same version changes nothing', () => {
    campaign.given(aCampaign(), mapped).when(map()).then();
  });

  it('opened again with the content it was opened with changes nothing', () => {
    const { data } = aCampaign();
    campaign.given(aCampaign(), mapped).when({ type: 'OpenCampaign', data: { ...data, indicatorCodes: [], districtTenantIds: [] } }).then();
    campaign.given(aCampaign(), mapped).when({ type: 'OpenCampaign', data: { ...data, lastYear: 2015, indicatorCodes: [], districtTenantIds: [] } }).thenRefused('campaign-open');
  });

  it('moves to a later version of the same standard only', () => {
    campaign.given(aCampaign()).when(map({ after: { ...after, code: 'HEA' } })).thenRefused('standard-not-later', 'toStandardId');
    campaign.given(aCampaign()).when(map({ after: { ...after, version: 1 } })).thenRefused('standard-not-later', 'toStandardId');
    campaign.given().when(map()).thenRefused('campaign-not-open');
  });

  it('needs a reason and an approved document, and a reason for each indicator changed or ended', () => {
    campaign.given(aCampaign()).when(map({ reason: ' ' })).thenRefused('reason-required', 'reason');
    campaign.given(aCampaign()).when(map({ document: '' })).thenRefused('document-required', 'document');
    campaign.given(aCampaign()).when(map({ rows: instead(2, { from: 'ENV-01-03', to: null, outcome: 'ended', reason: '' }) })).thenRefused('reason-required', 'rows[2].reason');
  });

  it('leaves no indicator of either version unsaid, and names none twice', () => {
    campaign.given(aCampaign()).when(map({ rows: rows.slice(1) })).thenRefused('indicator-not-mapped', 'rows');
    campaign.given(aCampaign()).when(map({ rows: rows.slice(0, 3) })).thenRefused('indicator-not-mapped', 'rows');
    campaign.given(aCampaign()).when(map({ rows: [...rows, rows[0] as MappingRow] })).thenRefused('indicator-repeated', 'rows[4].from');
    campaign.given(aCampaign()).when(map({ rows: instead(3, { from: null, to: 'ENV-09-09', outcome: 'added', reason: '' }) })).thenRefused('indicator-unknown', 'rows[3].to');
  });

  it('keeps only what reads the same in both versions', () => {
    campaign.given(aCampaign()).when(map({ rows: instead(1, { from: 'ENV-01-02', to: 'ENV-01-02', outcome: 'kept', reason: '' }) })).thenRefused('mapping-not-kept', 'rows[1].outcome');
    campaign.given(aCampaign()).when(map({ rows: instead(2, { from: 'ENV-01-03', to: 'ENV-01-04', outcome: 'ended', reason: '并入' }) })).thenRefused('mapping-outcome', 'rows[2].outcome');
  });

  it('weighs every indicator of the new version', () => {
    campaign.given(aCampaign()).when(map({ weights: weights.slice(1) })).thenRefused('indicator-without-weight', 'weights');
  });
});
