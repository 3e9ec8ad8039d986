import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  contractDecider, draftContent, signatoryOf,
  type ContractCommand, type ContractContent, type ContractProposal, type ContractState, type Side, type SignatureProof,
} from '@zeren/contracts-domain';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import { notFound } from '@zeren/http';
import { publicId, type StreamId } from '@zeren/kernel';
import { localDate } from '@zeren/tasks-domain';
import { ContractFacts } from './contract-facts.js';
import { ContractEnvelope } from './contract.command-handler.js';
import { canonicalBytes, fingerprintOf, isSignatureOver, signBytes } from './seal.js';
import { SignatureKeys } from './signature-keys.js';

type Drafted = { readonly content: ContractContent; readonly fingerprint: string };

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
      const { content, fingerprint } = state;
      return this.decide(id, { type: 'DraftContract', data: { content, fingerprint } }, context);
    }
    const { tenantId, now } = context.caller;
    const { facts, position } = await this.facts.forDraft(tenantId, proposal, after);
    const contract = { id: publicId(tenantId, id.id), tenantId, day: localDate(now) };
    const content = draftContent(contract, proposal, facts);
    const fingerprint = fingerprintOf(canonicalBytes(content));
    return this.decide(id, { type: 'DraftContract', data: { content, fingerprint } }, { ...context, factsPosition: String(position) });
  }

  /** Signs with the caller's own key where the register shows the caller in the post today; the decider judges the rest. */
  async sign(
    id: StreamId, { side, fingerprint }: { side: Side; fingerprint: string }, context: CommandContext, after?: bigint,
  ): Promise<Outcome<ContractState>> {
    const { state } = await this.repository.load(contractDecider, id, context.caller);
    if (state.status === 'none') return notFound();
    const { tenantId, actorId: officerId, now } = context.caller;
    const { postId } = signatoryOf(state.content, side);
    const { facts: holding, position } = await this.facts.holding(tenantId, { postId, officerId, day: localDate(now) }, after);
    const proof = holding && await this.prove(state, { tenantId, officerId });
    const type = side === 'signature' ? 'SignContract' : 'CountersignContract';
    return this.decide(id, { type, data: { fingerprint, holding, proof } }, { ...context, factsPosition: String(position) });
  }

  private async prove({ content }: Drafted, officer: { tenantId: string; officerId: string }): Promise<SignatureProof> {
    const bytes = canonicalBytes(content);
    const signature = signBytes(bytes, await this.keys.ofOfficer(officer));
    return { fingerprint: fingerprintOf(bytes), signature, verdict: isSignatureOver(bytes, signature) ? 'valid' : 'invalid' };
  }

  private decide(id: StreamId, command: ContractCommand, context: CommandContext): Promise<Outcome<ContractState>> {
    return this.commands.execute<ContractEnvelope, Outcome<ContractState>>(new ContractEnvelope(id, command, context));
  }
}
