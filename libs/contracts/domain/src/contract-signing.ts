import type { Caller } from '@zeren/kernel';
import { holdsOn, localDate } from '@zeren/organisation-domain';
import type { ContractEvent, ContractSigned, HandoverContent, Side } from './contract.events.js';
import { answeringFor, awaitedPosts, latestVersion, partyOn, postsOf, type Contract } from './contract-state.js';
import type { HandingOver, PostHolding, Signing } from './contract.commands.js';
import { refuse } from './refusals.js';

/** Signed where a version is up for signing; what this officer has signed here before changes nothing. */
export const sign = (signing: Signing, contract: Contract, caller: Caller, side: Side): readonly ContractEvent[] => {
  const version = latestVersion(contract);
  if (signing.fingerprint !== version.fingerprint) refuse('fingerprint-differs', 'fingerprint');
  requireSignatory(contract, side, caller);
  const signedOn = localDate(caller.now);
  requireInPost(signing.holding, caller, signedOn);
  const earlier = version.signatures.find((given) => given.side === side && given.postId === caller.postId);
  if (earlier) return earlier.officerId === caller.actorId ? [] : refuse('signature-exists');
  requireUpForSigning(contract);
  const { proof, fingerprint } = signing;
  if (proof?.verdict !== 'valid' || proof.fingerprint !== fingerprint) return refuse('signature-invalid');
  const data: ContractSigned['data'] = {
    version: version.content.version, fingerprint, postId: caller.postId, officerId: caller.actorId, signedOn, signature: proof.signature,
    ...(proof.seal && { seal: proof.seal }),
  };
  return [{ type: side === 'signature' ? 'ContractSigned' : 'ContractCountersigned', data }];
};

const requireUpForSigning = ({ status, proposed, negotiations }: Contract): void => {
  const isUp = status === 'drafted' || status === 'signed' || (status === 'in-force' && proposed !== null);
  if (!isUp) refuse('contract-closed', undefined, { status });
  if (negotiations.some(({ answer }) => answer === null)) refuse('remarks-unanswered');
};

const requireSignatory = (contract: Contract, side: Side, { tenantId, postId }: Caller): void => {
  const version = latestVersion(contract);
  const party = partyOn(version.content, side);
  if (party.tenantId !== tenantId || !postsOf(party).includes(postId)) refuse('not-the-signatory', undefined, { postId: postsOf(party).join(', ') });
  if (side === 'countersignature' && awaitedPosts(version, 'signature').length > 0) refuse('contract-not-signed');
};

const requireInPost = (holding: PostHolding | null, { postId, actorId }: Caller, day: string): void => {
  const isInPost = holding !== null && holding.postId === postId && holding.officerId === actorId
    && holdsOn({ from: holding.validFrom, until: holding.validUntil }, day);
  if (!isInPost) refuse('signatory-not-in-post', undefined, { postId, officerId: actorId, day });
};

/** The successor in a post takes the contract over; one who answers for it already changes nothing. */
export const handOver = ({ content, fingerprint, holding, proof }: HandingOver, contract: Contract, caller: Caller): readonly ContractEvent[] => {
  const { postId, actorId, tenantId, now } = caller;
  const { issuer, responsible } = contract.content;
  if (![issuer, responsible].some((party) => party.tenantId === tenantId && postsOf(party).includes(postId))) {
    refuse('not-the-signatory', undefined, { postId: [...postsOf(responsible), ...postsOf(issuer)].join(', ') });
  }
  const predecessorId = answeringFor(contract, postId) ?? refuse('contract-not-in-force');
  requireInPost(holding, caller, localDate(now));
  if (predecessorId === actorId) return [];
  if (contract.status !== 'in-force' && contract.status !== 'breached') refuse('contract-closed', undefined, { status: contract.status });
  const expected: Omit<HandoverContent, 'progress' | 'interim' | 'figure' | 'factsPosition'> = {
    contractId: contract.content.contractId, version: contract.content.version, postId, predecessorId, successorId: actorId, handedOverOn: localDate(now),
  };
  const concernsThis = Object.entries(expected).every(([name, value]) => content[name as keyof typeof expected] === value);
  if (!concernsThis || !isFigureOf(content)) refuse('handover-stale');
  if (proof?.verdict !== 'valid' || proof.fingerprint !== fingerprint) return refuse('signature-invalid');
  return [{ type: 'ContractHandedOver', data: { content, fingerprint, signature: proof.signature } }];
};

const isFigureOf = ({ figure, postId, predecessorId, handedOverOn }: HandoverContent): boolean =>
  figure === undefined || (figure.postId === postId && figure.officerId === predecessorId && figure.until === handedOverOn);
