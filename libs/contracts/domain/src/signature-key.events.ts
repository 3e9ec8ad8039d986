import type { Event } from '@zeren/kernel';
import type { Signature } from './contract.events.js';

/** A public key with which an officer signs outside the platform; the private key never comes here. */
export type OwnKey = {
  readonly officerId: string;
  readonly algorithm: Signature['algorithm'];
  /** SHA-256 of the SubjectPublicKeyInfo, base64url. */
  readonly keyId: string;
  /** SubjectPublicKeyInfo, PEM. */
  readonly publicKey: string;
  /** The X.509 certificate it came in, PEM; null for a bare key. */
  readonly certificate: string | null;
  /** Whom the certificate names. */
  readonly subject: string | null;
  /** The certificate's last moment, UTC; null for a bare key. */
  readonly validUntil: string | null;
};

/** An officer brought a key of their own. It binds nobody yet. */
export type SignatureKeyBrought = Event<'SignatureKeyBrought', OwnKey>;

/** An office confirmed that the key is that officer's. */
export type SignatureKeyConfirmed = Event<'SignatureKeyConfirmed', { readonly keyId: string; readonly how: string }>;

/** The key signs nothing any more; what it signed stands. */
export type SignatureKeyRevoked = Event<'SignatureKeyRevoked', { readonly keyId: string; readonly reason: string }>;

export type SignatureKeyEvent = SignatureKeyBrought | SignatureKeyConfirmed | SignatureKeyRevoked;
