import { ownerOnly, parseStreamName, type Caller, type Command, type Decider, type Projection, type ViewRow } from '@zeren/kernel';
import type { BatchParty, BatchTemplate, ContractBatchEvent, ContractBatchStarted } from './contract-batch.events.js';
import type { ContractProposal } from './contract-content.js';
import { refuse } from './refusals.js';

export type StartContractBatch = Command<'StartContractBatch', ContractBatchStarted['data']>;
export type RecordIssue = Command<'RecordIssue', { readonly unitId: string; readonly contractId: string }>;
export type RecordRefusal = Command<'RecordRefusal', { readonly unitId: string; readonly code: string }>;
export type ContractBatchCommand = StartContractBatch | RecordIssue | RecordRefusal;

/** What came of one unit: a contract, or the code of the refusal. */
export type BatchResult = { readonly unitId: string; readonly contractId: string | null; readonly code: string | null };

/** `done` once every unit has a result; those that were refused can still be tried again. */
export type ContractBatch = {
  readonly status: 'running' | 'done';
  readonly template: BatchTemplate;
  readonly parties: readonly BatchParty[];
  readonly results: readonly BatchResult[];
};
export type ContractBatchState = { readonly status: 'none' } | ContractBatch;

/** The units that have no contract of the batch yet. */
export const unitsToIssue = ({ parties, results }: ContractBatch): readonly BatchParty[] =>
  parties.filter(({ unitId }) => !results.some((result) => result.unitId === unitId && result.contractId !== null));

/** What the contract of one unit is drafted from. */
export const proposalFor = (template: BatchTemplate, { unitId, tenantId, unitName }: BatchParty): ContractProposal => {
  const { title, responsiblePost, responsibleSecondPost, ...rest } = template;
  return {
    ...rest,
    title: { zh: title.zh.replaceAll('{unit}', unitName.zh), en: title.en.replaceAll('{unit}', unitName.en) },
    responsibleUnitId: unitId,
    responsibleTenantId: tenantId,
    responsiblePostId: `${unitId}.${responsiblePost}`,
    ...(responsibleSecondPost !== undefined && { responsibleSecondPostId: `${unitId}.${responsibleSecondPost}` }),
  };
};

const decide = (command: ContractBatchCommand, state: ContractBatchState, _caller: Caller): readonly ContractBatchEvent[] => {
  if (command.type === 'StartContractBatch') {
    if (state.status !== 'none') return [];
    if (command.data.parties.length === 0) refuse('batch-without-parties', 'splitId', { splitId: command.data.template.splitId });
    return [{ type: 'ContractBatchStarted', data: command.data }];
  }
  if (state.status === 'none') return refuse('batch-not-started');
  const { unitId } = command.data;
  if (!state.parties.some((party) => party.unitId === unitId)) refuse('batch-unit-unknown', 'unitId', { unitId });
  const known = state.results.find((result) => result.unitId === unitId);
  if (known && known.contractId !== null) return [];
  if (command.type === 'RecordIssue') return [{ type: 'BatchContractIssued', data: command.data }];
  return known?.code === command.data.code ? [] : [{ type: 'BatchContractRefused', data: command.data }];
};

const withResult = (batch: ContractBatch, result: BatchResult): ContractBatch => {
  const results = [...batch.results.filter(({ unitId }) => unitId !== result.unitId), result];
  return { ...batch, results, status: results.length === batch.parties.length ? 'done' : 'running' };
};

const evolve = (state: ContractBatchState, event: ContractBatchEvent): ContractBatchState => {
  if (event.type === 'ContractBatchStarted') return { status: 'running', ...event.data, results: [] };
  if (state.status === 'none') return state;
  switch (event.type) {
    case 'BatchContractIssued':
      return withResult(state, { ...event.data, code: null });
    case 'BatchContractRefused':
      return withResult(state, { ...event.data, contractId: null });
  }
};

/** Contracts issued in one go; the issuer's own affair, each contract being a stream of its own. */
export const contractBatchDecider: Decider<ContractBatchState, ContractBatchCommand, ContractBatchEvent> = {
  category: 'contractbatch',
  initialState: { status: 'none' },
  decide,
  evolve,
  sharedWith: ownerOnly,
};

/** A batch with its progress and results. */
export type ContractBatchRow = ViewRow & ContractBatch & { readonly startedAt: string; readonly revision: number };

export const contractBatchProjection: Projection<ContractBatchRow, ContractBatchEvent> = {
  name: 'contract_batch',
  version: 1,
  handles: ['ContractBatchStarted', 'BatchContractIssued', 'BatchContractRefused'],
  keys: (event) => {
    const stream = parseStreamName(event.stream);
    return stream ? [{ readerTenantId: stream.tenantId, ownerTenantId: stream.tenantId, id: stream.id }] : [];
  },
  evolve: (row, event, key) => {
    const batch = evolve(row ?? contractBatchDecider.initialState, event);
    if (batch.status === 'none') return undefined;
    return { ...batch, ...key, startedAt: row?.startedAt ?? event.metadata.occurredAt, revision: event.revision };
  },
};
