import { localDate } from '@zeren/organisation-domain';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  answeringFor, contractDecider, draftContent, figureAtHandover, latestVersion, partyOn, postsOf, requireUsable, signatureKeyDecider, tenuresOf,
  type Contract, type ContractCommand, type ContractContent, type ContractProposal, type ContractState, type HandoverContent, type Side,
  type Signature, type SignatureProof,
} from '@zeren/contracts-domain';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import { notFound } from '@zeren/http';
import { publicId, type Caller, type StreamId } from '@zeren/kernel';
import { ContractFacts } from './contract-facts.js';
import type { SettlementBody, VersionBody } from './contract.bodies.js';
import { ContractEnvelope } from './contract.command-handler.js';
import { signatureKeyStream } from './own-key.js';
import { canonicalBytes, fingerprintOf, isSignatureOver, signBytes } from './seal.js';
import { SignatureKeys } from './signature-keys.js';

type ExternalSignature = { readonly keyId: string; readonly value: string };
type Intended = { readonly side: Side; readonly fingerprint: string; readonly external?: ExternalSignature | undefined };

/** Prepares what a decision on a contract needs and cannot compute itself, then has it decided. */
@Injectable()
export class ContractWork {
  constructor(
    private readonly commands: CommandBus,
    private readonly repository: DeciderRepository,
    private readonly facts: ContractFacts,
    private readonly keys: SignatureKeys,
  ) {}

  async draft(id: StreamId, proposal: ContractProposal, context: CommandContext, after?: bigint): Promise<Outcome<ContractState>> {
    const { state } = await this.repository.load(contractDecider, id, context.caller);
    if (state.status !== 'none') {
      const { content, fingerprint } = state.earlier[0] ?? state;
      return this.decide(id, { type: 'DraftContract', data: { content, fingerprint } }, context);
    }
    const { content, position } = await this.content(id, proposal, 1, context.caller, after);
    const command = { type: 'DraftContract', data: { content, fingerprint: fingerprintOf(canonicalBytes(content)) } } as const;
    return this.decide(id, command, { ...context, factsPosition: String(position) });
  }

  /** A new version, of the tasks as the split has them now. */
  async revise(id: StreamId, { reason, ...wording }: VersionBody, context: CommandContext, after?: bigint): Promise<Outcome<ContractState>> {
    const contract = await this.contract(id, context.caller);
    const { responsible, splitId, parentContractId, issuer, version } = latestVersion(contract).content;
    if (issuer.tenantId !== context.caller.tenantId) {
      const { content, fingerprint } = latestVersion(contract);
      return this.decide(id, { type: 'ReviseContract', data: { content, fingerprint, reason } }, context);
    }
    const proposal = { ...wording, responsibleUnitId: responsible.unitId, responsibleTenantId: responsible.tenantId, splitId, parentContractId };
    const { content, position } = await this.content(id, proposal, version + 1, context.caller, after);
    const command = { type: 'ReviseContract', data: { content, fingerprint: fingerprintOf(canonicalBytes(content)), reason } } as const;
    return this.decide(id, command, { ...context, factsPosition: String(position) });
  }

  /** Signs with the key the platform holds for the caller, or takes a signature made with the caller's own, where the register shows the caller in the post today; the decider judges the rest. */
  async sign(
    id: StreamId, { side, fingerprint, external }: Intended, context: CommandContext, after?: bigint,
  ): Promise<Outcome<ContractState>> {
    const { content } = latestVersion(await this.contract(id, context.caller));
    const party = partyOn(content, side);
    const { facts: holding, position } = await this.holding(context.caller, after);
    const isSignatory = party.tenantId === context.caller.tenantId && postsOf(party).includes(context.caller.postId);
    const proof = holding && isSignatory ? await this.prove(content, context.caller, { sealOf: party.unitId, external }) : null;
    const type = side === 'signature' ? 'SignContract' : 'CountersignContract';
    return this.decide(id, { type, data: { fingerprint, holding, proof } }, { ...context, factsPosition: String(position) });
  }

