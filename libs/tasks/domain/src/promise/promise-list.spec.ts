import { publicId } from '@zeren/kernel';
import { recorded, specify, specifyProjection } from '@zeren/kernel/testing';
import { taskBoard, type TaskRow } from '../task/task-board.js';
import type { TaskEvent } from '../task/task.events.js';
import { aTaskPublished, CITY, cityOffice, DISTRICT, SPLIT } from '../testing/samples.js';
import type { PromiseListEvent, PublicPromise } from './promise-list.events.js';
import { promiseListDecider, type AmendPromise, type ProposedPromise, type PublishPromises } from './promise-list.js';
import { promiseListBoard, promiseListOf, shownPromises, type PromiseListRow } from './promise-view.js';

const now = '2013-06-30T02:00:00.000Z';
const taskId = publicId(CITY, `${SPLIT}.ENV-01-01~${DISTRICT}`);
const list = specify(promiseListDecider);
const promise: PublicPromise = {
  code: 'MS-01', text: { zh: '新建公共绿地 60 处', en: 'Sixty new public greens' }, metric: 'value', unit: '处', target: '60', leadUnitId: DISTRICT, leadName: { zh: '巴州区', en: 'Bazhou' }, dueOn: '2013-12-31', taskId,
};
const { unit: _, leadUnitId: __, leadName: ___, ...proposed } = promise;
const content = { year: 2013, title: { zh: '2013 年民生实事', en: 'Promises of 2013' }, approval: { authority: '市人大', document: '巴人发〔2013〕1号' } };
const tasks = [{ taskId, unitId: DISTRICT, unitName: { zh: '巴州区', en: 'Bazhou' }, metrics: aTaskPublished().data.metrics }];
const publish = (said: Partial<PublishPromises['data']> = {}): PublishPromises => ({ type: 'PublishPromises', data: { ...content, promises: [proposed], tasks, ...said } });
const amend = (said: Partial<ProposedPromise>, more: Partial<AmendPromise['data']> = {}): AmendPromise =>
  ({ type: 'AmendPromise', data: { promise: { ...proposed, ...said }, tasks, reason: '选址调整', document: '巴人发〔2013〕9号', ...more } });
const published: PromiseListEvent = { type: 'PromisesPublished', data: { ...content, promises: [promise] } };
const amended: PromiseListEvent = { type: 'PromiseAmended', data: { promise: { ...promise, target: '50' }, on: '2013-06-30', reason: '选址调整', document: '巴人发〔2013〕9号' } };
const when = (...events: PromiseListEvent[]) => (command: PublishPromises | AmendPromise) => list.given(...events).when(command, { ...cityOffice, now });

describe('the yearly list of promises', () => {
  it('is published as approved, with a document; unit and lead of each promise are its task\'s', () => {
    when()(publish()).then(published);
    when()(publish({ approval: { authority: '市人大', document: ' ' } })).thenRefused('document-required', 'approval.document');
  });

  it('is published once; the same again changes nothing', () => {
    when(published)(publish()).then();
    when(published)(publish({ title: { zh: '另', en: 'Other' } })).thenRefused('promises-published', 'year');
  });

  it('has promises in both languages, measurable, due within the year, each with a task that carries it out', () => {
    const with1 = (said: Partial<ProposedPromise>) => when()(publish({ promises: [{ ...proposed, ...said }] }));
    with1({ text: { zh: '新建', en: ' ' } }).thenRefused('promise-incomplete', 'promises[0].text');
    with1({ taskId: publicId(CITY, 'none') }).thenRefused('promise-task-unknown', 'promises[0].taskId');
    with1({ metric: 'other' }).thenRefused('value-unknown', 'promises[0].metric');
    with1({ target: '0' }).thenRefused('commitment-invalid', 'promises[0].target');
    with1({ dueOn: '2014-01-01' }).thenRefused('promise-due', 'promises[0].dueOn');
    when()(publish({ promises: [] })).thenRefused('promise-incomplete', 'promises');
    when()(publish({ promises: [proposed, proposed] })).thenRefused('part-repeated', 'promises[1].code');
  });

  it('is amended with a reason and a document, and what it said before stays', () => {
    when(published)(amend({ target: '50' })).then(amended);
    when(published)(amend({})).then();
    when(published)(amend({ target: '50' }, { reason: '' })).thenRefused('reason-required', 'reason');
    when(published)(amend({ target: '50' }, { document: '' })).thenRefused('document-required', 'document');
    when(published)(amend({ code: 'MS-09' })).thenRefused('promise-unknown', 'promise.code');
    when()(amend({ target: '50' })).thenRefused('promises-not-published');
    expect(list.given(published, amended).state()).toMatchObject({ promises: [{ target: '50', earlier: [{ target: '60', on: '2013-06-30', reason: '选址调整' }] }] });
    when(published, amended)(publish()).thenRefused('promises-published');
  });
});

describe('a promise as anybody sees it', () => {
  const row = (...events: TaskEvent[]): TaskRow =>
    specifyProjection(taskBoard).given(...[aTaskPublished(), ...events].map((event, revision) => recorded(event, { stream: `task-${taskId}`, revision }))).rows()[0] as TaskRow;
  const stored = specifyProjection(promiseListBoard).given(...[published, amended].map((event, revision) => recorded(event, { stream: `promiselist-${CITY}_2013`, revision }))).rows()[0] as PromiseListRow;
  const reported: TaskEvent = {
    type: 'ResultReported',
    data: { year: 2013, values: [{ metric: 'value', value: '45', unit: '处' }], measuredOn: '2013-06-20', dueAt: '2013-12-31T15:59:59.000Z', late: false, attempt: 1, reportingUnitId: DISTRICT, note: '内部备注' },
  };
  const seen = (...events: TaskEvent[]) => shownPromises(promiseListOf(stored), (id) => (id === taskId ? row(...events) : undefined), now);

  it('shows text, lead, target, due date, how far it has come, and its lamp', () => {
    expect(seen(reported).promises).toMatchObject([{ text: promise.text, leadName: promise.leadName, unit: '处', target: '50', dueOn: '2013-12-31', stage: 'reported', value: '45', percent: '90.0', direction: 'at-least', measuredOn: '2013-06-20', lamp: 'green', end: null }]);
    expect(seen().promises).toMatchObject([{ stage: 'none', value: null, percent: null }]);
  });

  it('tells no percentage of a limit that is to be kept, nor of a yes or no', () => {
    const [metric] = aTaskPublished().data.metrics;
    for (const direction of ['at-most', 'boolean'] as const) {
      const task = { ...row(reported), metrics: metric ? [{ ...metric, direction }] : [] };
      expect(shownPromises(promiseListOf(stored), () => task, now).promises).toMatchObject([{ direction, percent: null, value: '45' }]);
    }
  });

  it('shows what it said before and why that changed', () => {
    expect(seen().promises[0]?.earlier).toMatchObject([{ target: '60', reason: '选址调整', document: '巴人发〔2013〕9号' }]);
  });

  it('shows neither officers nor posts nor unit codes nor notes nor findings', () => {
    const verified: TaskEvent = { type: 'ResultVerified', data: { year: 2013, verifyingUnitId: '511900-supervision-office', finding: '内部结论' } };
    const text = JSON.stringify(seen(reported, verified));
    expect(text).toContain('verified');
    for (const hidden of ['内部备注', '内部结论', '.head', DISTRICT, 'taskId', 'supervision-office', 'officer']) expect(text).not.toContain(hidden);
  });
});
