import { recorded, specifyProjection } from '@zeren/kernel/testing';
import type { EvidenceEvent } from './evidence.events.js';
import { evidenceBoardProjection, evidenceCreditProjection } from './evidence-views.js';
import { evidenceCampaignProjection, evidenceRequirementProjection, evidenceStandardProjection } from './requirement-views.js';
import { aPhoto, creditTo } from './testing/evidence.sample.js';

const place = (revision: number) => ({ stream: 'evidence-511902_abc', revision, metadata: { tenantId: '511902', actorId: '511902.office', sharedWith: ['511900'] } });
const added = creditTo('CIV-01', { campaignId: '511900_civ' });
const filed = recorded<EvidenceEvent>({ type: 'EvidenceFiled', data: aPhoto }, place(0));
const credited = recorded<EvidenceEvent>({ type: 'EvidenceCredited', data: { unitId: '511902', format: 'photo', credits: [added] } }, place(1));
const withdrawn = recorded<EvidenceEvent>({ type: 'EvidenceWithdrawn', data: { reason: '重拍', credits: [...aPhoto.credits, added] } }, place(2));
const superseded = recorded<EvidenceEvent>({
  type: 'EvidenceSuperseded', data: { reason: '更清晰', byEvidenceId: '511902_better', credits: [...aPhoto.credits, added] },
}, place(2));

describe('the evidence board', () => {
  it('shows the unit that filed and the owner of the campaign the same', () => {
    const rows = specifyProjection(evidenceBoardProjection).given(filed, credited).rows();
    expect(rows.map(({ readerTenantId, ownerTenantId, id }) => [readerTenantId, ownerTenantId, id]))
      .toEqual([['511902', '511902', 'abc'], ['511900', '511902', 'abc']]);
    expect(rows[1]).toMatchObject({
      status: 'filed', hash: aPhoto.file.hash, fileName: '出水口.jpg', latitude: '31.858000', capturedFrom: 'file', credits: [...aPhoto.credits, added], revision: 1,
    });
  });

  it('keeps what was withdrawn or superseded, with the reason', () => {
    const { given } = specifyProjection(evidenceBoardProjection);
    expect(given(filed, credited, withdrawn).rows()[0]).toMatchObject({ status: 'withdrawn', reason: '重拍', supersededBy: null });
    expect(given(filed, credited, superseded).rows()[0]).toMatchObject({ status: 'superseded', reason: '更清晰', supersededBy: '511902_better' });
  });
});

describe('the credits in force', () => {
  const { given } = specifyProjection(evidenceCreditProjection);

  it('are one for each indicator a piece counts for', () => {
    expect(given(filed, credited).rows().filter(({ readerTenantId }) => readerTenantId === '511900')).toEqual([
      { readerTenantId: '511900', ownerTenantId: '511902', id: 'abc~511900_env~ENV-01', evidenceId: '511902_abc', ...aPhoto.credits[0], unitId: '511902', format: 'photo', duty: '511900_env~ENV-01~511902', proves: 4 },
      { readerTenantId: '511900', ownerTenantId: '511902', id: 'abc~511900_civ~CIV-01', evidenceId: '511902_abc', ...added, unitId: '511902', format: 'photo', duty: '511900_civ~CIV-01~511902', proves: 4 },
    ]);
  });

  it('prove whatever is asked for where the standard’s own forms were met', () => {
    const accepted = recorded<EvidenceEvent>({ type: 'EvidenceFiled', data: { ...aPhoto, credits: [{ ...creditTo('ENV-01'), accepted: true }] } }, place(0));
    expect(given(accepted).rows()[0]?.proves).toBe(15);
  });

  it('are gone once the piece is withdrawn or superseded', () => {
    expect(given(filed, credited, withdrawn).rows()).toEqual([]);
    expect(given(filed, credited, superseded).rows()).toEqual([]);
  });
});

describe('what must be proved', () => {
  it('is what each published task says, with the forms of document its indicator accepts, until it ends without completion', () => {
    const task = {
      type: 'TaskPublished' as const,
      data: {
        campaignId: '511900_env', indicatorCode: 'ENV-01', name: { zh: '空气', en: 'Air' }, evidence: 'field' as const, unitId: '511902',
        supportingUnitIds: [], level: 2, deadline: '2014-12-31T15:59:59.000Z',
      },
    };
    const { given } = specifyProjection(evidenceRequirementProjection);
    const at = (revision: number) => ({ stream: 'task-511900_split.ENV-01~511902', revision, metadata: { sharedWith: ['511902'] } });
    const published = recorded(task, at(0));
    const rows = given(published).rows();
    const revised = recorded({ type: 'TaskRevised' as const, data: { content: { ...task.data, supportingUnitIds: ['511902-health'] } } }, at(1));
    expect(given(published, revised).rows()[0]?.supportingUnitIds).toEqual(['511902-health']);
    for (const type of ['TaskReturned', 'TaskVoided', 'TaskWithdrawn', 'TaskExplained', 'TaskClosed'] as const) {
      expect(given(published, recorded({ type, data: { reason: '指标取消' } }, at(1))).rows()).toEqual([]);
    }
    expect(rows[0]).toMatchObject({ taskId: '511900_split.ENV-01~511902', duty: '511900_env~ENV-01~511902', accepts: 4 });
    expect(rows.map(({ readerTenantId, id, kind, formats }) => [readerTenantId, id, kind, formats])).toEqual([
      ['511900', 'split.ENV-01~511902', 'field', ['photo']], ['511902', 'split.ENV-01~511902', 'field', ['photo']],
    ]);
  });

  it('is proved by the forms its standard names, where it names them', () => {
    const indicators = [{ code: 'ENV-01', formats: ['photo', 'explanatory-report'] as const }, { code: 'ENV-02' }];
    const published = recorded({ type: 'StandardPublished' as const, data: { categories: [{ indicators }] } }, { stream: 'standard-511900_ENV.v1', metadata: { sharedWith: ['511902'] } });
    const rows = specifyProjection(evidenceStandardProjection).given(published).rows();
    expect(rows.map(({ readerTenantId, id, formats }) => [readerTenantId, id, formats])).toEqual(
      ['511900', '511902'].map((reader) => [reader, 'ENV.v1', { 'ENV-01': ['photo', 'explanatory-report'] }]));
  });

  it('belongs to a campaign with the indicators of its standard', () => {
    const opened = { type: 'CampaignOpened' as const, data: { name: { zh: '环保', en: 'Env' }, standardId: '511900_ENV.v1', leadUnitId: '511900', weights: [{ indicatorCode: 'ENV-01' }], participantTenantIds: ['511902'] } };
    const at = (revision: number) => ({ stream: 'campaign-511900_env', revision });
    const moved = { type: 'CampaignMapped' as const, data: { toStandardId: '511900_ENV.v2', weights: [{ indicatorCode: 'ENV-02' }] } };
    const { given } = specifyProjection(evidenceCampaignProjection);
    expect(given(recorded(opened, at(0)), recorded(moved, at(1))).rows()).toMatchObject([{ standardId: '511900_ENV.v2', indicatorCodes: ['ENV-02', 'ENV-01'] }]);
    given(recorded(opened, at(0)))
      .then({ readerTenantId: '511900', ownerTenantId: '511900', id: 'env', name: { zh: '环保', en: 'Env' }, standardId: '511900_ENV.v1', indicatorCodes: ['ENV-01'], participantTenantIds: ['511902'] });
  });
});
