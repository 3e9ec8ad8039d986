import { publicId } from '@zeren/kernel';
import { recorded, specify, specifyProjection } from '@zeren/kernel/testing';
import { aTaskPublished, CITY, cityOffice, DISTRICT, OTHER_DISTRICT, SPLIT } from '../testing/samples.js';
import { taskBoard, type TaskRow } from '../task/task-board.js';
import type { TaskEvent } from '../task/task.events.js';
import type { CheckedItem } from './checklist.js';
import { gapsOf, pointsAtStake, sortedGaps, type GapGround, type GapTask } from './gap.js';
import { readinessProof } from './proof.js';
import type { GapNoted } from './task-gap.events.js';
import { taskGapBoard, taskGapDecider } from './task-gap.js';

const taskId = (unit: string) => publicId(CITY, `${SPLIT}.ENV-01-01~${unit}`);
const taskOf = (unitId: string, weight: string, ...events: TaskEvent[]): GapTask => {
  const published = aTaskPublished({ unitId, unitTenantId: unitId, weight, supportingUnitIds: [], sharedWith: [unitId] });
  const rows = specifyProjection(taskBoard).given(...[published, ...events].map((event, revision) => recorded(event, { stream: `task-${taskId(unitId)}`, revision }))).rows();
  return { ...(rows[0] as TaskRow), taskId: taskId(unitId) };
};
const reported = (value: string): TaskEvent => ({
  type: 'ResultReported',
  data: { year: 2013, values: [{ metric: 'value', value, unit: '处' }], measuredOn: '2013-12-20', dueAt: '2013-12-31T15:59:59.000Z', late: false, attempt: 1, reportingUnitId: DISTRICT, note: '' },
});
const item = (said: Partial<CheckedItem> = {}): CheckedItem => ({
  code: 'ENV-01-01', kind: 'indicator', name: { zh: '公共绿地', en: 'Green' }, weight: '8', metrics: [], evidence: 'statistics', formats: ['statistics-table'], commitment: null, unitId: '511900-health',
  mark: { ready: true, remark: '', unitId: CITY, at: '2013-12-01T02:00:00.000Z' }, ...said,
});
const proof = (unitId: string, format: GapGround['proofs'][number]['format'] = 'statistics-table') => ({ indicatorCode: 'ENV-01-01', unitId, taskId: null, format });
const ground = (said: Partial<GapGround> = {}): GapGround => ({
  year: 2013, weights: [{ indicatorCode: 'ENV-01-01', weight: '8' }], proofs: [proof(DISTRICT), proof(OTHER_DISTRICT)], items: [item()], scores: [],
  tasks: [taskOf(DISTRICT, '60.5', reported('100')), taskOf(OTHER_DISTRICT, '39.5', reported('100'))], ...said,
});
const noted: GapNoted = {
  type: 'GapNoted',
  data: { taskId: taskId(DISTRICT), campaignId: publicId(CITY, 'env'), indicatorCode: 'ENV-01-01', unitId: DISTRICT, kinds: ['below-target'], points: '4.84', reason: '测评前补齐', readerTenantIds: [DISTRICT] },
};

