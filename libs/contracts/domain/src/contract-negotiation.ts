import { sameData, type Caller } from '@zeren/kernel';
import { localDate } from '@zeren/organisation-domain';
import { unitsActedFor } from '@zeren/tasks-domain';
import { requireSound } from './contract-content.js';
import type { ContractEvent } from './contract.events.js';
import { latestVersion, sideToSign, type Contract } from './contract-state.js';
import type { ReturnContract, ReviseContract, UpholdContract } from './contract.commands.js';
import { refuse } from './refusals.js';

/** Only the issuing tenant carries a contract on; its office does so in the issuer's name. */
export const requireIssuer = ({ content: { issuer } }: Contract, { tenantId }: Caller): void => {
  if (issuer.tenantId !== tenantId) refuse('not-the-issuer');
};

export const requireText = (text: string, field: string): void => {
  if (text.trim() === '') refuse('text-required', field);
};

const openNegotiation = ({ negotiations }: Contract) => negotiations.find(({ answer }) => answer === null);

/** The responsible unit returns the version it is to sign. The same remarks again change nothing. */
export const returnVersion = (
  { fingerprint, remarks }: ReturnContract['data'], contract: Contract, caller: Caller,
): readonly ContractEvent[] => {
  const { tenantId, unitId } = contract.content.responsible;
  if (caller.tenantId !== tenantId || !unitsActedFor(caller.unitId).includes(unitId)) refuse('not-the-responsible-unit', undefined, { unitId });
  const version = latestVersion(contract);
  if (fingerprint !== version.fingerprint) refuse('fingerprint-differs', 'fingerprint');
  requireText(remarks, 'remarks');
  const open = openNegotiation(contract);
  if (open) return open.remarks === remarks ? [] : refuse('remarks-unanswered');
  if (!isToBeSigned(contract) || sideToSign(version) !== 'signature') refuse('nothing-to-return');
  return [{ type: 'ContractReturned', data: { version: version.content.version, unitId, remarks, returnedOn: localDate(caller.now) } }];
};

const isToBeSigned = ({ status, proposed }: Contract): boolean =>
  status === 'drafted' || status === 'signed' || (status === 'in-force' && proposed !== null);

export const uphold = ({ answer }: UpholdContract['data'], contract: Contract, caller: Caller): readonly ContractEvent[] => {
  requireIssuer(contract, caller);
  requireText(answer, 'answer');
  const open = openNegotiation(contract);
  if (open) return [{ type: 'ContractUpheld', data: { version: open.version, answer, answeredOn: localDate(caller.now) } }];
  return contract.negotiations.at(-1)?.answer?.answer === answer ? [] : refuse('nothing-returned');
};

/** A new version of the same contract: same parties, same split, the next number. */
export const revise = ({ content, fingerprint, reason }: ReviseContract['data'], contract: Contract, caller: Caller): readonly ContractEvent[] => {
  requireIssuer(contract, caller);
  requireText(reason, 'reason');
  if (!['drafted', 'signed', 'in-force'].includes(contract.status)) refuse('contract-closed', undefined, { status: contract.status });
  const latest = latestVersion(contract);
  if (sameData({ ...content, version: 0 }, { ...latest.content, version: 0 })) {
    return latest.reason === reason ? [] : refuse('version-unchanged');
  }
  const isNext = content.version === latest.content.version + 1 && content.contractId === latest.content.contractId
    && content.splitId === latest.content.splitId && isSameUnit(content.issuer, latest.content.issuer)
    && isSameUnit(content.responsible, latest.content.responsible);
  if (!isNext) refuse('version-not-next', undefined, { version: latest.content.version + 1 });
  requireSound(content);
  return [{ type: 'ContractRevised', data: { content, fingerprint, reason, revisedOn: localDate(caller.now) } }];
};

type Unit = { readonly tenantId: string; readonly unitId: string };
const isSameUnit = (left: Unit, right: Unit): boolean => left.tenantId === right.tenantId && left.unitId === right.unitId;
