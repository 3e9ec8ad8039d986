import { recorded, specifyProjection } from '@zeren/kernel/testing';
import type { TaskPublished, TaskRevised } from '@zeren/tasks-domain';
import { changesOfTerms, contractInterimProjection, contractTaskProjection, type ContractTaskRow } from './index.js';

const task = (code: string, value = '310'): TaskPublished => ({
  type: 'TaskPublished',
  data: {
    splitId: '511900_split', rowKey: `${code}~511922`, parentTaskId: null, ancestors: [], campaignId: '511900_env', indicatorCode: code,
    name: { zh: '空气', en: 'Air' }, evidence: 'statistics', unitId: '511922', unitTenantId: '511922', supportingUnitIds: [], accountablePostId: '511922.head',
    level: 2, weight: '20', deadline: '2013-12-31T15:59:59.999Z', sharedWith: ['511922'],
    metrics: [{ code: 'days', unit: '天', direction: 'at-least', distribution: 'threshold' }],
    annualTargets: [{ year: 2013, dueAt: '2013-12-31T15:59:59.999Z', targets: [{ metric: 'days', value }] }],
  },
});
const revised = (code: string, value: string, supportingUnitIds: readonly string[] = []): TaskRevised => ({
  type: 'TaskRevised',
  data: { version: 2, reason: '省里调整', document: '演示〔2013〕9号', content: { ...task(code, value).data, supportingUnitIds }, droppedYears: [] },
});
const stream = (code: string) => `task-511900_split.${code}~511922`;
const tasks = specifyProjection(contractTaskProjection);
const rowsAfter = (...events: Parameters<typeof tasks.given>): readonly ContractTaskRow[] => tasks.given(...events).rows();
const published = (code: string) => recorded(task(code), { stream: stream(code), position: 1n });
const signed = { terms: rowsAfter(published('A-01')).map(({ term }) => term) };

describe('a term of a contract', () => {
  it('is unchanged while its task is what was signed, also where only those who support it are others', () => {
    expect(changesOfTerms(signed, rowsAfter(published('A-01')))).toEqual([]);
    const supported = rowsAfter(published('A-01'), recorded(revised('A-01', '310', ['511922-x']), { stream: stream('A-01'), position: 5n }));
    expect(changesOfTerms(signed, supported)).toEqual([]);
    expect(supported[0]?.changedAt).toBe('1');
  });

  it('needs an amendment where a revision of the split gave the task another target', () => {
    const rows = rowsAfter(published('A-01'), recorded(revised('A-01', '300'), { stream: stream('A-01'), position: 5n }));
    expect(changesOfTerms(signed, rows)).toMatchObject([
      { kind: 'revised', taskId: '511900_split.A-01~511922', reason: '省里调整', on: '2013-03-01', present: { targets: [{ annual: [{ year: 2013, value: '300' }] }] } },
    ]);
    expect(rows[0]?.changedAt).toBe('5');
  });

  it.each([
    ['TaskWithdrawn', 'withdrawn', { reason: '异议成立', successor: null }],
    ['TaskReturned', 'returned', { number: 1, reason: '非本地职责', successor: { unitId: '511921', unitTenantId: '511921', accountablePostId: '511921.head' } }],
    ['TaskVoided', 'voided', { number: 1, reason: '指标取消' }],
    ['TaskExplained', 'explained', { number: 1, reason: '条件不具备', explainedTo: '市民代表' }],
    ['TaskClosed', 'closed', { number: 1, reason: '无法完成' }],
  ] as const)('needs an amendment where its task ended: %s', (type, kind, data) => {
    const rows = rowsAfter(published('A-01'), recorded({ type, data } as never, { stream: stream('A-01'), position: 5n }));
    expect(changesOfTerms(signed, rows)).toMatchObject([{ kind, reason: data.reason, present: null }]);
  });

  it('is missing where the unit was given a task that the contract does not have, unless that one ended too', () => {
    expect(changesOfTerms(signed, rowsAfter(published('A-01'), published('A-02')))).toMatchObject([{ kind: 'added', indicatorCode: 'A-02', reason: '' }]);
    const ended = recorded({ type: 'TaskVoided' as const, data: { number: 1, reason: '指标取消' } }, { stream: stream('A-02'), position: 7n });
    expect(changesOfTerms(signed, rowsAfter(published('A-01'), published('A-02'), ended))).toEqual([]);
  });
});

describe('interim progress', () => {
  const values = (value: string) => [{ metric: 'days', value, unit: '天' }];
  const entered = (entry: number, value: string) => recorded({
    type: 'ProgressRecorded' as const, data: { entry, year: 2013, values: values(value), measuredOn: `2013-03-0${entry}`, evidenceIds: [], note: '', unitId: '511922' },
  }, { stream: stream('A-01') });
  const corrected = (entry: number, value: string) => recorded({
    type: 'ProgressCorrected' as const, data: { entry, year: 2013, values: values(value), reason: '笔误', unitId: '511922' },
  }, { stream: stream('A-01') });

  it('is the latest entry of a year, as it was corrected', () => {
    const { given } = specifyProjection(contractInterimProjection);
    expect(given(entered(1, '40'), entered(2, '80'), corrected(1, '41'), corrected(2, '82')).rows()).toMatchObject([
      { taskId: '511900_split.A-01~511922', year: 2013, entry: 2, values: [{ value: '82' }], measuredOn: '2013-03-02' },
    ]);
  });
});
