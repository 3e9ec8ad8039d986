import { bytesField, messageField, textField, varintField, varintLength, WireReader, writeVarint } from './wire.js';

describe('the wire format', () => {
  it.each([0, 1, 127, 128, 300, 2 ** 31, 2 ** 32 + 5, Number.MAX_SAFE_INTEGER])('reads the number %d as it was written', (value) => {
    const target = Buffer.alloc(10);
    const end = writeVarint(target, value, 0);
    expect(end).toBe(varintLength(value));
    expect(new WireReader(target.subarray(0, end)).number()).toBe(value);
  });

  it.each([2n ** 53n, 2n ** 63n, 2n ** 64n - 1n])('reads the 64-bit number %d as it was written', (value) => {
    const fields = new WireReader(varintField(1, value));
    expect(fields.next()).toBe(1);
    expect(fields.uint64()).toBe(value);
    expect(fields.next()).toBe(0);
  });

  it('passes over fields it does not know, of every type', () => {
    const message = Buffer.concat([
      varintField(9, 7), textField(8, 'unknown'), Buffer.from([(10 << 3) | 1, 1, 2, 3, 4, 5, 6, 7, 8]), Buffer.from([(11 << 3) | 5, 1, 2, 3, 4]),
      messageField(2, textField(1, '责任')),
    ]);
    const fields = new WireReader(message);
    let found = '';
    for (let field = fields.next(); field !== 0; field = fields.next()) {
      if (field !== 2) { fields.skip(); continue; }
      const inner = new WireReader(fields.view());
      inner.next();
      found = inner.text();
    }
    expect(found).toBe('责任');
  });

  it('refuses a message that is cut off', () => {
    const whole = bytesField(1, Buffer.alloc(300));
    for (const length of [1, 2, 100]) {
      const fields = new WireReader(whole.subarray(0, length));
      expect(() => { fields.next(); fields.view(); }).toThrow(RangeError);
    }
  });
});
