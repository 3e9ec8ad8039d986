import { sealed, unsealed } from './seal.js';

describe('a sealed value', () => {
  it.each(['', 'a', '责任'])('gives back %j', (text) => {
    expect(unsealed(sealed(Buffer.from(text)))?.toString()).toBe(text);
  });

  it('notices every single changed byte, and a lost end', () => {
    const bytes = sealed(Buffer.from('kept'));
    for (let at = 0; at < bytes.length; at++) {
      const changed = Buffer.from(bytes);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(unsealed(changed)).toBeUndefined();
    }
    expect(unsealed(bytes.subarray(0, -1))).toBeUndefined();
    expect(unsealed(bytes.subarray(0, 3))).toBeUndefined();
  });
});
