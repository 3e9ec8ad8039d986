import { localDate } from '@zeren/organisation-domain';
import { contractsRefusals, latestVersion, sideToSign, type ContractCommand, type ContractDocument } from '@zeren/contracts-domain';
import type { Caller } from '@zeren/kernel';
import { useState } from 'react';
import { useCaller } from '../../api/caller.js';
import { useCommand } from '../../api/commands.js';
import { idOf } from '../../api/rows.js';
import { Action } from '../../design/action.js';
import { refusalOf } from '../../design/refusal.js';
import { Failure } from '../../design/states.js';
import { StepForm, type StepPlan } from '../../design/step-form.js';
import { useLanguage } from '../../language/language.js';
import { useContractTexts } from './contract.texts.js';
import { isIssuersOffice, plansFor } from './life-plans.js';
import { decideOn } from './signing.js';
import { VersionForm } from './version-form.js';

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
  const { language } = useLanguage();
  const [chosen, setChosen] = useState<StepPlan | 'version' | null>(null);
  const isIssuer = isIssuersOffice(contract, caller);
  const canRevise = isIssuer && ['drafted', 'signed', 'in-force'].includes(contract.status);
  const close = () => setChosen(null);
  return (
    <div className="row no-print contract-actions">
      <HandoverStep contract={contract} caller={caller} />
      {isIssuer && <Reminder contract={contract} caller={caller} />}
      {canRevise && <Action why={undefined} onClick={() => setChosen('version')}>{t(contract.status === 'in-force' ? 'amend' : 'redraft')}</Action>}
      {plansFor({ contract, caller, language, t }).map((plan) => <Action key={plan.title} why={undefined} onClick={() => setChosen(plan)}>{plan.title}</Action>)}
      {chosen === 'version' && <VersionForm contract={contract} onClose={close} />}
      {chosen !== null && chosen !== 'version' && <StepForm plan={chosen} onClose={close} />}
    </div>
  );
};
