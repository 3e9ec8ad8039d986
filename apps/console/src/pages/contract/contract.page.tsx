import { postsOf, type AssistanceItem, type Clause, type ContractDocument, type ContractParty, type ContractTerm, type ContractVersion, type LegalBasis, type VersionVerification } from '@zeren/contracts-domain';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { afterOwnWrites, readFile } from '../../api/client.js';
import { useRead } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { Mark } from '../../design/lamp.js';
import { Ledger, type Column } from '../../design/ledger.js';
import { PageFrame } from '../../design/page.js';
import { PostName } from '../../design/post-name.js';
import { AsOf, Failure, Resource } from '../../design/states.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { ContractStatusMark } from '../../design/contract-status.js';
import { useContractTexts } from './contract.texts.js';
import { LifeActions } from './life-actions.js';
import { LifeRecord, Notices } from './life-record.js';
import { Signatures } from './signatures.js';
import { TermChanges } from './term-changes.js';
import './contract.css';

const termsShown = 12;

const Party = ({ side, party }: { side: 'issuer' | 'responsible'; party: ContractParty }) => {
  const t = useContractTexts();
  const { nameOf } = useLanguage();
  return <dl className="facts"><dt>{t(side)}</dt><dd><b>{nameOf(party.unitName)}</b></dd><dt>{t('post')}</dt><dd>{postsOf(party).map((post) => <div key={post}><PostName id={post} /></div>)}</dd></dl>;
};

const Basis = ({ basis }: { basis: LegalBasis }) => {
  const t = useContractTexts();
  return <><Mark>{t(basis.kind)}</Mark> {basis.title} <b>{basis.number}</b></>;
};

const targetsOf = (term: ContractTerm, met: string, semicolon: string): readonly string[] =>
  term.targets.map(({ unit, direction, annual }) => annual.map((year) => {
    if (direction === 'boolean') return `${year.year}: ${met}`;
    return 'low' in year ? `${year.year}: ${year.low}–${year.high}${unit}` : `${year.year}: ${direction === 'at-most' ? '≤' : '≥'}${year.value}${unit}`;
  }).join(semicolon));

const Terms = ({ terms }: { terms: readonly ContractTerm[] }) => {
  const t = useContractTexts();
  const { nameOf, language, semicolon } = useLanguage();
  const [all, setAll] = useState(false);
  const columns: readonly Column<ContractTerm>[] = [
    { key: 'task', title: t('task'), lead: true, cell: (term) => <Link to={`/tasks/${term.taskId}`}>{nameOf(term.name)}</Link> },
    { key: 'indicator', title: t('indicator'), cell: ({ indicatorCode }) => <span className="mono nowrap">{indicatorCode}</span> },
    { key: 'targets', title: t('targets'), wide: true, cell: (term) => <ul className="plain">{targetsOf(term, t('met'), semicolon).map((text, index) => <li key={index}>{text}</li>)}</ul> },
    { key: 'weight', title: t('weight'), end: true, cell: ({ weight }) => weight },
    { key: 'deadline', title: t('deadline'), cell: ({ deadline }) => <span className="nowrap">{dayOf(deadline, language)}</span> },
  ];
  return (
    <div className="stack">
      <p className="soft">{t('termsCount', { count: terms.length })}</p>
      <Ledger caption={t('terms')} columns={columns} rows={all ? terms : terms.slice(0, termsShown)} keyOf={({ taskId }) => taskId} />
      {!all && terms.length > termsShown && <p><button type="button" className="as-link" onClick={() => setAll(true)}>{t('showAll', { count: terms.length })}</button></p>}
    </div>
  );
};

const ClauseItem = ({ clause }: { clause: Clause }) => {
  const t = useContractTexts();
  const { nameOf } = useLanguage();
  return (
    <li>
      <Mark tone={clause.kind === 'reward' ? 'strong' : 'seal'}>{t(clause.kind)}</Mark> {nameOf(clause.text)}
      {clause.legalBasis && <div className="small soft">{t('basisOf')}: <Basis basis={clause.legalBasis} /></div>}
    </li>
  );
};

