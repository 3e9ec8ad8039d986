import { hash } from 'node:crypto';

const ALPHABET = 'abcdefghijklmnopqrstuvwxyz234567';

const digestOf = (parts: readonly string[]): Buffer => hash('sha256', JSON.stringify(parts), 'buffer');

/** Forty bits in eight characters. */
const charactersOf = (digest: Buffer, offset: number): string => {
  let bits = digest.readUIntBE(offset, 5);
  let text = '';
  for (let place = 0; place < 8; place += 1) {
    text = (ALPHABET[bits % 32] as string) + text;
    bits = Math.floor(bits / 32);
  }
  return text;
};

/**
 * The same 16 lower-case base32 characters (80 bits) for the same parts. The id of a new stream is derived from
 * tenant, actor and idempotency key, so that a repeated creation meets its own stream.
 */
export const deriveId = (...parts: string[]): string => {
  const digest = digestOf(parts);
  return charactersOf(digest, 0) + charactersOf(digest, 5);
};

/** The same UUID (version 8, RFC 9562) for the same parts. */
export const deriveUuid = (...parts: string[]): string => {
  const bytes = digestOf(parts).subarray(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x80;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
};
