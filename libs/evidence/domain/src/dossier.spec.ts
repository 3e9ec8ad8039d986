import { specify } from '@zeren/kernel/testing';
import { dossierDecider } from './dossier.js';
import type { DossierEvent } from './dossier.events.js';

const { given } = specify(dossierDecider);
const now = '2013-03-01T02:00:00.000Z';
const office = { tenantId: '511902', unitId: '511902-creation-office', roles: ['district-office'], now } as const;
const to = (indicatorCode: string) => ({ campaignId: '511900_env', indicatorCode });
const admit = (evidenceId: string, asked: readonly string[], said: { served?: readonly string[]; onFile?: number } = {}) => ({
  type: 'AdmitEvidence' as const,
  data: {
    evidenceId, unitId: '511902', asked: asked.map(to), served: (said.served ?? []).map(to),
    facts: { onFile: [{ ...to('ENV-01'), count: said.onFile ?? 0 }], limit: 2 },
  },
});
const admitted = (evidenceId: string, ...codes: string[]): DossierEvent => ({ type: 'EvidenceAdmitted', data: { evidenceId, at: now, places: codes.map(to) } });
const released = (...evidenceIds: string[]): DossierEvent => ({ type: 'EvidenceReleased', data: { evidenceIds } });

describe('a unit’s dossier', () => {
  it('gives each piece its places before it is filed; again it changes nothing', () => {
    given().when(admit('e1', ['ENV-01', 'ENV-02']), office).then(admitted('e1', 'ENV-01', 'ENV-02'));
    given(admitted('e1', 'ENV-01')).when(admit('e1', ['ENV-01']), office).then();
    given(admitted('e1', 'ENV-01')).when(admit('e1', ['ENV-01', 'ENV-02']), office).then(admitted('e1', 'ENV-02'));
  });

  it('has no place for one more than the limit at an indicator, whoever was first', () => {
    given(admitted('e1', 'ENV-01'), admitted('e2', 'ENV-01')).when(admit('e3', ['ENV-02', 'ENV-01']), office).thenRefused('evidence-too-many', 'credits[1]');
    given(admitted('e1', 'ENV-01'), admitted('e2', 'ENV-01')).when(admit('e2', ['ENV-01']), office).then();
  });

  it('counts what was on file before it was kept', () => {
    given().when(admit('e1', ['ENV-01'], { onFile: 2 }), office).thenRefused('evidence-too-many', 'credits[0]');
  });

  it('takes up what else a piece proves only where there is room', () => {
    given(admitted('e1', 'ENV-01'), admitted('e2', 'ENV-01'))
      .when(admit('e3', ['ENV-02'], { served: ['ENV-01', 'ENV-03'] }), office).then(admitted('e3', 'ENV-02', 'ENV-03'));
  });

  it('has room again for what gave up its places', () => {
    const full = [admitted('e1', 'ENV-01'), admitted('e2', 'ENV-01')];
    given(...full).when({ type: 'ReleaseEvidence', data: { evidenceIds: ['e1', 'e9'] } }, office).then(released('e1'));
    given(...full, released('e1')).when(admit('e3', ['ENV-01']), office).then(admitted('e3', 'ENV-01'));
    given(...full, released('e1')).when({ type: 'ReleaseEvidence', data: { evidenceIds: ['e1'] } }, office).then();
  });

  it('is nobody else’s to see', () => {
    expect(dossierDecider.sharedWith(given(admitted('e1', 'ENV-01')).state())).toEqual([]);
  });
});
