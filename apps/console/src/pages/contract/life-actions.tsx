import { contractsRefusals, latestVersion, sideToSign, type ContractCommand, type ContractDocument } from '@zeren/contracts-domain';
import type { Caller } from '@zeren/kernel';
import { localDate, unitsActedFor } from '@zeren/tasks-domain';
import { useState } from 'react';
import { useCaller } from '../../api/caller.js';
import { useCommand } from '../../api/commands.js';
import { idOf } from '../../api/rows.js';
import { Action } from '../../design/action.js';
import { refusalOf } from '../../design/refusal.js';
import { Failure } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { useContractTexts } from './contract.texts.js';
import { LifeForm, severalOf, type LifePlan, type Said } from './life-form.js';
import { decideOn } from './signing.js';
import { VersionForm } from './version-form.js';

type Plans = { readonly contract: ContractDocument; readonly t: ReturnType<typeof useContractTexts> };

const words = (name: string, label: string) => ({ name, label, kind: 'words' as const });

const openRemarks = ({ negotiations }: ContractDocument) => negotiations.find(({ answer }) => answer === null);

const clauseOptions = ({ contract, t }: Plans) => contract.content.clauses.map(({ code, kind }) => ({ value: code, label: `${code} ${t(kind)}` }));

const toReturn = ({ contract, t }: Plans): readonly LifePlan[] => {
  const latest = latestVersion(contract);
  const isToBeSigned = contract.status === 'drafted' || contract.proposed !== null;
  if (!isToBeSigned || sideToSign(latest) !== 'signature' || openRemarks(contract)) return [];
  return [{
    title: t('returnIt'), path: 'remarks', fields: [words('remarks', t('remarks'))], first: {},
    command: (said) => ({ type: 'ReturnContract', data: { fingerprint: latest.fingerprint, remarks: said['remarks'] ?? '' } }),
  }];
};

const toUphold = ({ contract, t }: Plans): readonly LifePlan[] => (openRemarks(contract)
  ? [{
    title: t('uphold'), path: 'answers', fields: [words('answer', t('answer'))], first: {},
    command: (said) => ({ type: 'UpholdContract', data: { answer: said['answer'] ?? '' } }),
  }]
  : []);

const toSettle = (plans: Plans): readonly LifePlan[] => {
  const { contract, t } = plans;
  const unsettled = clauseOptions(plans).filter(({ value }) => !contract.settlements.some(({ code }) => code === value));
  const [first] = unsettled;
  if (contract.inForceSince === null || !first) return [];
  return [{
    title: t('settle'), path: 'settlements', first: { code: first.value, honoured: 'yes' },
    fields: [
      { name: 'code', label: t('clause'), kind: 'choice', options: unsettled },
      { name: 'honoured', label: t('honoured'), kind: 'choice', options: [{ value: 'yes', label: t('yes') }, { value: 'no', label: t('no') }] },
      words('finding', t('finding')), words('outcome', t('outcome')), { name: 'document', label: t('document'), kind: 'line' },
    ],
    command: (said) => ({ type: 'SettleClause', data: settlementOf(said) }),
  }];
};

const toFindBreach = (plans: Plans): readonly LifePlan[] => {
  const { contract, t } = plans;
  if (contract.status !== 'in-force') return [];
  return [{
    title: t('findBreach'), path: 'breach', first: {},
    fields: [words('finding', t('finding')), { name: 'clauseCodes', label: t('clausesInPlay'), kind: 'several', options: clauseOptions(plans) }],
    command: (said) => ({ type: 'FindBreach', data: { finding: said['finding'] ?? '', clauseCodes: severalOf(said['clauseCodes']) } }),
  }];
};

const toEnd = ({ contract, t }: Plans): readonly LifePlan[] => {
  const terminate: LifePlan = {
    title: t('terminate'), path: 'termination', fields: [words('reason', t('reason'))], first: {},
    command: (said) => ({ type: 'TerminateContract', data: { reason: said['reason'] ?? '' } }),
  };
  const archive: LifePlan = {
    title: t('archiveIt'), path: 'archive', fields: [{ name: 'archiveNumber', label: t('archiveNumber'), kind: 'line' }], first: {},
    command: (said) => ({ type: 'ArchiveContract', data: { archiveNumber: said['archiveNumber'] ?? '' } }),
  };
  if (contract.status === 'archived') return [];
  return contract.status === 'settled' || contract.status === 'terminated' ? [archive] : [terminate];
};

const isOffice = ({ roles }: Pick<Caller, 'roles'>): boolean => roles.includes('city-office') || roles.includes('district-office');

