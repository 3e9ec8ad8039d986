import {
  awaitedPosts, contractsRefusals, latestVersion,
  type Contract, type ContractDocument, type ContractVersion, type GivenSignature, type Side, type Verdict, type VersionVerification,
} from '@zeren/contracts-domain';
import { useState } from 'react';
import { useCaller } from '../../api/caller.js';
import { useCommand } from '../../api/commands.js';
import { idOf } from '../../api/rows.js';
import { Action } from '../../design/action.js';
import { PostName } from '../../design/post-name.js';
import { refusalOf } from '../../design/refusal.js';
import { Failure } from '../../design/states.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { useContractTexts } from './contract.texts.js';
import { ExternalSigning } from './external-signing.js';
import { decideSigning } from './signing.js';

const signs: Record<Verdict, string> = { valid: '✓', invalid: '✕', missing: '○' };

export const VerdictMark = ({ verdict, missing = 'missing' }: { verdict: Verdict; missing?: 'missing' | 'noSeal' }) => {
  const t = useContractTexts();
  return <span className={`verdict verdict-${verdict}`}><span aria-hidden="true">{signs[verdict]}</span>{t(verdict === 'missing' ? missing : verdict)}</span>;
};

const SignAction = ({ contract, side, postId }: { contract: ContractDocument; side: Side; postId: string }) => {
  const t = useContractTexts();
  const { language } = useLanguage();
  const caller = useCaller();
  const send = useCommand();
  const [isOutside, setOutside] = useState(false);
  if (!caller) return null;
  const why = refusalOf(() => decideSigning(contract, side, caller), contractsRefusals, language)?.sentence;
  if (why === undefined && caller.postId !== postId) return null;
  const sign = () =>
    send.mutate({ path: `/contracts/${idOf(contract)}/${side}`, body: { fingerprint: latestVersion(contract).fingerprint }, revision: contract.revision });
  return (
    <div className="stack no-print">
      <div className="row">
        <Action type="primary" why={why} loading={send.isPending} onClick={sign}>{t(side === 'signature' ? 'sign' : 'countersign')}</Action>
        {why === undefined && <Action why={undefined} onClick={() => setOutside(true)}>{t('signOutside')}</Action>}
      </div>
      {isOutside && <ExternalSigning contract={contract} side={side} onClose={() => setOutside(false)} />}
      {send.isError && <Failure failure={send.error} />}
    </div>
  );
};

const Given = ({ given, verification }: { given: GivenSignature; verification: VersionVerification }) => {
  const t = useContractTexts();
  const { language } = useLanguage();
  const verdict = verification.given.find(({ side, postId }) => side === given.side && postId === given.postId);
  return (
    <>
      <div className="row">
        <VerdictMark verdict={verdict?.signature ?? 'invalid'} />
        <span className="row"><span className="soft">{t('seal')}</span> <VerdictMark verdict={verdict?.seal ?? 'missing'} missing="noSeal" /></span>
      </div>
      <dl className="facts">
        <dt>{t('by')}</dt><dd className="mono">{given.officerId}</dd>
        <dt>{t('post')}</dt><dd><PostName id={given.postId} /></dd>
        <dt>{t('on')}</dt><dd>{dayOf(given.signedOn, language)}</dd>
        <dt>{t('key')}</dt><dd className="mono">{given.signature.algorithm} · {given.signature.keyId}</dd>
        <dt>{t('value')}</dt><dd><pre>{given.signature.value}</pre></dd>
      </dl>
    </>
  );
};

const isOpen = ({ status, proposed }: Contract): boolean => status === 'drafted' || status === 'signed' || proposed !== null;

const SideBlock = ({ contract, version, verification, side }: {
  contract: ContractDocument; version: ContractVersion; verification: VersionVerification; side: Side;
}) => {
  const t = useContractTexts();
  const canBeSigned = isOpen(contract) && latestVersion(contract).content.version === version.content.version;
  return (
    <section className="signature" aria-label={`${t(side)} · ${t('version', { version: version.content.version })}`}>
      <h3>{t(side)}</h3>
      {version.signatures.filter((given) => given.side === side).map((given) => <Given key={given.postId} given={given} verification={verification} />)}
      {awaitedPosts(version, side).map((postId) => (
        <div key={postId} className="stack">
          <div className="row"><VerdictMark verdict="missing" /> <PostName id={postId} /></div>
          {canBeSigned && <SignAction contract={contract} side={side} postId={postId} />}
        </div>
      ))}
    </section>
  );
};

/** A version's fingerprint, whether its content still has it, and both sides' signatures and seals. */
export const Signatures = ({ contract, version, verification }: {
  contract: ContractDocument; version: ContractVersion; verification: VersionVerification;
}) => {
  const t = useContractTexts();
  return (
    <div className="stack">
      <dl className="facts">
        <dt>{t('fingerprint')}</dt><dd className="mono">{version.fingerprint}</dd>
        <dt>{t('content')}</dt><dd><VerdictMark verdict={verification.content} /> <span className="soft small">{t('verified')}</span></dd>
      </dl>
      <div className="deed-signatures">
        {(['signature', 'countersignature'] as const).map((side) => (
          <SideBlock key={side} contract={contract} version={version} verification={verification} side={side} />
        ))}
      </div>
    </div>
  );
};