describe('the gap list', () => {
  it('is empty where every target is reached, everything is proved and the checklist is ready', () => {
    expect(gapsOf(ground())).toEqual([]);
  });

  it('has a unit whose indicator is below its target, or of which nothing was reported, with the exact points at stake', () => {
    const tasks = [taskOf(DISTRICT, '60.5', reported('99.99')), taskOf(OTHER_DISTRICT, '39.5')];
    expect(gapsOf(ground({ tasks }))).toMatchObject([
      { unitId: DISTRICT, taskId: taskId(DISTRICT), kinds: ['below-target'], points: '4.84', shortfalls: [{ value: '99.99', target: { value: '100' } }] },
      { unitId: OTHER_DISTRICT, kinds: ['below-target'], points: '3.16', shortfalls: [{ value: null }] },
    ]);
  });

  it('has a unit whose evidence is missing or of a form that proves nothing', () => {
    expect(gapsOf(ground({ proofs: [proof(DISTRICT, 'photo'), proof(OTHER_DISTRICT)] }))).toMatchObject([{ unitId: DISTRICT, kinds: ['missing-evidence'], points: '4.84' }]);
  });

  it('has what the checklist says is not ready, with the whole weight, and what ends an application with all hundred points', () => {
    const items = [item({ mark: { ready: false, remark: '缺图', unitId: CITY, at: '' } }), item({ code: 'ENV-P01', kind: 'precondition', weight: null, mark: null })];
    const gaps = gapsOf(ground({ items }));
    expect(gaps).toMatchObject([{ code: 'ENV-01-01', unitId: '511900-health', kinds: ['not-ready'], points: '8', remark: '缺图' }, { code: 'ENV-P01', kinds: ['decisive'], points: '100' }]);
    expect(pointsAtStake(gaps)).toBe('100');
  });

  it('has what the mock assessment took off, and joins all causes of one unit in one line', () => {
    const scores = [{ code: 'ENV-01-01', points: '6.75', weight: '8', finding: '标牌破损' }];
    expect(gapsOf(ground({ scores }))).toMatchObject([{ unitId: '511900-health', kinds: ['scored-low'], points: '1.25', remark: '标牌破损' }]);
    const items = [item({ unitId: DISTRICT, mark: null })];
    expect(gapsOf(ground({ scores, items, proofs: [proof(OTHER_DISTRICT)] }))).toMatchObject([{ unitId: DISTRICT, kinds: ['not-ready', 'missing-evidence', 'scored-low'], points: '8', taskId: taskId(DISTRICT) }]);
  });

  it('counts the points of an indicator once, however many units and causes there are', () => {
    expect(pointsAtStake(gapsOf(ground({ proofs: [] })))).toBe('8');
    expect(pointsAtStake(gapsOf(ground({ proofs: [], items: [item({ mark: null })] })))).toBe('8');
    expect(pointsAtStake(gapsOf(ground({ proofs: [proof(DISTRICT)] })))).toBe('3.16');
  });

  it('asks nothing of tasks that ended otherwise than done, nor of those that were split further', () => {
    expect(gapsOf(ground({ proofs: [], tasks: [{ ...taskOf(DISTRICT, '60.5'), status: 'voided' }] }))).toEqual([]);
    const root: GapTask = { ...taskOf('511900-health', '8'), taskId: publicId(CITY, `${SPLIT}.ENV-01-01`), parentTaskId: null, ancestors: [] };
    expect(gapsOf(ground({ proofs: [], tasks: [root, taskOf(DISTRICT, '60.5', reported('100'))] })).map(({ unitId }) => unitId)).toEqual([DISTRICT]);
  });

  it('is sorted by points, code or unit', () => {
    const gaps = gapsOf(ground({ proofs: [], items: [item({ code: 'ENV-01-09', mark: null })] }));
    expect(sortedGaps(gaps, '-points').map(({ points }) => points)).toEqual(['8', '4.84', '3.16']);
    expect(sortedGaps(gaps, 'unitId').map(({ unitId }) => unitId)).toEqual(['511900-health', DISTRICT, OTHER_DISTRICT].sort());
    expect(sortedGaps(gaps, '-code').map(({ code }) => code)[0]).toBe('ENV-01-09');
  });
});

describe('what is proved', () => {
  it('follows evidence that is filed, credited, withdrawn or superseded', () => {
    const credit = (indicatorCode: string) => ({ campaignId: publicId(CITY, 'env'), indicatorCode, taskId: null });
    const place = { stream: `evidence-${DISTRICT}_one`, metadata: { tenantId: DISTRICT, sharedWith: [CITY] } };
    const filed = recorded({ type: 'EvidenceFiled', data: { unitId: DISTRICT, format: 'photo', credits: [credit('ENV-01-01'), credit('ENV-01-02')] } } as const, place);
    const withdrawn = recorded({ type: 'EvidenceWithdrawn', data: { credits: [credit('ENV-01-01')] } } as const, { ...place, revision: 1 });
    expect(specifyProjection(readinessProof).given(filed, withdrawn).rows()).toMatchObject([{ readerTenantId: DISTRICT, indicatorCode: 'ENV-01-02' }, { readerTenantId: CITY, indicatorCode: 'ENV-01-02', format: 'photo' }]);
  });
});

describe('a gap put to the unit of a task', () => {
  const gap = specify(taskGapDecider);
  const note = { type: 'NoteGap', data: { ...noted.data, ownerTenantId: CITY } } as const;
  const settled = { type: 'GapSettled', data: { how: '已补报' } } as const;

  it('stands with its causes, points and reason, and is closed in a stated way', () => {
    gap.given().when(note, cityOffice).then(noted);
    gap.given(noted).when(note, cityOffice).then();
    gap.given(noted).when({ type: 'SettleGap', data: { how: '已补报', ownerTenantId: CITY } }, cityOffice).then(settled);
    gap.given(noted, settled).when(note, cityOffice).then(noted);
  });

  it('needs a gap, a reason, and the side that dispatched the task', () => {
    gap.given().when({ ...note, data: { ...note.data, kinds: [] } }, cityOffice).thenRefused('no-gap');
    gap.given().when({ ...note, data: { ...note.data, reason: ' ' } }, cityOffice).thenRefused('reason-required', 'reason');
    gap.given(noted).when({ ...note, data: { ...note.data, reason: '另' } }, { ...cityOffice, tenantId: DISTRICT }).thenRefused('not-the-dispatcher');
    gap.given().when({ type: 'SettleGap', data: { how: '已补报', ownerTenantId: CITY } }, cityOffice).thenRefused('no-gap');
  });

  it('is seen by whoever sees the task, and by nobody else', () => {
    const rows = specifyProjection(taskGapBoard).given(recorded(noted, { stream: `taskgap-${taskId(DISTRICT)}`, metadata: { sharedWith: [DISTRICT] } })).rows();
    expect(rows.map(({ readerTenantId, reason }) => [readerTenantId, reason])).toEqual([[CITY, '测评前补齐'], [DISTRICT, '测评前补齐']]);
    expect(taskGapDecider.sharedWith(gap.given(noted).state())).toEqual([DISTRICT]);
  });
});
