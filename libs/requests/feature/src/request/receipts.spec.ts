import { Receipts, secretHashOf } from './receipts.js';

describe('a receipt', () => {
  const stream = { category: 'request', tenantId: '511900', id: 'abcdefghijklmnop' };
  const receipts = new Receipts(Buffer.alloc(32, 1));
  const told = receipts.of(stream, '2013-02-28T17:00:00.000Z');

  it('begins with the day of the tenants\' calendar and is the same however often a filing is repeated', () => {
    expect(told.receipt).toMatch(/^20130301-[a-z2-7]{7}$/);
    expect(receipts.of(stream, '2013-02-28T17:00:00.000Z')).toEqual(told);
    expect(receipts.of({ ...stream, id: 'bbcdefghijklmnop' }, '2013-02-28T17:00:00.000Z').receipt).not.toBe(told.receipt);
  });

  it('has a secret that only the platform\'s key tells, and that is stored by its hash alone', () => {
    expect(told.secret).toMatch(/^[a-km-np-z2-9]{10}$/);
    expect(receipts.secretOf('511900_abcdefghijklmnop')).toBe(told.secret);
    expect(new Receipts(Buffer.alloc(32, 2)).of(stream, '2013-02-28T17:00:00.000Z').secret).not.toBe(told.secret);
    expect(secretHashOf(` ${told.secret.toUpperCase()} `)).toBe(told.secretHash);
  });
});
