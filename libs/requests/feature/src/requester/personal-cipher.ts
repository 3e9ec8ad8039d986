import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { ConfigurationError } from '@zeren/http';
import type { Sealed } from '@zeren/requests-domain';

const ALGORITHM = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/** The master key from its Base64. Throws ConfigurationError. */
export const personalMasterKeyFrom = (text: string | undefined): Buffer => {
  const key = Buffer.from(text ?? '', 'base64');
  if (key.length !== 32) throw new ConfigurationError('Set ZEREN_PERSONAL_KEY: 32 random bytes in Base64, kept secret and never changed');
  return key;
};

const encrypted = (plain: Buffer, key: Buffer, boundTo: string): { readonly nonce: Buffer; readonly text: Buffer } => {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(ALGORITHM, key, nonce).setAAD(Buffer.from(boundTo));
  return { nonce, text: Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]) };
};

const decrypted = (nonce: Buffer, text: Buffer, key: Buffer, boundTo: string): Buffer => {
  const decipher = createDecipheriv(ALGORITHM, key, nonce, { authTagLength: TAG }).setAAD(Buffer.from(boundTo));
  decipher.setAuthTag(text.subarray(-TAG));
  return Buffer.concat([decipher.update(text.subarray(0, -TAG)), decipher.final()]);
};

export const newPersonalKey = (): Buffer => randomBytes(32);

/** A person's key as it is stored: under the master key, bound to the person, so that a row moved to another opens nothing. */
export const wrapKey = (key: Buffer, master: Buffer, keyId: string): Buffer => {
  const { nonce, text } = encrypted(key, master, `key ${keyId}`);
  return Buffer.concat([nonce, text]);
};

export const unwrapKey = (wrapped: Buffer, master: Buffer, keyId: string): Buffer =>
  decrypted(wrapped.subarray(0, NONCE), wrapped.subarray(NONCE), master, `key ${keyId}`);

/** Text that only this person's key opens. Sealed twice, it is never the same twice. */
export const sealText = (text: string, key: Buffer, keyId: string): Sealed => {
  const sealed = encrypted(Buffer.from(text, 'utf8'), key, `text ${keyId}`);
  return { keyId, nonce: sealed.nonce.toString('base64'), text: sealed.text.toString('base64') };
};

/** Throws where the text was altered, or sealed under another key. */
export const openText = ({ keyId, nonce, text }: Sealed, key: Buffer): string =>
  decrypted(Buffer.from(nonce, 'base64'), Buffer.from(text, 'base64'), key, `text ${keyId}`).toString('utf8');

const derived = new WeakMap<Buffer, Map<string, Buffer>>();

/** A key of its own for each purpose, from the master key. Derived once for each. */
export const keyFor = (purpose: string, master: Buffer): Buffer => {
  const keys = derived.get(master) ?? new Map<string, Buffer>();
  derived.set(master, keys);
  const key = keys.get(purpose) ?? Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), `zeren ${purpose}`, 32));
  keys.set(purpose, key);
  return key;
};

/** A fingerprint of what a body said, which nobody without the master key can try guesses on. */
export const guardedHash = (hash: string, master: Buffer): string => createHmac('sha256', keyFor('body', master)).update(hash).digest('hex');

/** The digits of a number as one dials it within the country. */
const dialled = (phone: string): string => phone.normalize('NFKC').replace(/\D/g, '').replace(/^(?:00)?86(?=1\d{10}$)/, '');

/** By which a number is found again without being stored; nobody without the master key can try numbers on it. */
export const phoneIndexOf = (phone: string, master: Buffer, tenantId: string): string | null => {
  const digits = dialled(phone);
  if (digits.length < 5) return null;
  return createHmac('sha256', keyFor('phone index', master)).update(`${tenantId} ${digits}`).digest('base64url');
};
