import type { Caller, Decider } from '@zeren/kernel';
import { requireSound } from './contract-content.js';
import type { ContractCommand, DraftContract } from './contract.commands.js';
import type { ContractDrafted, ContractEvent } from './contract.events.js';
import { archive, breach, remind, settle, terminate } from './contract-end.js';
import { returnVersion, revise, uphold } from './contract-negotiation.js';
import { handOver, sign } from './contract-signing.js';
import { evolveContract, type Contract, type ContractState } from './contract-state.js';
import { refuse } from './refusals.js';

const draft = (data: DraftContract['data'], state: ContractState): readonly ContractDrafted[] => {
  if (state.status !== 'none') {
    const [first = state] = state.earlier;
    return first.fingerprint === data.fingerprint ? [] : refuse('contract-exists');
  }
  requireSound(data.content);
  return [{ type: 'ContractDrafted', data }];
};

const decide = (command: ContractCommand, state: ContractState, caller: Caller): readonly ContractEvent[] => {
  if (command.type === 'DraftContract') return draft(command.data, state);
  if (state.status === 'none') return refuse('contract-not-drafted');
  return decideOn(command, state, caller);
};

const decideOn = (command: Exclude<ContractCommand, DraftContract>, contract: Contract, caller: Caller): readonly ContractEvent[] => {
  switch (command.type) {
    case 'ReturnContract': return returnVersion(command.data, contract, caller);
    case 'UpholdContract': return uphold(command.data, contract, caller);
    case 'ReviseContract': return revise(command.data, contract, caller);
    case 'RemindSignatories': return remind(command.data, contract, caller);
    case 'SignContract': return sign(command.data, contract, caller, 'signature');
    case 'CountersignContract': return sign(command.data, contract, caller, 'countersignature');
    case 'HandOverContract': return handOver(command.data, contract, caller);
    case 'SettleClause': return settle(command.data, contract, caller);
    case 'FindBreach': return breach(command.data, contract, caller);
    case 'TerminateContract': return terminate(command.data, contract, caller);
    case 'ArchiveContract': return archive(command.data, contract, caller);
  }
};

/** A contract: its stream is the issuer's, shared with the responsible unit's tenant. */
export const contractDecider: Decider<ContractState, ContractCommand, ContractEvent> = {
  category: 'contract',
  initialState: { status: 'none' },
  decide,
  evolve: evolveContract,
  sharedWith: (state) => {
    if (state.status === 'none') return [];
    const { issuer, responsible } = state.content;
    return responsible.tenantId === issuer.tenantId ? [] : [responsible.tenantId];
  },
};
