import { localDate } from '@zeren/organisation-domain';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  contractBatchDecider, proposalFor, unitsToIssue,
  type BatchParty, type BatchTemplate, type ContractBatchCommand, type ContractBatchState,
} from '@zeren/contracts-domain';
import { DeciderRepository, deriveId, deriveUuid, type CommandContext, type Outcome } from '@zeren/event-store';
import { notFound } from '@zeren/http';
import { DomainError, publicId, type StreamId } from '@zeren/kernel';
import { ContractFacts } from './contract-facts.js';
import { ContractWork } from './contract-work.js';
import { ContractBatchEnvelope } from './contract.command-handler.js';

type Batched = Promise<Outcome<ContractBatchState>>;

/** Issues contracts to all units of a split. Stopped anywhere and run again, it misses none and doubles none. */
@Injectable()
export class ContractBatchWork {
  constructor(
    private readonly commands: CommandBus,
    private readonly repository: DeciderRepository,
    private readonly facts: ContractFacts,
    private readonly contracts: ContractWork,
  ) {}

  async start(id: StreamId, template: BatchTemplate, context: CommandContext, after?: bigint): Batched {
    const { tenantId, now } = context.caller;
    const { facts: leads, position } = await this.facts.leadUnits(tenantId, template.splitId, localDate(now), after);
    const parties = leads.filter(({ unitId }) => !template.issuerPostId.startsWith(`${unitId}.`));
    const started = await this.decide(id, { type: 'StartContractBatch', data: { template, parties } }, { ...context, factsPosition: String(position) });
    return (await this.issueRest(id, started.state, context, after)) ?? started;
  }

  /** Goes on with the units that have no contract of the batch yet, those refused among them. */
  async continue(id: StreamId, context: CommandContext, after?: bigint): Batched {
    const { state } = await this.repository.load(contractBatchDecider, id, context.caller);
    if (state.status === 'none') return notFound();
    const { template, parties } = state;
    const last = await this.issueRest(id, state, context, after);
    return last ?? this.decide(id, { type: 'StartContractBatch', data: { template, parties } }, ownContext(context, 'nothing left'));
  }

  private async issueRest(id: StreamId, state: ContractBatchState, context: CommandContext, after: bigint | undefined): Promise<Outcome<ContractBatchState> | undefined> {
    if (state.status === 'none') return undefined;
    let last: Outcome<ContractBatchState> | undefined;
    for (const party of unitsToIssue(state)) {
      const command = await this.issue(id, state.template, party, context, after);
      last = await this.decide(id, command, ownContext(context, party.unitId));
    }
    return last;
  }

  private async issue(
    { tenantId, id }: StreamId, template: BatchTemplate, party: BatchParty, context: CommandContext, after: bigint | undefined,
  ): Promise<ContractBatchCommand> {
    const { unitId } = party;
    const stream = { category: 'contract', tenantId, id: deriveId('contract-batch', tenantId, id, unitId) };
    const standing = await this.facts.standing(tenantId, template.splitId, unitId);
    if (standing !== undefined) return { type: 'RecordIssue', data: { unitId, contractId: standing } };
    try {
      await this.contracts.draft(stream, proposalFor(template, party), ownContext(context, `draft ${unitId}`), after);
    } catch (error) {
      if (error instanceof DomainError) return { type: 'RecordRefusal', data: { unitId, code: error.code } };
      throw error;
    }
    return { type: 'RecordIssue', data: { unitId, contractId: publicId(tenantId, stream.id) } };
  }

  private decide(id: StreamId, command: ContractBatchCommand, context: CommandContext): Batched {
    return this.commands.execute<ContractBatchEnvelope, Outcome<ContractBatchState>>(new ContractBatchEnvelope(id, command, context));
  }
}

/** A step of the batch: caused by the request, without its key or revision, which are the whole request's. */
const ownContext = ({ caller, commandId, correlationId }: CommandContext, step: string): CommandContext =>
  ({ caller, correlationId, causationId: commandId, commandId: deriveUuid(commandId, step) });
