import type { ContractDocument, ContractHandedOver, ContractVersion, InterimProgress, Verdict, VersionVerification } from '@zeren/contracts-domain';
import type { ReactNode } from 'react';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { Ledger } from '../../design/ledger.js';
import { Mark } from '../../design/lamp.js';
import { useContractTexts } from './contract.texts.js';
import { Signatures, VerdictMark } from './signatures.js';

const Notice = ({ tone, title, children }: { tone: 'calm' | 'warning'; title: string; children?: ReactNode }) => (
  <div className={`notice notice-${tone}`} role="note"><b>{title}</b>{children && <div>{children}</div>}</div>
);

/** What a reader must know before anything else: open remarks, a new version, a missing handover, a breach, an end. */
export const Notices = ({ contract }: { contract: ContractDocument }) => {
  const t = useContractTexts();
  const { language } = useLanguage();
  const open = contract.negotiations.find(({ answer }) => answer === null);
  const { proposed, breach, termination, archive } = contract;
  return (
    <>
      {open && <Notice tone="warning" title={t('returnedOn', { day: dayOf(open.returnedOn, language) })}>{open.remarks}</Notice>}
      {proposed && <Notice tone="calm" title={t('proposedNotice', { version: proposed.content.version })}>{proposed.reason}</Notice>}
      {contract.responsibilities.filter(({ isHandoverMissing }) => isHandoverMissing).map(({ postId, answeringId, holderId }) => (
        <Notice key={postId} tone="warning" title={t('handoverMissing', { post: postId })}>{t('handoverBetween', { from: answeringId, to: holderId ?? '' })}</Notice>
      ))}
      {breach && <Notice tone="warning" title={t('breachedOn', { day: dayOf(breach.foundOn, language) })}>{breach.finding} {breach.clauseCodes.join(', ')}</Notice>}
      {termination && <Notice tone="warning" title={t('terminatedOn', { day: dayOf(termination.terminatedOn, language) })}>{termination.reason}</Notice>}
      {archive && <Notice tone="calm" title={t('archivedAs', { number: archive.archiveNumber, day: dayOf(archive.archivedOn, language) })} />}
    </>
  );
};

const Negotiations = ({ contract }: { contract: ContractDocument }) => {
  const t = useContractTexts();
  const { language } = useLanguage();
  return (
    <ol className="plain stack">
      {contract.negotiations.map((negotiation, index) => (
        <li key={index} className="stack">
          <div><Mark>{t('version', { version: negotiation.version })}</Mark> <span className="soft">{dayOf(negotiation.returnedOn, language)}</span> {negotiation.remarks}</div>
          {negotiation.answer && <div><Mark tone="strong">{t('answer')}</Mark> <span className="soft">{dayOf(negotiation.answer.answeredOn, language)}</span> {negotiation.answer.answer}</div>}
        </li>
      ))}
    </ol>
  );
};

const Settlements = ({ contract }: { contract: ContractDocument }) => {
  const t = useContractTexts();
  const { language } = useLanguage();
  return (
    <Ledger caption={t('settlements')} rows={contract.settlements} keyOf={({ code }) => code} columns={[
      { key: 'code', title: t('clause'), lead: true, cell: ({ code }) => code },
      { key: 'honoured', title: t('honoured'), cell: ({ honoured }) => <Mark tone={honoured ? 'strong' : 'seal'}>{t(honoured ? 'yes' : 'no')}</Mark> },
      { key: 'finding', title: t('finding'), wide: true, cell: ({ finding, changedTerms = [] }) => <>{finding}{changedTerms.length > 0 && <div className="small soft">{t('changedAtSettlement', { count: changedTerms.length })}</div>}</> },
      { key: 'outcome', title: t('outcome'), wide: true, cell: ({ outcome }) => outcome },
      { key: 'document', title: t('document'), cell: ({ document }) => document ?? '—' },
      { key: 'on', title: t('settledOn'), cell: ({ settledOn }) => <span className="nowrap">{dayOf(settledOn, language)}</span> },
    ]} />
  );
};

const progressShown = 20;

/** What falls to each officer who answered for the responsible unit. */
const Tenures = ({ contract }: { contract: ContractDocument }) => {
  const t = useContractTexts();
  const { language } = useLanguage();
  return (
    <div className="stack">
      <p className="soft">{t('tenuresLead')}</p>
      <Ledger caption={t('tenures')} rows={contract.tenures} keyOf={({ postId, from, officerId }) => `${postId}${from}${officerId}`} columns={[
        { key: 'officer', title: t('officer'), lead: true, cell: ({ officerId, postId }) => <><span className="mono">{officerId}</span> <span className="soft small mono">{postId}</span></> },
        { key: 'from', title: t('tenureFrom'), cell: ({ from }) => <span className="nowrap">{dayOf(from, language)}</span> },
        { key: 'until', title: t('tenureUntil'), cell: ({ until }) => (until ? <span className="nowrap">{dayOf(until, language)}</span> : <Mark tone="strong">{t('today')}</Mark>) },
        { key: 'verified', title: t('confirmed'), end: true, cell: ({ verified }) => verified },
        { key: 'reported', title: t('reported'), end: true, cell: ({ reported }) => reported },
        { key: 'rejected', title: t('rejected'), end: true, cell: ({ rejected }) => rejected },
      ]} />
    </div>
  );
};

