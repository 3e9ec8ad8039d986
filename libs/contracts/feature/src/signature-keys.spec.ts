import { randomBytes } from 'node:crypto';
import { masterKeyFrom } from './signature-keys.js';

describe('the master key', () => {
  it('is 32 bytes in Base64', () => {
    const key = randomBytes(32);
    expect(masterKeyFrom(key.toString('base64')).equals(key)).toBe(true);
  });

  it('that is missing or of another length keeps the service from starting, and says what to set', () => {
    for (const wrong of [undefined, '', 'short', randomBytes(31).toString('base64')]) {
      expect(() => masterKeyFrom(wrong)).toThrow('Set ZEREN_SIGNING_KEY: 32 random bytes in Base64');
    }
  });
});
