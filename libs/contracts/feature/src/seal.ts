import { constants, createHash, createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify, type KeyObject } from 'node:crypto';
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

const verifies: Readonly<Record<Signature['algorithm'], (bytes: Buffer, key: KeyObject, value: Buffer) => boolean>> = {
  Ed25519: (bytes, key, value) => key.asymmetricKeyType === 'ed25519' && verify(null, bytes, key, value),
  'ECDSA-P256-SHA256': (bytes, key, value) => key.asymmetricKeyType === 'ec' && verify('sha256', bytes, key, value),
  'RSA-PSS-SHA256': (bytes, key, value) => (key.asymmetricKeyType ?? '').startsWith('rsa')
    && verify('sha256', bytes, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_AUTO }, value),
};

/** Whether the signature is over exactly these bytes, by the key and the algorithm it names. */
export const isSignatureOver = (bytes: Buffer, { algorithm, keyId, publicKey, value }: Signature): boolean => {
  try {
    return keyIdOf(publicKey) === keyId && verifies[algorithm](bytes, createPublicKey(publicKey), Buffer.from(value, 'base64'));
  } catch {
    return false;
  }
};
