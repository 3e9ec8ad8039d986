import type { Clause, ContractDocument, ContractParty, ContractTerm, LegalBasis } from '@zeren/contracts-domain';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { useRead } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { Mark } from '../../design/lamp.js';
import { Ledger, type Column } from '../../design/ledger.js';
import { PageFrame } from '../../design/page.js';
import { AsOf, Resource } from '../../design/states.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { ContractStatusMark } from '../../design/contract-status.js';
import { useContractTexts } from './contract.texts.js';
import { Signatures } from './signatures.js';
import './contract.css';

const termsShown = 12;

const Party = ({ side, party }: { side: 'issuer' | 'responsible'; party: ContractParty }) => {
  const t = useContractTexts();
  const { nameOf } = useLanguage();
  return <dl className="facts"><dt>{t(side)}</dt><dd><b>{nameOf(party.unitName)}</b></dd><dt>{t('post')}</dt><dd className="mono">{party.postId}</dd></dl>;
};

const Basis = ({ basis }: { basis: LegalBasis }) => {
  const t = useContractTexts();
  return <><Mark>{t(basis.kind)}</Mark> {basis.title} <b>{basis.number}</b></>;
};

const targetsOf = (term: ContractTerm, met: string): readonly string[] =>
  term.targets.map(({ unit, direction, annual }) => annual.map((year) => {
    if (direction === 'boolean') return `${year.year}: ${met}`;
    return 'low' in year ? `${year.year}: ${year.low}–${year.high}${unit}` : `${year.year}: ${direction === 'at-most' ? '≤' : '≥'}${year.value}${unit}`;
  }).join('； '));

const Terms = ({ terms }: { terms: readonly ContractTerm[] }) => {
  const t = useContractTexts();
  const { nameOf, language } = useLanguage();
  const [all, setAll] = useState(false);
  const columns: readonly Column<ContractTerm>[] = [
    { key: 'task', title: t('task'), lead: true, cell: (term) => <Link to={`/tasks/${term.taskId}`}>{nameOf(term.name)}</Link> },
    { key: 'indicator', title: t('indicator'), cell: ({ indicatorCode }) => <span className="mono nowrap">{indicatorCode}</span> },
    { key: 'targets', title: t('targets'), wide: true, cell: (term) => <ul className="plain">{targetsOf(term, t('met')).map((text, index) => <li key={index}>{text}</li>)}</ul> },
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

const Deed = ({ contract }: { contract: ContractDocument }) => {
  const t = useContractTexts();
  const { nameOf, language } = useLanguage();
  const { content } = contract;
  return (
    <article className="deed">
      <p className="deed-title">{nameOf(content.title)}</p>
      <div className="deed-parties"><Party side="issuer" party={content.issuer} /><Party side="responsible" party={content.responsible} /></div>
      <p><span className="soft">{t('period')}</span> {dayOf(content.period.from, language)} – {dayOf(content.period.until, language)} · {t('version', { version: content.version })}</p>
      <section><h2>{t('basis')}</h2><ul className="plain stack">{content.legalBasis.map((basis) => <li key={basis.number}><Basis basis={basis} /></li>)}</ul></section>
      <section><h2>{t('terms')}</h2><Terms terms={content.terms} /></section>
      <section><h2>{t('clauses')}</h2><ol className="clauses">{content.clauses.map((clause) => <ClauseItem key={clause.code} clause={clause} />)}</ol></section>
      <section><h2>{t('signatures')}</h2><Signatures contract={contract} /></section>
    </article>
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
              <button type="button" className="as-link" onClick={() => print()}>{t('print')}</button>
            </div>
            <Deed contract={row} />
          </>
        )}
      </Resource>
    </PageFrame>
  );
};
