import type { Caller, Command, Decider } from '@zeren/kernel';
import { holdsOn } from '@zeren/organisation-domain';
import { localDate } from '@zeren/tasks-domain';
import { requireSound } from './contract-content.js';
import type {
  ContractContent, ContractCountersigned, ContractDrafted, ContractEvent, ContractParty, ContractSigned, Signature,
} from './contract.events.js';
import { contractsRefusals, refuse } from './refusals.js';

/** An officer's time in a post, as the register shows it; `validUntil` is the last day, null while held. */
export type PostHolding = {
  readonly postId: string;
  readonly officerId: string;
  readonly validFrom: string;
  readonly validUntil: string | null;
};

/** A signature that was made and verified outside, and over what. */
export type SignatureProof = {
  /** Of the content that was signed and verified. */
  readonly fingerprint: string;
  readonly signature: Signature;
  readonly verdict: 'valid' | 'invalid';
};

export type Signing = {
  /** Of the version the signatory has read. */
  readonly fingerprint: string;
  /** The signatory's time in the post on the day of signing; null where the register shows none. */
  readonly holding: PostHolding | null;
  /** Null where nothing was signed because the holding is missing. */
  readonly proof: SignatureProof | null;
};

/** `fingerprint`: SHA-256 over the canonical bytes of the content, hex. */
export type DraftContract = Command<'DraftContract', { readonly content: ContractContent; readonly fingerprint: string }>;
export type SignContract = Command<'SignContract', Signing>;
export type CountersignContract = Command<'CountersignContract', Signing>;
export type ContractCommand = DraftContract | SignContract | CountersignContract;

type Drafted = { readonly content: ContractContent; readonly fingerprint: string };
export type ContractState =
  | { readonly status: 'none' }
  | ({ readonly status: 'drafted' } & Drafted)
  | ({ readonly status: 'signed'; readonly signature: ContractSigned['data'] } & Drafted)
  | ({
    readonly status: 'in-force';
    readonly signature: ContractSigned['data'];
    readonly countersignature: ContractCountersigned['data'];
  } & Drafted);

export type ContractStatus = Exclude<ContractState['status'], 'none'>;
export type Side = 'signature' | 'countersignature';

/** Who signs on which side: the responsible unit's post, then the issuer's. */
export const signatoryOf = ({ issuer, responsible }: ContractContent, side: Side): ContractParty =>
  side === 'signature' ? responsible : issuer;

/**
 * Why this caller cannot sign here, as far as the contract and the caller tell; undefined where nothing stands
 * against it. Whether the caller holds the post on the day is known to the register alone.
 */
export const signingObstacle = (
  contract: { readonly status: ContractStatus; readonly content: ContractContent },
  side: Side,
  { tenantId, postId }: Pick<Caller, 'tenantId' | 'postId'>,
): keyof typeof contractsRefusals | undefined => {
  const party = signatoryOf(contract.content, side);
  if (party.tenantId !== tenantId || party.postId !== postId) return 'not-the-signatory';
  if (side === 'countersignature' && contract.status === 'drafted') return 'contract-not-signed';
  return undefined;
};

const decide = (command: ContractCommand, state: ContractState, caller: Caller): readonly ContractEvent[] => {
  switch (command.type) {
    case 'DraftContract':
      return draft(command.data, state);
    case 'SignContract': {
      const signed = sign(command.data, state, caller, 'signature');
      return signed ? [{ type: 'ContractSigned', data: signed }] : [];
    }
    case 'CountersignContract': {
      const signed = sign(command.data, state, caller, 'countersignature');
      return signed ? [{ type: 'ContractCountersigned', data: signed }] : [];
    }
  }
};

const draft = (data: Drafted, state: ContractState): readonly ContractDrafted[] => {
  if (state.status !== 'none') return state.fingerprint === data.fingerprint ? [] : refuse('contract-exists');
  requireSound(data.content);
  return [{ type: 'ContractDrafted', data }];
};

/** What is to be recorded; undefined where this officer has signed here before. */
const sign = (
  { fingerprint, holding, proof }: Signing, state: ContractState, caller: Caller, side: Side,
): ContractSigned['data'] | undefined => {
  if (state.status === 'none') return refuse('contract-not-drafted');
  if (fingerprint !== state.fingerprint) refuse('fingerprint-differs', 'fingerprint');
  const { postId } = signatoryOf(state.content, side);
  const obstacle = signingObstacle(state, side, caller);
  if (obstacle) refuse(obstacle, undefined, { postId });
  const signedOn = localDate(caller.now);
  if (!holding || !isInPost(holding, postId, caller.actorId, signedOn)) {
    return refuse('signatory-not-in-post', undefined, { postId, officerId: caller.actorId, day: signedOn });
  }
  const earlier = signatureOn(state, side);
  if (earlier) return earlier.officerId === caller.actorId ? undefined : refuse('signature-exists');
  if (proof?.verdict !== 'valid' || proof.fingerprint !== state.fingerprint) return refuse('signature-invalid');
  return { version: state.content.version, fingerprint, postId, officerId: caller.actorId, signedOn, signature: proof.signature };
};

const isInPost = (holding: PostHolding, postId: string, officerId: string, day: string): boolean =>
  holding.postId === postId && holding.officerId === officerId && holdsOn({ from: holding.validFrom, until: holding.validUntil }, day);

const signatureOn = (state: ContractState, side: Side): ContractSigned['data'] | undefined => {
  if (side === 'signature') return state.status === 'signed' || state.status === 'in-force' ? state.signature : undefined;
  return state.status === 'in-force' ? state.countersignature : undefined;
};

const evolve = (state: ContractState, event: ContractEvent): ContractState => {
  switch (event.type) {
    case 'ContractDrafted':
      return { status: 'drafted', ...event.data };
    case 'ContractSigned':
      return state.status === 'drafted' ? { ...state, status: 'signed', signature: event.data } : state;
    case 'ContractCountersigned':
      return state.status === 'signed' ? { ...state, status: 'in-force', countersignature: event.data } : state;
  }
};

/** A contract: its stream is the issuer's, shared with the responsible unit's tenant. */
export const contractDecider: Decider<ContractState, ContractCommand, ContractEvent> = {
  category: 'contract',
  initialState: { status: 'none' },
  decide,
  evolve,
  sharedWith: (state) => {
    if (state.status === 'none') return [];
    const { issuer, responsible } = state.content;
    return responsible.tenantId === issuer.tenantId ? [] : [responsible.tenantId];
  },
};
