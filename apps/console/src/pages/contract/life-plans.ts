import { contractsRefusals, latestVersion, sideToSign, type ContractCommand, type ContractDocument } from '@zeren/contracts-domain';
import type { Caller, Language } from '@zeren/kernel';
import { unitsActedFor } from '@zeren/tasks-domain';
import { idOf } from '../../api/rows.js';
import { refusalOf } from '../../design/refusal.js';
import { severalOf, type Said, type StepField, type StepPlan } from '../../design/step-form.js';
import type { useContractTexts } from './contract.texts.js';
import { decideOn } from './signing.js';

/** What the plans are made of: the contract, who reads it, and the texts in the reader's language. */
export type Reading = { readonly contract: ContractDocument; readonly caller: Caller; readonly language: Language; readonly t: ReturnType<typeof useContractTexts> };

type Step = {
  readonly title: string;
  readonly path: string;
  readonly fields: readonly StepField[];
  readonly first?: Said;
  readonly command: (said: Said) => Exclude<ContractCommand, { type: 'DraftContract' }>;
};

const planOf = ({ contract, caller, language }: Reading, { title, path, fields, first, command }: Step): StepPlan => ({
  title,
  fields,
  ...(first && { first }),
  refusal: (said) => refusalOf(() => decideOn(contract, command(said), caller), contractsRefusals, language),
  intent: (said) => ({ path: `/contracts/${idOf(contract)}/${path}`, body: command(said).data, revision: contract.revision }),
});

const words = (name: string, label: string): StepField => ({ name, label, lines: true });

const openRemarks = ({ negotiations }: ContractDocument) => negotiations.find(({ answer }) => answer === null);

const clauseOptions = ({ contract, t }: Reading) => contract.content.clauses.map(({ code, kind }) => ({ value: code, label: `${code} ${t(kind)}` }));

const toReturn = ({ contract, t }: Reading): readonly Step[] => {
  const latest = latestVersion(contract);
  const isToBeSigned = contract.status === 'drafted' || contract.proposed !== null;
  if (!isToBeSigned || sideToSign(latest) !== 'signature' || openRemarks(contract)) return [];
  return [{
    title: t('returnIt'), path: 'remarks', fields: [words('remarks', t('remarks'))],
    command: (said) => ({ type: 'ReturnContract', data: { fingerprint: latest.fingerprint, remarks: said['remarks'] ?? '' } }),
  }];
};

const toUphold = ({ contract, t }: Reading): readonly Step[] => (openRemarks(contract)
  ? [{
    title: t('uphold'), path: 'answers', fields: [words('answer', t('answer'))],
    command: (said) => ({ type: 'UpholdContract', data: { answer: said['answer'] ?? '' } }),
  }]
  : []);

const toSettle = (plans: Reading): readonly Step[] => {
  const { contract, t } = plans;
  const unsettled = clauseOptions(plans).filter(({ value }) => !contract.settlements.some(({ code }) => code === value));
  const [first] = unsettled;
  if (contract.inForceSince === null || !first) return [];
  return [{
    title: t('settle'), path: 'settlements', first: { code: first.value, honoured: 'yes' },
    fields: [
      { name: 'code', label: t('clause'), options: unsettled, beside: 'one' },
      { name: 'honoured', label: t('honoured'), beside: 'one', options: [{ value: 'yes', label: t('yes') }, { value: 'no', label: t('no') }] },
      words('finding', t('finding')), words('outcome', t('outcome')), { name: 'document', label: t('document') },
    ],
    command: (said) => ({ type: 'SettleClause', data: settlementOf(said) }),
  }];
};

const toFindBreach = (plans: Reading): readonly Step[] => {
  const { contract, t } = plans;
  if (contract.status !== 'in-force') return [];
  return [{
    title: t('findBreach'), path: 'breach',
    fields: [words('finding', t('finding')), { name: 'clauseCodes', label: t('clausesInPlay'), beside: 'several', options: clauseOptions(plans) }],
    command: (said) => ({ type: 'FindBreach', data: { finding: said['finding'] ?? '', clauseCodes: severalOf(said['clauseCodes']) } }),
  }];
};

const toEnd = ({ contract, t }: Reading): readonly Step[] => {
  const terminate: Step = {
    title: t('terminate'), path: 'termination', fields: [words('reason', t('reason'))],
    command: (said) => ({ type: 'TerminateContract', data: { reason: said['reason'] ?? '' } }),
  };
  const archive: Step = {
    title: t('archiveIt'), path: 'archive', fields: [{ name: 'archiveNumber', label: t('archiveNumber') }],
    command: (said) => ({ type: 'ArchiveContract', data: { archiveNumber: said['archiveNumber'] ?? '' } }),
  };
  if (contract.status === 'archived') return [];
  return contract.status === 'settled' || contract.status === 'terminated' ? [archive] : [terminate];
};

/** Whether the reader carries the contract on in the issuer's name. */
export const isIssuersOffice = ({ content: { issuer } }: ContractDocument, { tenantId, roles }: Caller): boolean =>
  issuer.tenantId === tenantId && (roles.includes('city-office') || roles.includes('district-office'));

/** What the reader can do that needs words, as forms. */
export const plansFor = (reading: Reading): readonly StepPlan[] => {
  const { contract: { content: { responsible } }, caller } = reading;
  const isResponsible = responsible.tenantId === caller.tenantId && unitsActedFor(caller.unitId).includes(responsible.unitId);
  const steps = [
    ...(isResponsible ? toReturn(reading) : []),
    ...(isIssuersOffice(reading.contract, caller) ? [toUphold, toSettle, toFindBreach, toEnd].flatMap((plan) => plan(reading)) : []),
  ];
  return steps.map((step) => planOf(reading, step));
};

const settlementOf = ({ code = '', honoured, finding = '', outcome = '', document = '' }: Said) =>
  ({ code, honoured: honoured === 'yes', finding, outcome, document: document.trim() === '' ? null : document });