const Assistance = ({ items }: { items: readonly AssistanceItem[] }) => {
  const t = useContractTexts();
  const { nameOf } = useLanguage();
  return (
    <Ledger caption={t('assistance')} rows={items} keyOf={({ code }) => code} columns={[
      { key: 'text', title: t('assistance'), lead: true, cell: ({ code, text }) => <>{code} {nameOf(text)}</> },
      { key: 'unit', title: t('assistingUnit'), cell: ({ unitName }) => nameOf(unitName) },
      { key: 'funds', title: t('funds'), end: true, cell: ({ funds }) => funds },
      { key: 'source', title: t('fundsSource'), cell: ({ fundsSource }) => fundsSource },
    ]} />
  );
};

const Deed = ({ contract, version, verification }: { contract: ContractDocument; version: ContractVersion; verification: VersionVerification }) => {
  const t = useContractTexts();
  const { nameOf, language } = useLanguage();
  const { content } = version;
  const { parentContractId, assistance } = content;
  return (
    <article className="deed">
      <p className="deed-title">{nameOf(content.title)}</p>
      <div className="deed-parties"><Party side="issuer" party={content.issuer} /><Party side="responsible" party={content.responsible} /></div>
      <p><span className="soft">{t('period')}</span> {dayOf(content.period.from, language)} – {dayOf(content.period.until, language)} · {t('version', { version: content.version })}</p>
      {parentContractId !== undefined && <p><span className="soft">{t('parent')}</span> <Link to={`/contracts/${parentContractId}`}>{parentContractId}</Link></p>}
      <section><h2>{t('basis')}</h2><ul className="plain stack">{content.legalBasis.map((basis) => <li key={basis.number}><Basis basis={basis} /></li>)}</ul></section>
      <section><h2>{t('terms')}</h2><Terms terms={content.terms} /></section>
      {assistance && <section><h2>{t('assistance')}</h2><Assistance items={assistance} /></section>}
      <section><h2>{t('clauses')}</h2><ol className="clauses">{content.clauses.map((clause) => <ClauseItem key={clause.code} clause={clause} />)}</ol></section>
      <section><h2>{t('signatures')}</h2><Signatures contract={contract} version={version} verification={verification} /></section>
    </article>
  );
};

/** Opens the document to print in a tab of its own. */
const PrintLink = ({ id }: { id: string }) => {
  const t = useContractTexts();
  const opening = useMutation({
    mutationFn: () => readFile(`/contracts/${encodeURIComponent(id)}/document.pdf`, afterOwnWrites()),
    onSuccess: (document) => {
      const address = URL.createObjectURL(document);
      open(address, '_blank', 'noopener');
      setTimeout(() => URL.revokeObjectURL(address), 60_000);
    },
  });
  return (
    <>
      <button type="button" className="as-link" disabled={opening.isPending} onClick={() => opening.mutate()}>{t(opening.isPending ? 'printing' : 'print')}</button>
      {opening.isError && <Failure failure={opening.error} />}
    </>
  );
};

/** One contract as a document, with its signatures and whether they hold. */
export const ContractPage = () => {
  const t = useContractTexts();
  const { nameOf } = useLanguage();
  const { id = '' } = useParams();
  const contract = useRead<ContractDocument>(`/contracts/${encodeURIComponent(id)}`);
  return (
    <PageFrame key={id} title={nameOf(contract.data?.content.title) || id} crumbs={[{ to: '/contracts', name: t('contracts') }]} aside={<AsOf of={contract} />}>
      <Resource of={contract} lines={16}>
        {(row) => (
          <>
            <div className="row">
              <ContractStatusMark status={row.status} />
              <Link to={`/history/contract-${idOf(row)}`}>{t('history')}</Link>
              <PrintLink id={idOf(row)} />
            </div>
            <Notices contract={row} />
            <LifeActions contract={row} />
            <TermChanges contract={row} />
            {row.proposed && row.verification.proposed && <Deed contract={row} version={row.proposed} verification={row.verification.proposed} />}
            <Deed contract={row} version={row} verification={row.verification} />
            <LifeRecord contract={row} />
          </>
        )}
      </Resource>
    </PageFrame>
  );
};
