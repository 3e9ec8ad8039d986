import { contractsRefusals, type ContractDocument, type Side, type Verdict } from '@zeren/contracts-domain';
import { useCaller } from '../../api/caller.js';
import { useCommand } from '../../api/commands.js';
import { idOf } from '../../api/rows.js';
import { Action } from '../../design/action.js';
import { refusalOf } from '../../design/refusal.js';
import { Failure } from '../../design/states.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { useContractTexts } from './contract.texts.js';
import { decideSigning } from './signing.js';

const signs: Record<Verdict, string> = { valid: '✓', invalid: '✕', missing: '○' };

const VerdictMark = ({ verdict }: { verdict: Verdict }) => {
  const t = useContractTexts();
  return <span className={`verdict verdict-${verdict}`}><span aria-hidden="true">{signs[verdict]}</span>{t(verdict)}</span>;
};

const SignAction = ({ contract, side }: { contract: ContractDocument; side: Side }) => {
  const t = useContractTexts();
  const { language } = useLanguage();
  const caller = useCaller();
  const send = useCommand();
  if (!caller || contract[side]) return null;
  const why = refusalOf(() => decideSigning(contract, side, caller), contractsRefusals, language)?.sentence;
  const sign = () => send.mutate({ path: `/contracts/${idOf(contract)}/${side}`, body: { fingerprint: contract.fingerprint }, revision: contract.revision });
  return (
    <div className="stack no-print">
      <Action type="primary" why={why} loading={send.isPending} onClick={sign}>{t(side === 'signature' ? 'sign' : 'countersign')}</Action>
      {send.isError && <Failure failure={send.error} />}
    </div>
  );
};

const SignatureBlock = ({ contract, side }: { contract: ContractDocument; side: Side }) => {
  const t = useContractTexts();
  const { language } = useLanguage();
  const signed = contract[side];
  return (
    <section className="signature" aria-label={t(side)}>
      <h3>{t(side)}</h3>
      <VerdictMark verdict={contract.verification[side]} />
      {signed && (
        <dl className="facts">
          <dt>{t('by')}</dt><dd className="mono">{signed.officerId}</dd>
          <dt>{t('post')}</dt><dd className="mono">{signed.postId}</dd>
          <dt>{t('on')}</dt><dd>{dayOf(signed.signedOn, language)}</dd>
          <dt>{t('key')}</dt><dd className="mono">{signed.signature.algorithm} · {signed.signature.keyId}</dd>
          <dt>{t('value')}</dt><dd><pre>{signed.signature.value}</pre></dd>
        </dl>
      )}
      <SignAction contract={contract} side={side} />
    </section>
  );
};

/** The fingerprint, whether the content still has it, and both signatures. */
export const Signatures = ({ contract }: { contract: ContractDocument }) => {
  const t = useContractTexts();
  return (
    <div className="stack">
      <dl className="facts">
        <dt>{t('fingerprint')}</dt><dd className="mono">{contract.fingerprint}</dd>
        <dt>{t('content')}</dt><dd><VerdictMark verdict={contract.verification.content} /> <span className="soft small">{t('verified')}</span></dd>
      </dl>
      <div className="deed-signatures"><SignatureBlock contract={contract} side="signature" /><SignatureBlock contract={contract} side="countersignature" /></div>
    </div>
  );
};
