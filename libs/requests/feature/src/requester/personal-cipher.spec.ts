import { randomBytes } from 'node:crypto';
import { guardedHash, newPersonalKey, openText, personalMasterKeyFrom, phoneIndexOf, sealText, unwrapKey, wrapKey } from './personal-cipher.js';

const master = randomBytes(32);
const keyId = '511900_person';

describe('what says who somebody is', () => {
  const key = newPersonalKey();
  const sealed = sealText('马先生 13812345678', key, keyId);

  it('is opened by that person\'s key', () => {
    expect(openText(sealed, key)).toBe('马先生 13812345678');
    expect(JSON.stringify(sealed)).not.toContain('13812345678');
  });

  it('is opened by no other key, under no other name, and not once it was altered', () => {
    const bytes = Buffer.from(sealed.text, 'base64');
    bytes.writeUInt8(bytes.readUInt8(0) ^ 1, 0);
    const altered = { ...sealed, text: bytes.toString('base64') };
    expect(() => openText(sealed, newPersonalKey())).toThrow();
    expect(() => openText({ ...sealed, keyId: '511900_other' }, key)).toThrow();
    expect(() => openText(altered, key)).toThrow();
  });

  it('is never sealed to the same text twice', () => {
    expect(sealText('同样的话', key, keyId)).not.toEqual(sealText('同样的话', key, keyId));
  });
});

describe('a person\'s key', () => {
  it('is stored under the master key, and opens only for the person it was made for', () => {
    const key = newPersonalKey();
    const wrapped = wrapKey(key, master, keyId);
    expect(unwrapKey(wrapped, master, keyId)).toEqual(key);
    expect(wrapped.includes(key)).toBe(false);
    expect(() => unwrapKey(wrapped, master, '511900_other')).toThrow();
    expect(() => unwrapKey(wrapped, randomBytes(32), keyId)).toThrow();
  });

  it('needs a master key of 32 bytes in Base64', () => {
    expect(personalMasterKeyFrom(master.toString('base64'))).toEqual(master);
    for (const wrong of [undefined, '', 'short', randomBytes(31).toString('base64')]) {
      expect(() => personalMasterKeyFrom(wrong)).toThrow('Set ZEREN_PERSONAL_KEY: 32 random bytes in Base64');
    }
  });
});

describe('a phone number', () => {
  const index = (phone: string, tenantId = '511900', under = master) => phoneIndexOf(phone, under, tenantId);

  it('is found again however it is written', () => {
    for (const written of ['138 1234 5678', '+86 138-1234-5678', '008613812345678', '１３８１２３４５６７８']) expect(index(written)).toBe(index('13812345678'));
    expect(index('13812345679')).not.toBe(index('13812345678'));
  });

  it('is told by its index to nobody: another tenant or another master key gives another', () => {
    expect(index('13812345678')).not.toContain('13812345678');
    expect(index('13812345678', '211100')).not.toBe(index('13812345678'));
    expect(index('13812345678', '511900', randomBytes(32))).not.toBe(index('13812345678'));
  });

  it('that is none finds nobody', () => {
    expect(index('')).toBeNull();
    expect(index('无')).toBeNull();
  });
});

describe('the fingerprint of a body that says who asks', () => {
  it('is the same for the same body, and nobody without the master key can try telephone numbers on it', () => {
    expect(guardedHash('abc', master)).toBe(guardedHash('abc', master));
    expect(guardedHash('abc', randomBytes(32))).not.toBe(guardedHash('abc', master));
  });
});
