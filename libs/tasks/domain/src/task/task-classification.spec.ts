import { recorded, specify, specifyProjection } from '@zeren/kernel/testing';
import { campaignDecider, type ClassifyCampaign } from '../campaign/campaign.js';
import { campaignOverview } from '../campaign/campaign-overview.js';
import { aCampaign, anObjectionRule, aTaskPublished, CITY, cityOffice, DISTRICT, districtOffice } from '../testing/samples.js';
import { taskBoard } from './task-board.js';
import { taskDecider } from './task.js';
import type { CarryRevision } from '../split/split-carry.js';
import type { TaskRevised } from './task-revision.events.js';
import type { TaskClassified } from './task-classification.events.js';
import type { ClassifyTask } from './task-classification.js';

const task = specify(taskDecider);
const campaign = specify(campaignDecider);
const published = aTaskPublished();
const opened = aCampaign();
const classify = (said: Partial<ClassifyTask['data']> = {}): ClassifyTask =>
  ({ type: 'ClassifyTask', data: { integrations: ['problem-goal', 'party-smart', 'party-smart'], reason: '网格党支部牵头', ...said } });
const classified: TaskClassified = { type: 'TaskClassified', data: { integrations: ['party-smart', 'problem-goal'], reason: '网格党支部牵头' } };
const classifyCampaign = (said: Partial<ClassifyCampaign['data']> = {}): ClassifyCampaign =>
  ({ type: 'ClassifyCampaign', data: { integrations: ['design-practice'], document: '工作方案〔2013〕1号', ...said } });

describe('the four integrations of a task', () => {
  it('are those of its campaign until it is classified itself, by those who dispatched it and with a reason', () => {
    expect(task.given(published).state()).toMatchObject({ integrations: null });
    task.given(published).when(classify(), cityOffice).then(classified);
    task.given(published, classified).when(classify(), cityOffice).then();
    task.given(published).when(classify({ reason: '' }), cityOffice).thenRefused('reason-required', 'reason');
    expect(task.given(published).when(classify({ integrations: [] }), cityOffice).outcome()).toHaveLength(1);
  });

  it('are not for the unit that works on it to say', () => {
    task.given(published).when(classify(), districtOffice).thenRefused('not-the-dispatcher');
    task.given(published).when(classify(), { ...cityOffice, roles: ['officer'] }).thenRefused('role-cannot-answer');
  });

  it('are four, and no fifth', () => {
    task.given(published).when(classify({ integrations: ['party-smart', 'fifth'] }), cityOffice).thenRefused('integration-unknown', 'integrations[1]');
    campaign.given(opened).when(classifyCampaign({ integrations: ['fifth'] }), cityOffice).thenRefused('integration-unknown', 'integrations[0]');
  });

  it('stand on the board of every reader', () => {
    const metadata = { sharedWith: [DISTRICT] };
    const rows = specifyProjection(taskBoard).given(
      recorded(published, { stream: `task-${CITY}_t`, metadata }), recorded(classified, { stream: `task-${CITY}_t`, revision: 1, metadata }),
    ).rows();
    expect(rows.map(({ integrations }) => integrations)).toEqual([['party-smart', 'problem-goal'], ['party-smart', 'problem-goal']]);
  });
});

describe('the four integrations of a row of a split', () => {
  const asRow = (integrations?: TaskClassified['data']['integrations']) => aTaskPublished(integrations && { integrations });
  const carry = (integrations?: TaskClassified['data']['integrations']): CarryRevision =>
    ({ type: 'CarryRevision', data: { version: 2, reason: '调整', document: '批文〔2014〕2号', content: asRow(integrations).data, objection: anObjectionRule } });
  const revised = (said: Pick<TaskRevised['data'], 'integrations'>): TaskRevised =>
    ({ type: 'TaskRevised', data: { version: 2, reason: '调整', document: '批文〔2014〕2号', content: asRow(said.integrations ?? undefined).data, droppedYears: [], ...said } });

  it('are those of its task, on the board of every reader too, until that is classified otherwise', () => {
    const own = asRow(['old-new']);
    expect(task.given(own).state()).toMatchObject({ integrations: ['old-new'] });
    expect(task.given(own, classified).state()).toMatchObject({ integrations: classified.data.integrations });
    const [row] = specifyProjection(taskBoard).given(recorded(own, { stream: `task-${CITY}_t` })).rows();
    expect(row).toMatchObject({ integrations: ['old-new'] });
  });

  it('are revised with the split: a row that says otherwise than before classifies its task, one that says nothing any more leaves it to the campaign', () => {
    task.given(asRow(['old-new'])).when(carry(['problem-goal']), cityOffice).then(revised({ integrations: ['problem-goal'] }));
    task.given(asRow(['old-new'])).when(carry(), cityOffice).then(revised({ integrations: null }));
    expect(task.given(asRow(['old-new']), revised({ integrations: ['problem-goal'] })).state()).toMatchObject({ integrations: ['problem-goal'] });
    expect(task.given(asRow(['old-new']), classified, revised({ integrations: null })).state()).toMatchObject({ integrations: null });
  });

  it('stay as the dispatcher classified the task where a revision says nothing new of them', () => {
    const terms = { ...asRow(['old-new']).data, weight: '70' };
    const [event] = task.given(asRow(['old-new']), classified).when({ type: 'CarryRevision', data: { ...carry().data, content: terms } }, cityOffice).outcome() as [TaskRevised];
    expect(event.data).not.toHaveProperty('integrations');
    expect(task.given(asRow(['old-new']), classified, event).state()).toMatchObject({ integrations: classified.data.integrations });
  });
});

describe('the four integrations of a campaign', () => {
  const event = { type: 'CampaignClassified', data: { integrations: ['design-practice'], document: '工作方案〔2013〕1号' } } as const;

  it('are laid down by a document, and may be laid down otherwise later', () => {
    campaign.given(opened).when(classifyCampaign(), cityOffice).then(event);
    campaign.given(opened, event).when(classifyCampaign(), cityOffice).then();
    campaign.given(opened).when(classifyCampaign({ document: ' ' }), cityOffice).thenRefused('document-required', 'document');
    expect(campaign.given(opened, event).when(classifyCampaign({ integrations: [] }), cityOffice).outcome()).toHaveLength(1);
  });

  it('stand in its overview', () => {
    const [row] = specifyProjection(campaignOverview).given(recorded(opened), recorded(event, { revision: 1 })).rows();
    expect(row).toMatchObject({ integrations: ['design-practice'], revision: 1 });
  });
});
