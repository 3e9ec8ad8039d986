import { sameData } from '@zeren/kernel';
import type { ContractTaskRow } from './contract-facts.js';
import type { ContractContent, ContractTerm, TermChangeKind } from './contract.events.js';
import type { Contract } from './contract-state.js';

/** A term in force that no longer says what its task does. It holds as signed until both sides sign an amendment. */
export type TermChange = {
  readonly kind: TermChangeKind;
  readonly taskId: string;
  readonly name: ContractTerm['name'];
  readonly indicatorCode: string;
  /** The day on which the task changed. */
  readonly on: string;
  /** Why, as was said of the task; empty where nothing was. */
  readonly reason: string;
  /** The term as an amendment would have it; null where the task ended. */
  readonly present: ContractTerm | null;
};

const changeOf = (signed: ContractTerm | undefined, { standing, term, changedOn: on, reason }: ContractTaskRow): readonly TermChange[] => {
  const said = { taskId: term.taskId, name: term.name, indicatorCode: term.indicatorCode, on, reason };
  if (signed === undefined) return standing === 'open' ? [{ ...said, kind: 'added', present: term }] : [];
  if (standing !== 'open') return [{ ...said, kind: standing, present: null }];
  return sameData(signed, term) ? [] : [{ ...said, kind: 'revised', present: term }];
};

/** Where the tasks that a unit leads in the contract's split differ from its terms, in order of indicator. */
export const changesOfTerms = ({ terms }: Pick<ContractContent, 'terms'>, tasks: readonly ContractTaskRow[]): readonly TermChange[] => {
  const signed = new Map(terms.map((term) => [term.taskId, term]));
  return tasks.flatMap((task) => changeOf(signed.get(task.term.taskId), task));
};

/** Whether a change of its tasks still matters to the contract. */
export const heedsChanges = ({ status }: Pick<Contract, 'status'>): boolean =>
  status === 'drafted' || status === 'signed' || status === 'in-force' || status === 'breached';
