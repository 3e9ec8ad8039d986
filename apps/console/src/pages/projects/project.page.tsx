import { localDate } from '@zeren/organisation-domain';
import { amountOf, projectDecider, projectOf, tasksRefusals, type InvestmentEntry, type ProjectCommand, type ProjectRow } from '@zeren/tasks-domain';
import type { Caller } from '@zeren/kernel';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { useCaller } from '../../api/caller.js';
import { useRead } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { Action } from '../../design/action.js';
import { CommandForm, type CommandField, type Said } from '../../design/command-form.js';
import { IntegrationsOf } from '../../design/integration.js';
import { Mark } from '../../design/lamp.js';
import { Ledger } from '../../design/ledger.js';
import { PageFrame } from '../../design/page.js';
import { refusalOf } from '../../design/refusal.js';
import { AsOf, Nothing, Resource } from '../../design/states.js';
import { UnitName } from '../../design/unit-name.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { useProjectTexts } from './projects.texts.js';

type Offer = { readonly key: string; readonly label: string; readonly specimen: ProjectCommand; readonly path: string; readonly fields: readonly CommandField[]; readonly first: Said; readonly bodyOf: (said: Said) => object };

const investmentOf = ({ year, source, use = '', amount = '', measuredOn = '' }: Said): object => ({ year: Number(year), source, use, amount, measuredOn });

const useOffers = (row: ProjectRow, caller: Caller): readonly Offer[] => {
  const t = useProjectTexts();
  const today = localDate(caller.now);
  const year = row.annualPlans[0]?.year ?? 0;
  const [funding] = row.funding;
  const source = funding?.source ?? 'budget';
  return [
    {
      key: 'report', label: t('report'), path: 'investments', bodyOf: investmentOf, first: { year: String(year), source, use: funding?.tiedUse ?? '', measuredOn: today },
      specimen: { type: 'ReportInvestment', data: { year, source, use: funding?.tiedUse ?? '…', amount: '1', measuredOn: today } },
      fields: [
        { name: 'year', label: t('year'), kind: 'select', options: row.annualPlans.map((plan) => ({ value: String(plan.year), label: String(plan.year) })) },
        { name: 'source', label: t('source'), kind: 'select', options: [...new Set(row.funding.map((one) => one.source))].map((one) => ({ value: one, label: t(one) })) },
        { name: 'use', label: t('use'), kind: 'line' }, { name: 'amount', label: t('amount'), kind: 'number' }, { name: 'measuredOn', label: t('measuredOn'), kind: 'date' },
      ],
    },
    {
      key: 'finish', label: t('finish'), path: 'completion', bodyOf: ({ finishedOn = '' }) => ({ finishedOn }), first: { finishedOn: today },
      specimen: { type: 'FinishProject', data: { finishedOn: today } }, fields: [{ name: 'finishedOn', label: t('finishedOn'), kind: 'date' }],
    },
  ];
};

const Actions = ({ row, caller }: { row: ProjectRow; caller: Caller }) => {
  const { language } = useLanguage();
  const offers = useOffers(row, caller);
  const [open, setOpen] = useState<Offer>();
  return (
    <div className="stack">
      {offers.map((offer) => (
        <Action key={offer.key} why={refusalOf(() => projectDecider.decide(offer.specimen, projectOf(row), caller), tasksRefusals, language)?.sentence} onClick={() => setOpen(offer)}>{offer.label}</Action>
      ))}
      {open && <CommandForm title={open.label} path={`/projects/${idOf(row)}/${open.path}`} fields={open.fields} first={open.first} bodyOf={open.bodyOf} onClose={() => setOpen(undefined)} />}
    </div>
  );
};

