import { createPublicKey, X509Certificate, type KeyObject } from 'node:crypto';
import type { OwnKey, Signature } from '@zeren/contracts-domain';
import { deriveId } from '@zeren/event-store';
import { DomainError, type StreamId } from '@zeren/kernel';
import { keyIdOf } from './seal.js';

const LEAST_RSA_BITS = 2048;

const algorithmOf = ({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): Signature['algorithm'] | undefined => {
  if (asymmetricKeyType === 'ed25519') return 'Ed25519';
  if (asymmetricKeyType === 'ec' && asymmetricKeyDetails?.namedCurve === 'prime256v1') return 'ECDSA-P256-SHA256';
  const isStrong = (asymmetricKeyDetails?.modulusLength ?? 0) >= LEAST_RSA_BITS;
  return (asymmetricKeyType === 'rsa' || asymmetricKeyType === 'rsa-pss') && isStrong ? 'RSA-PSS-SHA256' : undefined;
};

const read = (pem: string): { key: KeyObject; certificate: X509Certificate | null } => {
  try {
    const certificate = pem.includes('BEGIN CERTIFICATE') ? new X509Certificate(pem) : null;
    return { key: certificate?.publicKey ?? createPublicKey(pem), certificate };
  } catch {
    throw new DomainError('key-unsuitable', 'pem');
  }
};

/** The key in a PEM text, a public key or an X.509 certificate, as the officer's. Refuses private keys and what is too weak. */
export const ownKeyFrom = (pem: string, officerId: string): OwnKey => {
  if (pem.includes('PRIVATE KEY')) throw new DomainError('private-key-sent', 'pem');
  const { key, certificate } = read(pem);
  const algorithm = algorithmOf(key);
  if (algorithm === undefined) throw new DomainError('key-unsuitable', 'pem');
  const publicKey = key.export({ type: 'spki', format: 'pem' }).toString();
  return {
    officerId,
    algorithm,
    keyId: keyIdOf(publicKey),
    publicKey,
    certificate: certificate?.toString() ?? null,
    subject: certificate?.subject ?? null,
    validUntil: certificate ? new Date(certificate.validTo).toISOString() : null,
  };
};

/** The stream of an officer's own key. */
export const signatureKeyStream = (tenantId: string, officerId: string, keyId: string): StreamId =>
  ({ category: 'signaturekey', tenantId, id: deriveId('signature-key', tenantId, officerId, keyId) });
