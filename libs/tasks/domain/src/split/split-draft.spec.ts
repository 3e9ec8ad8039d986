import { specify } from '@zeren/kernel/testing';
import { splitDecider } from './split.js';
import type { SplitApproved, SplitDrafted, SplitEvent, SplitPublished, SplitRowsAdded, SplitRowsChanged, SplitTableReset } from './split.events.js';
import { ROWS_PER_PART, rowsOf } from './split-state.js';
import { aCitySplit, aCycle, aDistrictRow, aRow, cityFacts, DISTRICT, OTHER_DISTRICT } from '../testing/samples.js';

const split = specify(splitDecider);
const rows = aCitySplit();
const drafted: SplitDrafted = { type: 'SplitDrafted', data: { title: { zh: '任务分解', en: 'Split' }, cycle: aCycle, deepestLevel: 3 } };
const added: SplitRowsAdded = { type: 'SplitRowsAdded', data: { part: 1, rows } };
const approved: SplitApproved = { type: 'SplitApproved', data: { document: '批文〔2013〕1号', rows: 3, hash: 'h' } };
const published: SplitPublished = { type: 'SplitPublished', data: { rows: 3, hash: 'h', chainTenantIds: [], parents: [] } };
const revised: readonly SplitEvent[] = [drafted, added, approved, published, { type: 'SplitRevisionBegun', data: { version: 2, reason: '口径调整' } }];
const lighter = aDistrictRow(DISTRICT, { weight: '50' });
const other = `ENV-01-01~${OTHER_DISTRICT}`;
const change = (data: { rows?: typeof rows; removed?: readonly string[] }) => ({ type: 'ChangeSplitRows', data: { rows: [], removed: [], ...data } }) as const;
const reset = (to: 'nothing' | 'rows-in-force') => ({ type: 'ResetSplitTable', data: { to } }) as const;
const changedTo = (data: Partial<SplitRowsChanged['data']>): SplitRowsChanged => ({ type: 'SplitRowsChanged', data: { rows: [], removed: [], total: 3, ...data } });

describe('the draft of a split', () => {
  it('has rows set, added and removed by hand', () => {
    split.given(drafted, added).when(change({ rows: [lighter] })).then(changedTo({ rows: [lighter] }));
    split.given(drafted, added).when(change({ rows: [lighter], removed: [other] })).then(changedTo({ rows: [lighter], removed: [other], total: 2 }));
    split.given(drafted, added).when(change({ rows: [aRow({ key: 'new' })] })).then(changedTo({ rows: [aRow({ key: 'new' })], total: 4 }));
    const after = split.given(drafted, added, changedTo({ rows: [lighter, aRow({ key: 'new' })], removed: [other] })).state();
    expect(rowsOf(after)).toEqual([rows[0], lighter, aRow({ key: 'new' })]);
  });

  it('records only what differs, so that the same change again is none', () => {
    split.given(drafted, added).when(change({ rows: [...rows], removed: ['unknown'] })).then();
    split.given(drafted, added).when(change({ rows: [rows[0] as typeof lighter, lighter] })).then(changedTo({ rows: [lighter] }));
    split.given(drafted, added, changedTo({ rows: [lighter], removed: [other], total: 2 })).when(change({ rows: [lighter], removed: [other] })).then();
  });

  it('knows a part that came before it was changed by hand, and takes a removed row again', () => {
    const history = [drafted, added, changedTo({ rows: [lighter], removed: [other], total: 2 })] as const;
    split.given(...history).when({ type: 'AddSplitRows', data: added.data }).then();
    const again: SplitRowsAdded = { type: 'SplitRowsAdded', data: { part: 2, rows: [rows[2] as typeof lighter] } };
    expect(rowsOf(split.given(...history, again).state())).toEqual([rows[0], lighter, rows[2]]);
  });

  it('is changed no more than an event may hold at once, and each row in one way', () => {
    const many = Array.from({ length: ROWS_PER_PART }, (_, index) => aRow({ key: `r${index}` }));
    split.given(drafted).when(change({ rows: many, removed: ['x'] })).thenRefused('split-part-size', 'rows');
    split.given(drafted, added).when(change({ rows: [lighter], removed: [lighter.key] })).thenRefused('row-set-and-removed', 'removed');
    split.given(drafted, added).when(change({ rows: [lighter, lighter] })).thenRefused('row-key-repeated', 'rows');
  });

  it('once approved changes no more', () => {
    split.given(drafted, added, approved).when(change({ removed: [other] })).thenRefused('split-closed');
    split.given(drafted, added, approved).when(reset('nothing')).thenRefused('split-closed');
    split.given().when(change({ removed: [other] })).thenRefused('split-not-drafted');
  });

  it('is begun anew: empty, or in a revision with the rows in force', () => {
    const anew = (to: 'nothing' | 'rows-in-force', total: number): SplitTableReset => ({ type: 'SplitTableReset', data: { to, total } });
    split.given(drafted, added).when(reset('nothing')).then(anew('nothing', 0));
    split.given(drafted).when(reset('nothing')).then();
    split.given(drafted, added).when(reset('rows-in-force')).thenRefused('no-revision', 'to');
    split.given(...revised).when(reset('rows-in-force')).then(anew('rows-in-force', 3));
    split.given(...revised, anew('rows-in-force', 3)).when(reset('rows-in-force')).then();
    expect(rowsOf(split.given(...revised, anew('rows-in-force', 3)).state())).toEqual(rows);
    expect(rowsOf(split.given(drafted, added, anew('nothing', 0), { ...added, data: { part: 1, rows: [lighter] } }).state())).toEqual([lighter]);
  });

  it('repaired by hand is approved', () => {
    const broken: SplitRowsAdded = { type: 'SplitRowsAdded', data: { part: 1, rows: [rows[0] as typeof lighter, lighter, rows[2] as typeof lighter] } };
    const approve = { type: 'ApproveSplit', data: { rows: 3, hash: 'h', facts: cityFacts, standing: [], document: approved.data.document } } as const;
    split.given(drafted, broken).when(approve).thenRefused('weights-not-100', `rows[${lighter.key}].weight`);
    split.given(drafted, broken, changedTo({ rows: [rows[1] as typeof lighter] })).when(approve).then(approved);
  });
});