const Entries = ({ row, caller }: { row: ProjectRow; caller: Caller }) => {
  const t = useProjectTexts();
  const { language } = useLanguage();
  const [chosen, setChosen] = useState<InvestmentEntry>();
  const may = (entry: InvestmentEntry) =>
    !refusalOf(() => projectDecider.decide({ type: 'CorrectInvestment', data: { entry: entry.entry, amount: '1', reason: '…' } }, projectOf(row), caller), tasksRefusals, language);
  if (row.entries.length === 0) return <Nothing>{t('noEntries')}</Nothing>;
  return (
    <>
      <Ledger caption={t('entries')} rows={row.entries} keyOf={({ entry }) => String(entry)} columns={[
        { key: 'day', title: t('measuredOn'), lead: true, cell: ({ measuredOn }) => dayOf(measuredOn, language) },
        { key: 'year', title: t('year'), cell: ({ year }) => year },
        { key: 'source', title: t('source'), cell: ({ source }) => t(source) },
        { key: 'use', title: t('use'), cell: ({ use }) => use || '—' },
        { key: 'amount', title: t('amount'), end: true, cell: ({ amount }) => amount },
        {
          key: 'correction', title: t('correct'), wide: true,
          cell: (entry) => entry.correction ? t('corrected', { amount: entry.correction.amount, reason: entry.correction.reason })
            : may(entry) ? <button type="button" className="as-link" onClick={() => setChosen(entry)}>{t('correct')}</button> : '—',
        },
      ]} />
      {chosen && (
        <CommandForm title={t('correct')} path={`/projects/${idOf(row)}/investments/${chosen.entry}/correction`} first={{ amount: amountOf(chosen) }} onClose={() => setChosen(undefined)}
          bodyOf={({ amount = '', reason = '' }) => ({ amount, reason })} fields={[{ name: 'amount', label: t('amount'), kind: 'number' }, { name: 'reason', label: t('reason'), kind: 'text' }]} />
      )}
    </>
  );
};

const Facts = ({ row }: { row: ProjectRow }) => {
  const t = useProjectTexts();
  const { language } = useLanguage();
  return (
    <>
      <dl className="facts">
        <dt>{t('code')}</dt><dd className="mono">{row.code}</dd>
        <dt>{t('indicator')}</dt><dd className="mono">{row.indicatorCode}</dd>
        <dt>{t('unit')}</dt><dd><UnitName id={row.unitId} /></dd>
        <dt>{t('integrations')}</dt><dd><IntegrationsOf own={row.integrations} campaignId={row.campaignId} /></dd>
        <dt>{t('period')}</dt><dd>{dayOf(row.startsOn, language)} – {dayOf(row.endsOn, language)}</dd>
        <dt>{t('investment')}</dt><dd>{row.investment}</dd>
        <dt>{t('completed')}</dt><dd>{row.completed} · <b>{row.progress} %</b></dd>
        <dt>{t('plans')}</dt><dd>{row.annualPlans.map(({ year, amount }) => `${year}: ${amount}`).join(' · ')}</dd>
        <dt>{t('funding')}</dt><dd><ul className="plain">{row.funding.map(({ source, amount, tiedUse, year }, index) => <li key={index}>{year !== undefined && `${year} · `}{t(source)} {amount} <span className="soft">({tiedUse ?? t('anyUse')})</span></li>)}</ul></dd>
      </dl>
      {row.restrictedFunding && <p className="soft"><Mark tone="seal">{t('restricted')}</Mark> {t('restrictedWhy')}</p>}
    </>
  );
};

/** One project: its plan, its money, what was completed. */
export const ProjectPage = () => {
  const t = useProjectTexts();
  const { nameOf } = useLanguage();
  const { id = '' } = useParams();
  const caller = useCaller();
  const project = useRead<ProjectRow>(`/projects/${encodeURIComponent(id)}`);
  return (
    <PageFrame key={id} title={nameOf(project.data?.name) || id} crumbs={[{ to: '/projects', name: t('title') }]} aside={<AsOf of={project} />}>
      <Resource of={project} lines={10}>
        {(row) => (
          <>
            <div className="columns two">
              <section className="sheet"><h2>{t('facts')}</h2><Facts row={row} /></section>
              <section className="sheet"><h2>{t('actions')}</h2>{caller && <Actions row={row} caller={caller} />}</section>
            </div>
            <section className="sheet"><h2>{t('entries')}</h2>{caller && <Entries row={row} caller={caller} />}</section>
          </>
        )}
      </Resource>
    </PageFrame>
  );
};