const Interim = ({ entries }: { entries: readonly InterimProgress[] }) => {
  const t = useContractTexts();
  const { language, comma } = useLanguage();
  return (
    <Ledger caption={t('interim')} rows={entries.slice(0, progressShown)} keyOf={({ taskId, year }) => `${taskId}${year}`} columns={[
      { key: 'task', title: t('interim'), lead: true, cell: ({ taskId }) => <span className="mono">{taskId}</span> },
      { key: 'year', title: t('year'), end: true, cell: ({ year }) => year },
      { key: 'values', title: t('value'), cell: ({ values }) => values.map(({ value, unit }) => `${value}${unit}`).join(comma) },
      { key: 'on', title: t('measuredOn'), cell: ({ measuredOn }) => <span className="nowrap">{dayOf(measuredOn, language)}</span> },
    ]} />
  );
};

const Handover = ({ handover: { content, signature }, verdict }: { handover: ContractHandedOver['data']; verdict: Verdict }) => {
  const t = useContractTexts();
  const { language, comma } = useLanguage();
  return (
    <details className="fold">
      <summary><h3>{dayOf(content.handedOverOn, language)} · {content.predecessorId} → {content.successorId}</h3><VerdictMark verdict={verdict} /></summary>
      <div className="stack">
        <p className="soft">{t('handoverLead', { count: content.progress.length, position: content.factsPosition })}</p>
        {content.figure && <p>{t('figureLead', { verified: content.figure.verified, reported: content.figure.reported, rejected: content.figure.rejected })}</p>}
        <p className="small soft">{t('key')} <span className="mono">{signature.keyId}</span></p>
        <Ledger caption={t('progress')} rows={content.progress.slice(0, progressShown)} keyOf={({ taskId, year }) => `${taskId}${year}`} columns={[
          { key: 'task', title: t('task'), lead: true, cell: ({ taskId }) => <span className="mono">{taskId}</span> },
          { key: 'year', title: t('year'), end: true, cell: ({ year }) => year },
          { key: 'status', title: t('state'), cell: ({ status }) => t(status === 'verified' ? 'confirmed' : status) },
          { key: 'values', title: t('value'), cell: ({ values }) => values.map(({ value, unit }) => `${value}${unit}`).join(comma) },
          { key: 'on', title: t('measuredOn'), cell: ({ measuredOn }) => <span className="nowrap">{dayOf(measuredOn, language)}</span> },
        ]} />
        {content.interim && content.interim.length > 0 && <Interim entries={content.interim} />}
      </div>
    </details>
  );
};

const Version = ({ contract, version, verification }: { contract: ContractDocument; version: ContractVersion; verification: VersionVerification }) => {
  const t = useContractTexts();
  return (
    <details className="fold">
      <summary><h3>{t('version', { version: version.content.version })}{version.reason && ` · ${version.reason}`}</h3><VerdictMark verdict={verification.content} /></summary>
      <Signatures contract={contract} version={version} verification={verification} />
    </details>
  );
};

/** What has happened around the contract: remarks and answers, settlements, who answered when, handovers, settlements, earlier versions with their signatures. */
export const LifeRecord = ({ contract }: { contract: ContractDocument }) => {
  const t = useContractTexts();
  const { negotiations, handovers, settlements, tenures, earlier, verification } = contract;
  return (
    <>
      {negotiations.length > 0 && <section className="sheet"><h2>{t('negotiations')}</h2><Negotiations contract={contract} /></section>}
      {settlements.length > 0 && <section className="sheet"><h2>{t('settlements')}</h2><Settlements contract={contract} /></section>}
      {tenures.length > 0 && <section className="sheet"><h2>{t('tenures')}</h2><Tenures contract={contract} /></section>}
      {handovers.length > 0 && (
        <section className="sheet">
          <h2>{t('handovers')}</h2>
          {handovers.map((handover, index) => <Handover key={handover.fingerprint} handover={handover} verdict={verification.handovers[index] ?? 'invalid'} />)}
        </section>
      )}
      {earlier.length > 0 && (
        <section className="sheet">
          <h2>{t('earlier')}</h2>
          {earlier.map((version, index) => {
            const its = verification.earlier[index];
            return its && <Version key={version.fingerprint} contract={contract} version={version} verification={its} />;
          })}
        </section>
      )}
    </>
  );
};
