import { recorded, specifyProjection } from '@zeren/kernel/testing';
import { campaignOverview } from './campaign/campaign-overview.js';
import { splitProgress } from './split/split-progress.js';
import type { SplitEvent } from './split/split.events.js';
import { standardCatalogue, standardDocument } from './standard/standard-catalogue.js';
import { aCampaign, aCitySplit, aCycle, anIndicator, aStandard, aTaskPublished, CITY, DISTRICT, SPLIT } from './testing/samples.js';

const metadata = { sharedWith: [DISTRICT] };

describe('the catalogue of standards', () => {
  const standard = aStandard({
    declaredItems: 2,
    categories: [{ code: 'ENV-U', name: { zh: '未归类', en: 'Unassigned' }, kind: 'unassigned', indicators: [anIndicator('ENV-U-01', { placeholder: true }), anIndicator('ENV-U-02', { placeholder: true })] }],
  });
  const event = recorded(standard, { stream: `standard-${CITY}_ENV.v1`, metadata });

  it('lists a version for each reader, with how many items no source names', () => {
    const rows = specifyProjection(standardCatalogue).given(event).rows();
    expect(rows.map(({ readerTenantId, id, placeholders }) => [readerTenantId, id, placeholders])).toEqual([[CITY, 'ENV.v1', 2], [DISTRICT, 'ENV.v1', 2]]);
    expect(rows[0]).not.toHaveProperty('categories');
  });

  it('opens to the whole text', () => {
    expect(specifyProjection(standardDocument).given(event).rows()[1]).toMatchObject({ readerTenantId: DISTRICT, ...standard.data, publishedAt: '2013-03-01T02:00:00.000Z' });
  });
});

describe('the overview of campaigns', () => {
  it('shows a campaign to its city and to those who take part', () => {
    const campaign = aCampaign();
    const since = { mappings: [], composition: null, sourceScores: [], externalRanks: [], reached: [], integrations: [], revision: 0 };
    const key = { ownerTenantId: CITY, id: 'env', openedAt: '2013-03-01T02:00:00.000Z', ...since };
    specifyProjection(campaignOverview).given(recorded(campaign, { stream: `campaign-${CITY}_env`, metadata })).then(
      { readerTenantId: CITY, ...key, ...campaign.data },
      { readerTenantId: DISTRICT, ...key, ...campaign.data },
    );
  });
});

describe('the progress of a split', () => {
  const stream = `split-${CITY}_${SPLIT}`;
  const drafted = recorded<SplitEvent>({ type: 'SplitDrafted', data: { title: { zh: '分解', en: 'Split' }, cycle: aCycle, deepestLevel: 3 } }, { stream });
  const added = recorded<SplitEvent>({ type: 'SplitRowsAdded', data: { part: 1, rows: aCitySplit() } }, { stream, revision: 1 });
  const approved = recorded<SplitEvent>({ type: 'SplitApproved', data: { document: '1号', rows: 3, hash: 'h' } }, { stream, revision: 2 });
  const published = recorded<SplitEvent>({ type: 'SplitPublished', data: { rows: 3, hash: 'h', chainTenantIds: [], parents: [] } }, { stream, revision: 3 });
  const task = recorded(aTaskPublished(), { stream: `task-${CITY}_${SPLIT}.ENV-01-01~${DISTRICT}`, metadata });

  it('counts rows, parts and the tasks published so far', () => {
    const [row] = specifyProjection(splitProgress).given(drafted, added, approved, published, task, task).rows();
    expect(row).toMatchObject({ status: 'published', rows: 3, parts: 1, document: '1号', hash: 'h', tasksPublished: 2, publishedAt: '2013-03-01T02:00:00.000Z', revision: 3 });
  });

  it('counts a task once, also where it is dispatched anew to another unit', () => {
    const anew = recorded(aTaskPublished({ replaces: `${CITY}_${SPLIT}.ENV-01-01~${DISTRICT}` }), { stream: `task-${CITY}_${SPLIT}.ENV-01-01~${DISTRICT}.2`, metadata });
    expect(specifyProjection(splitProgress).given(drafted, added, approved, published, task, anew).rows()[0]).toMatchObject({ tasksPublished: 1 });
  });

  it('tells its versions apart: what each was approved by, and what a revision did to the tasks', () => {
    const first = [drafted, added, approved, published];
    const begun = recorded<SplitEvent>({ type: 'SplitRevisionBegun', data: { version: 2, reason: '调整' } }, { stream, revision: 4 });
    const again = (event: SplitEvent, revision: number) => recorded<SplitEvent>(event, { stream, revision });
    const rowAfter = (...events: typeof first) => specifyProjection(splitProgress).given(...first, ...events).rows()[0];
    expect(rowAfter(begun)).toMatchObject({ status: 'drafted', version: 2, reason: '调整', rows: 0, document: null, versions: [{ version: 1, document: '1号', rows: 3, result: null }] });
    expect(rowAfter(begun, again({ type: 'SplitRevisionDropped', data: { version: 2, reason: '作罢' } }, 5))).toMatchObject({ status: 'published', version: 1, reason: null, rows: 3, parts: 1, document: '1号' });
    const second = rowAfter(
      begun, again(added, 5), again({ type: 'SplitApproved', data: { document: '2号', rows: 3, hash: 'h2' } }, 6),
      again({ type: 'SplitPublished', data: { rows: 3, hash: 'h2', chainTenantIds: [], parents: [], version: 2 } }, 7),
      again({ type: 'SplitRevisionCarriedOut', data: { version: 2, published: 0, revised: 2, closed: 0, kept: 1 } }, 8),
    );
    expect(second?.versions).toMatchObject([{ version: 1 }, { version: 2, reason: '调整', document: '2号', hash: 'h2', result: { published: 0, revised: 2, closed: 0, kept: 1 } }]);
  });

  it('says why its publication is halted, until it goes on', () => {
    const stopped = recorded<SplitEvent>({ type: 'SplitPublicationStopped', data: { reason: '核对' } }, { stream, revision: 4 });
    const resumed = recorded<SplitEvent>({ type: 'SplitPublicationResumed', data: {} }, { stream, revision: 5 });
    expect(specifyProjection(splitProgress).given(drafted, added, approved, published, stopped).rows()[0]).toMatchObject({ stoppedFor: '核对' });
    expect(specifyProjection(splitProgress).given(drafted, added, approved, published, stopped, resumed).rows()[0]).toMatchObject({ stoppedFor: null });
  });

  it('is its own tenant\'s, and nothing is made of tasks alone', () => {
    expect(specifyProjection(splitProgress).given(drafted).rows().map(({ readerTenantId }) => readerTenantId)).toEqual([CITY]);
    expect(specifyProjection(splitProgress).given(task).rows()).toEqual([]);
  });
});