  /** The caller takes the contract over in a post, with the progress the tasks' results show now. */
  async handOver(id: StreamId, context: CommandContext, after?: bigint): Promise<Outcome<ContractState>> {
    const contract = await this.contract(id, context.caller);
    const { postId, actorId, now } = context.caller;
    const [{ facts: holding }, { facts: progress, position }, { facts: interim }] = await Promise.all([
      this.holding(context.caller, after), this.facts.progress(contract.content, after), this.facts.interim(contract.content, after),
    ]);
    const figure = figureAtHandover(contract, postId, localDate(now), progress);
    const content: HandoverContent = {
      contractId: contract.content.contractId,
      version: contract.content.version,
      postId,
      predecessorId: answeringFor(contract, postId) ?? '',
      successorId: actorId,
      handedOverOn: localDate(now),
      factsPosition: String(position),
      progress,
      interim,
      ...(figure && { figure }),
    };
    const proof = holding && await this.prove(content, context.caller);
    const command = { type: 'HandOverContract', data: { content, fingerprint: fingerprintOf(canonicalBytes(content)), holding, proof } } as const;
    return this.decide(id, command, { ...context, factsPosition: String(position) });
  }

  /** Settles a clause, with what is known that day of the tasks and of those who answered. */
  async settle(id: StreamId, said: SettlementBody, context: CommandContext, after?: bigint): Promise<Outcome<ContractState>> {
    const contract = await this.contract(id, context.caller);
    const [changes, results] = await Promise.all([this.facts.changes(contract.content, after), this.facts.progress(contract.content, after)]);
    const facts = {
      version: contract.content.version,
      changedTerms: changes.facts.map(({ taskId, kind }) => ({ taskId, kind })),
      tenures: tenuresOf(contract, results.facts),
    };
    const position = changes.position < results.position ? changes.position : results.position;
    return this.decide(id, { type: 'SettleClause', data: { ...said, facts } }, { ...context, factsPosition: String(position) });
  }

  decide(id: StreamId, command: ContractCommand, context: CommandContext): Promise<Outcome<ContractState>> {
    return this.commands.execute<ContractEnvelope, Outcome<ContractState>>(new ContractEnvelope(id, command, context));
  }

  private async contract(id: StreamId, caller: Caller): Promise<Contract> {
    const { state } = await this.repository.load(contractDecider, id, caller);
    return state.status === 'none' ? notFound() : state;
  }

  private async content(
    id: StreamId, proposal: ContractProposal, version: number, { tenantId, now }: Caller, after: bigint | undefined,
  ): Promise<{ content: ContractContent; position: bigint }> {
    const { facts, position } = await this.facts.forDraft(tenantId, proposal, after);
    const contract = { id: publicId(id.tenantId, id.id), tenantId, day: localDate(now), version };
    return { content: draftContent(contract, proposal, facts), position };
  }

  private holding({ tenantId, actorId: officerId, postId, now }: Caller, after: bigint | undefined) {
    return this.facts.holding(tenantId, { postId, officerId, day: localDate(now) }, after);
  }

  private async prove(
    content: ContractContent | HandoverContent, caller: Caller,
    { sealOf, external }: { sealOf?: string; external?: Intended['external'] } = {},
  ): Promise<SignatureProof> {
    const { tenantId, actorId: officerId } = caller;
    const bytes = canonicalBytes(content);
    const signature = external
      ? await this.external(external, caller)
      : signBytes(bytes, await this.keys.of({ tenantId, officerId }));
    const seal = sealOf === undefined ? undefined : { unitId: sealOf, signature: signBytes(bytes, await this.keys.of({ tenantId, unitId: sealOf })) };
    const isValid = isSignatureOver(bytes, signature) && (seal === undefined || isSignatureOver(bytes, seal.signature));
    return { fingerprint: fingerprintOf(bytes), signature, verdict: isValid ? 'valid' : 'invalid', ...(seal && { seal }) };
  }

  /** A signature made outside, with a key that an office confirmed to be the caller's. */
  private async external({ keyId, value }: ExternalSignature, caller: Caller): Promise<Signature> {
    const { state } = await this.repository.load(signatureKeyDecider, signatureKeyStream(caller.tenantId, caller.actorId, keyId), caller);
    requireUsable(state, caller.now);
    return { algorithm: state.algorithm, keyId, publicKey: state.publicKey, value };
  }
}
