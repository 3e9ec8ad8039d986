import { columnOf, sameValue, snakeCase, storedValue } from './columns.js';
import { viewTable } from './view-table.js';
import { purseProjection, type PurseRow } from './testing/purse.js';

describe('columns', () => {
  it('are named as PostgreSQL names things', () => {
    expect(snakeCase('readerTenantId')).toBe('reader_tenant_id');
    expect(columnOf('dueOn', 'date?')).toEqual({ property: 'dueOn', name: 'due_on', type: 'date', nullable: true });
  });

  it('hold a value as it will read back', () => {
    expect(storedValue(columnOf('at', 'timestamptz'), '2013-03-01T10:00:00+08:00')).toBe('2013-03-01T02:00:00.000Z');
    expect(storedValue(columnOf('position', 'bigint'), 9_007_199_254_740_993n)).toBe('9007199254740993');
    expect(storedValue(columnOf('balance', 'numeric'), '1.50')).toBe('1.50');
    expect(storedValue(columnOf('holder', 'text?'), undefined)).toBeNull();
    expect(() => storedValue(columnOf('at', 'timestamptz'), 'yesterday')).toThrow(RangeError);
  });

  it('take JSON for the same whatever the order of its keys, but not that of its items', () => {
    expect(sameValue({ a: 1, b: [1, { c: null }] }, { b: [1, { c: null }], a: 1, d: undefined })).toBe(true);
    expect(sameValue([1, 2], [2, 1])).toBe(false);
    expect(sameValue({ a: 1 }, { a: 1, b: null })).toBe(false);
    expect(sameValue([], {})).toBe(false);
    expect(sameValue(null, {})).toBe(false);
  });

  it('may be null exactly where the row may', () => {
    const columns = {
      readerTenantId: 'text', ownerTenantId: 'text', id: 'text', holder: 'text?', balance: 'numeric', movements: 'integer',
      openedOn: 'date', lastAt: 'timestamptz', lastPosition: 'bigint', marks: 'jsonb?', rich: 'boolean',
    } as const;
    expect(viewTable({ projection: purseProjection, columns }).name).toBe('purse_v1');
    // @ts-expect-error a holder may be null, so its column must be
    viewTable<PurseRow, never>({ projection: purseProjection as never, columns: { ...columns, holder: 'text' } });
    // @ts-expect-error a balance is never null, so its column must not be
    viewTable<PurseRow, never>({ projection: purseProjection as never, columns: { ...columns, balance: 'numeric?' } });
  });
});
