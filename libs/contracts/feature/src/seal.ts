import { createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from 'node:crypto';
import type { ContractContent, HandoverContent, Signature } from '@zeren/contracts-domain';
import { canonicalText } from '@zeren/kernel';

/** A key pair that an officer signs with, or that is a unit's seal. */
export type SigningKey = {
  readonly keyId: string;
  /** SubjectPublicKeyInfo, PEM. */
  readonly publicKey: string;
  /** PKCS #8, DER. */
  readonly privateKey: Buffer;
};

/** The bytes that are signed: the canonical form (RFC 8785) of the content. */
export const canonicalBytes = (content: ContractContent | HandoverContent): Buffer => Buffer.from(canonicalText(content), 'utf8');

/** SHA-256, hex. */
export const fingerprintOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** A key is named by the SHA-256 of its SubjectPublicKeyInfo, base64url. */
export const keyIdOf = (publicKey: string): string =>
  createHash('sha256').update(createPublicKey(publicKey).export({ type: 'spki', format: 'der' })).digest('base64url');

export const newSigningKey = (): SigningKey => {
  const pair = generateKeyPairSync('ed25519');
  const publicKey = pair.publicKey.export({ type: 'spki', format: 'pem' }).toString();
  return { keyId: keyIdOf(publicKey), publicKey, privateKey: pair.privateKey.export({ type: 'pkcs8', format: 'der' }) };
};

export const signBytes = (bytes: Buffer, { keyId, publicKey, privateKey }: SigningKey): Signature => ({
  algorithm: 'Ed25519',
  keyId,
  publicKey,
  value: sign(null, bytes, createPrivateKey({ key: privateKey, type: 'pkcs8', format: 'der' })).toString('base64'),
});

/** Whether the signature is over exactly these bytes, by the key it names. */
export const isSignatureOver = (bytes: Buffer, { keyId, publicKey, value }: Signature): boolean => {
  try {
    return keyIdOf(publicKey) === keyId && verify(null, bytes, createPublicKey(publicKey), Buffer.from(value, 'base64'));
  } catch {
    return false;
  }
};
