import { localDate } from '@zeren/organisation-domain';
import { sameData, type Caller } from '@zeren/kernel';
import { requireIssuer, requireText } from './contract-negotiation.js';
import type { Clause, ClauseSettled, ContractBreached, ContractEvent } from './contract.events.js';
import { awaitedPosts, latestVersion, sideToSign, type Contract } from './contract-state.js';
import type { ArchiveContract, FindBreach, RemindSignatories, SettleClause, TerminateContract } from './contract.commands.js';
import { refuse } from './refusals.js';

const closed = ({ status }: Contract): never => refuse('contract-closed', undefined, { status });

/** Those who have still to sign on the side whose turn it is; a side at most once a day. */
export const remind = ({ side }: RemindSignatories['data'], contract: Contract, caller: Caller): readonly ContractEvent[] => {
  requireIssuer(contract, caller);
  const version = latestVersion(contract);
  const isOpen = contract.status === 'drafted' || contract.status === 'signed' || (contract.status === 'in-force' && contract.proposed);
  if (!isOpen || sideToSign(version) !== side) refuse('nobody-to-remind', 'side');
  const remindedOn = localDate(caller.now);
  if (contract.reminders.some((reminder) => reminder.side === side && reminder.remindedOn === remindedOn)) refuse('reminded-today', 'side');
  return [{ type: 'ContractReminded', data: { version: version.content.version, side, postIds: awaitedPosts(version, side), remindedOn } }];
};

/** One clause, once; with the last of them the contract is settled. */
export const settle = (said: SettleClause['data'], contract: Contract, caller: Caller): readonly ContractEvent[] => {
  requireIssuer(contract, caller);
  const { content, settlements, inForceSince } = contract;
  const clause = content.clauses.find(({ code }) => code === said.code) ?? refuse('clause-unknown', 'code', { code: said.code });
  const earlier = settlements.find(({ code }) => code === said.code);
  if (earlier) return isSaid(earlier, said) ? [] : refuse('clause-settled', 'code', { code: said.code, day: earlier.settledOn });
  if (inForceSince === null) refuse('contract-not-in-force');
  if (contract.status === 'settled' || contract.status === 'archived') closed(contract);
  const settledOn = localDate(caller.now);
  if (contract.status !== 'terminated' && settledOn <= content.period.until) refuse('period-not-over', undefined, { day: content.period.until });
  requireReasoned(said, clause);
  return settled(said, contract, settledOn);
};

const settled = ({ facts, ...words }: SettleClause['data'], { content: { version, clauses }, settlements }: Contract, settledOn: string): readonly ContractEvent[] => {
  if (facts && facts.version !== version) refuse('facts-of-another-version');
  const changed = facts && facts.changedTerms.length > 0 ? { changedTerms: facts.changedTerms } : {};
  const clause: ClauseSettled = { type: 'ClauseSettled', data: { ...words, version, settledOn, ...changed } };
  if (settlements.length + 1 < clauses.length) return [clause];
  return [clause, { type: 'ContractSettled', data: { version, settledOn, ...(facts && { tenures: facts.tenures }) } }];
};

const isSaid = (
  { version: _, settledOn: __, changedTerms: ___, ...earlier }: ClauseSettled['data'], { facts: ____, ...said }: SettleClause['data'],
): boolean => sameData(earlier, said);

/** A penalty or veto is carried out by the body competent for it, so its decision is named. */
const requireReasoned = ({ finding, outcome, honoured, document }: SettleClause['data'], { kind, code }: Clause): void => {
  requireText(finding, 'finding');
  requireText(outcome, 'outcome');
  if (kind !== 'reward' && honoured && (document === null || document.trim() === '')) refuse('decision-required', 'document', { code });
};

export const breach = ({ finding, clauseCodes }: FindBreach['data'], contract: Contract, caller: Caller): readonly ContractEvent[] => {
  requireIssuer(contract, caller);
  requireText(finding, 'finding');
  clauseCodes.forEach((code, index) => {
    if (!contract.content.clauses.some((clause) => clause.code === code)) refuse('clause-unknown', `clauseCodes[${index}]`, { code });
  });
  if (contract.breach && isFound(contract.breach, { finding, clauseCodes })) return [];
  if (contract.inForceSince === null) refuse('contract-not-in-force');
  if (contract.status !== 'in-force') return closed(contract);
  return [{ type: 'ContractBreached', data: { version: contract.content.version, finding, clauseCodes, foundOn: localDate(caller.now) } }];
};

const isFound = (known: ContractBreached['data'], said: FindBreach['data']): boolean =>
  known.finding === said.finding && sameData(known.clauseCodes, said.clauseCodes);

export const terminate = ({ reason }: TerminateContract['data'], contract: Contract, caller: Caller): readonly ContractEvent[] => {
  requireIssuer(contract, caller);
  requireText(reason, 'reason');
  if (contract.termination?.reason === reason) return [];
  if (!['drafted', 'signed', 'in-force', 'breached'].includes(contract.status)) closed(contract);
  return [{ type: 'ContractTerminated', data: { reason, terminatedOn: localDate(caller.now) } }];
};

/** After settlement; a contract that never came into force, or has no clause to settle, after its end. */
export const archive = ({ archiveNumber }: ArchiveContract['data'], contract: Contract, caller: Caller): readonly ContractEvent[] => {
  requireIssuer(contract, caller);
  requireText(archiveNumber, 'archiveNumber');
  if (contract.archive) return contract.archive.archiveNumber === archiveNumber ? [] : closed(contract);
  const archivedOn = localDate(caller.now);
  if (!isOver(contract, archivedOn)) refuse('contract-not-settled');
  return [{ type: 'ContractArchived', data: { archiveNumber, archivedOn } }];
};

const isOver = ({ status, inForceSince, content }: Contract, day: string): boolean => {
  if (status === 'settled') return true;
  const needsSettling = inForceSince !== null && content.clauses.length > 0;
  const hasEnded = status === 'terminated' || (inForceSince !== null && day > content.period.until);
  return hasEnded && !needsSettling;
};