/** What the reader can do that needs words, as forms. */
const plansFor = (plans: Plans, caller: Caller): readonly LifePlan[] => {
  const { issuer, responsible } = plans.contract.content;
  const isResponsible = responsible.tenantId === caller.tenantId && unitsActedFor(caller.unitId).includes(responsible.unitId);
  const isIssuer = issuer.tenantId === caller.tenantId && isOffice(caller);
  return [
    ...(isResponsible ? toReturn(plans) : []),
    ...(isIssuer ? [toUphold, toSettle, toFindBreach, toEnd].flatMap((plan) => plan(plans)) : []),
  ];
};

const settlementOf = ({ code = '', honoured, finding = '', outcome = '', document = '' }: Said) =>
  ({ code, honoured: honoured === 'yes', finding, outcome, document: document.trim() === '' ? null : document });

/** A step that needs no words: sent at once, or shut with the contract's reason. */
const Step = ({ contract, caller, name, path, body, command }: {
  contract: ContractDocument; caller: Caller; name: string; path: string; body: unknown; command: ContractCommand;
}) => {
  const { language } = useLanguage();
  const send = useCommand();
  const why = refusalOf(() => decideOn(contract, command, caller), contractsRefusals, language)?.sentence;
  return (
    <>
      <Action why={why} loading={send.isPending} onClick={() => send.mutate({ path: `/contracts/${idOf(contract)}/${path}`, body, revision: contract.revision })}>{name}</Action>
      {send.isError && <Failure failure={send.error} />}
    </>
  );
};

const Reminder = ({ contract, caller }: { contract: ContractDocument; caller: Caller }) => {
  const t = useContractTexts();
  const side = sideToSign(latestVersion(contract));
  const isWaiting = contract.status === 'drafted' || contract.status === 'signed' || contract.proposed !== null;
  if (!side || !isWaiting) return null;
  return <Step contract={contract} caller={caller} name={t('remind')} path="reminders" body={{ side }} command={{ type: 'RemindSignatories', data: { side } }} />;
};

/** Offered to the post's new holder alone; the service reads the progress that will be signed. */
const HandoverStep = ({ contract, caller }: { contract: ContractDocument; caller: Caller }) => {
  const t = useContractTexts();
  const missing = contract.responsibilities.find(({ postId, holderId, isHandoverMissing }) =>
    isHandoverMissing && postId === caller.postId && holderId === caller.actorId);
  if (!missing) return null;
  const content = {
    contractId: contract.content.contractId, version: contract.content.version, postId: missing.postId, predecessorId: missing.answeringId,
    successorId: caller.actorId, handedOverOn: localDate(caller.now), factsPosition: '', progress: [],
  };
  const signature = { algorithm: 'Ed25519', keyId: '', publicKey: '', value: '' } as const;
  const holding = { postId: missing.postId, officerId: caller.actorId, validFrom: localDate(caller.now), validUntil: null };
  return (
    <Step contract={contract} caller={caller} name={t('handOver')} path="handovers" body={{}}
      command={{ type: 'HandOverContract', data: { content, fingerprint: '', holding, proof: { fingerprint: '', signature, verdict: 'valid' } } }} />
  );
};

/** What the reader can do with the contract as it stands. */
export const LifeActions = ({ contract }: { contract: ContractDocument }) => {
  const caller = useCaller();
  return caller ? <Offered contract={contract} caller={caller} /> : null;
};

const Offered = ({ contract, caller }: { contract: ContractDocument; caller: Caller }) => {
  const t = useContractTexts();
  const [chosen, setChosen] = useState<LifePlan | 'version' | null>(null);
  const isIssuer = isOffice(caller) && contract.content.issuer.tenantId === caller.tenantId;
  const canRevise = isIssuer && ['drafted', 'signed', 'in-force'].includes(contract.status);
  const close = () => setChosen(null);
  return (
    <div className="row no-print contract-actions">
      <HandoverStep contract={contract} caller={caller} />
      {isIssuer && <Reminder contract={contract} caller={caller} />}
      {canRevise && <Action why={undefined} onClick={() => setChosen('version')}>{t(contract.status === 'in-force' ? 'amend' : 'redraft')}</Action>}
      {plansFor({ contract, t }, caller).map((plan) => <Action key={plan.path} why={undefined} onClick={() => setChosen(plan)}>{plan.title}</Action>)}
      {chosen === 'version' && <VersionForm contract={contract} onClose={close} />}
      {chosen !== null && chosen !== 'version' && <LifeForm plan={chosen} contract={contract} caller={caller} onClose={close} />}
    </div>
  );
};
