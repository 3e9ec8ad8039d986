import { differencesOf } from './state-differences.js';

describe('the differences an event made to a state', () => {
  it('mark exactly the leaves whose value changed', () => {
    const before = { status: 'accepted', results: { '2013': { value: '79.5', late: false } } };
    const after = { status: 'accepted', results: { '2013': { value: '82', late: false } } };
    expect(differencesOf(before, after)).toEqual([
      { path: 'status', before: 'accepted', after: 'accepted', changed: false },
      { path: 'results.2013.value', before: '79.5', after: '82', changed: true },
      { path: 'results.2013.late', before: 'false', after: 'false', changed: false },
    ]);
  });

  it('show everything as new where there was no state before', () => {
    expect(differencesOf(undefined, { names: ['a'] })).toEqual([{ path: 'names[0]', before: undefined, after: 'a', changed: true }]);
  });

  it('show what vanished after what is there', () => {
    expect(differencesOf({ gone: 1, kept: 2 }, { kept: 2 })).toEqual([
      { path: 'kept', before: '2', after: '2', changed: false },
      { path: 'gone', before: '1', after: undefined, changed: true },
    ]);
  });

  it('keep an empty list apart from an absent one', () => {
    expect(differencesOf({ rows: [] }, {})).toEqual([{ path: 'rows', before: '[]', after: undefined, changed: true }]);
  });

  it('keep decimal texts exactly as they stand', () => {
    expect(differencesOf({ total: '87.40' }, { total: '87.4' })[0]).toMatchObject({ before: '87.40', after: '87.4', changed: true });
  });
});
