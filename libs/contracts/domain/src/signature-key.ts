import { ownerOnly, parseStreamName, type Caller, type Command, type Decider, type Projection, type ViewRow } from '@zeren/kernel';
import { requireText } from './contract-negotiation.js';
import { refuse } from './refusals.js';
import type { OwnKey, SignatureKeyEvent } from './signature-key.events.js';

export type BringSignatureKey = Command<'BringSignatureKey', OwnKey>;
/** `how`: how the office made sure of it, say in person with a document's number. */
export type ConfirmSignatureKey = Command<'ConfirmSignatureKey', { readonly how: string }>;
export type RevokeSignatureKey = Command<'RevokeSignatureKey', { readonly reason: string }>;
export type SignatureKeyCommand = BringSignatureKey | ConfirmSignatureKey | RevokeSignatureKey;

export type SignatureKey = OwnKey & { readonly status: 'brought' | 'confirmed' | 'revoked' };
export type SignatureKeyState = { readonly status: 'none' } | SignatureKey;

/** Refuses where nothing can be signed with the key at that moment. */
export function requireUsable(key: SignatureKeyState, now: string): asserts key is SignatureKey {
  if (key.status !== 'confirmed') refuse('key-not-confirmed', 'keyId');
  else if (key.validUntil !== null && now > key.validUntil) refuse('certificate-expired', 'keyId');
}

const bring = (data: OwnKey, state: SignatureKeyState, caller: Caller): readonly SignatureKeyEvent[] => {
  if (data.officerId !== caller.actorId) refuse('key-of-another', 'publicKey');
  if (state.status === 'revoked') refuse('key-revoked', 'publicKey');
  if (state.status !== 'none') return [];
  if (data.validUntil !== null && caller.now > data.validUntil) refuse('certificate-expired', 'publicKey');
  return [{ type: 'SignatureKeyBrought', data }];
};

const confirm = (how: string, key: SignatureKey, caller: Caller): readonly SignatureKeyEvent[] => {
  requireText(how, 'how');
  if (key.officerId === caller.actorId) refuse('key-confirmed-by-owner');
  if (key.status === 'revoked') refuse('key-revoked');
  return key.status === 'confirmed' ? [] : [{ type: 'SignatureKeyConfirmed', data: { keyId: key.keyId, how } }];
};

const decide = (command: SignatureKeyCommand, state: SignatureKeyState, caller: Caller): readonly SignatureKeyEvent[] => {
  if (command.type === 'BringSignatureKey') return bring(command.data, state, caller);
  if (state.status === 'none') return refuse('key-not-confirmed');
  if (command.type === 'ConfirmSignatureKey') return confirm(command.data.how, state, caller);
  requireText(command.data.reason, 'reason');
  return state.status === 'revoked' ? [] : [{ type: 'SignatureKeyRevoked', data: { keyId: state.keyId, reason: command.data.reason } }];
};

const evolve = (state: SignatureKeyState, event: SignatureKeyEvent): SignatureKeyState => {
  if (event.type === 'SignatureKeyBrought') return { ...event.data, status: 'brought' };
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'SignatureKeyConfirmed':
      return { ...state, status: 'confirmed' };
    case 'SignatureKeyRevoked':
      return { ...state, status: 'revoked' };
  }
};

/** An officer's own key, bound to the officer by an office's confirmation. */
export const signatureKeyDecider: Decider<SignatureKeyState, SignatureKeyCommand, SignatureKeyEvent> = {
  category: 'signaturekey',
  initialState: { status: 'none' },
  decide,
  evolve,
  sharedWith: ownerOnly,
};

export type SignatureKeyRow = ViewRow & SignatureKey & { readonly broughtAt: string; readonly confirmedAt: string | null; readonly revision: number };

/** The keys officers of a tenant brought. */
export const signatureKeyProjection: Projection<SignatureKeyRow, SignatureKeyEvent> = {
  name: 'contract_signature_key',
  version: 1,
  handles: ['SignatureKeyBrought', 'SignatureKeyConfirmed', 'SignatureKeyRevoked'],
  keys: (event) => {
    const stream = parseStreamName(event.stream);
    return stream ? [{ readerTenantId: stream.tenantId, ownerTenantId: stream.tenantId, id: stream.id }] : [];
  },
  evolve: (row, event, key) => {
    const state = evolve(row ?? signatureKeyDecider.initialState, event);
    if (state.status === 'none') return undefined;
    const { occurredAt } = event.metadata;
    const confirmedAt = event.type === 'SignatureKeyConfirmed' ? occurredAt : (row?.confirmedAt ?? null);
    return { ...state, ...key, broughtAt: row?.broughtAt ?? occurredAt, confirmedAt, revision: event.revision };
  },
};
