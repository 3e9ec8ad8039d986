import { localYear } from '@zeren/organisation-domain';
import { promiseListDecider, promiseListOf, tasksRefusals, type KeptPromise, type PromiseListCommand, type PromiseListRow } from '@zeren/tasks-domain';
import type { Caller, Language } from '@zeren/kernel';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useCaller } from '../../api/caller.js';
import { useRead } from '../../api/reads.js';
import { idOf, type Page } from '../../api/rows.js';
import { Ledger } from '../../design/ledger.js';
import { PageFrame } from '../../design/page.js';
import { refusalOf } from '../../design/refusal.js';
import { AsOf, Resource } from '../../design/states.js';
import { StepForm, type Said, type StepPlan } from '../../design/step-form.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { usePromiseTexts } from './promises.texts.js';
import { PublishForm } from './publish-form.js';
import './promises.css';

const amendment = ({ code, metric, taskId }: KeptPromise, { zh = '', en = '', target = '', due = '', reason = '', document = '' }: Said) =>
  ({ promise: { code, text: { zh, en }, metric, target: target.trim(), dueOn: due, taskId }, reason, document });

/** Whether the task still has what the promise needs is known to the service alone: here it does. */
const commandOf = (promise: KeptPromise, said: Said): PromiseListCommand => ({
  type: 'AmendPromise',
  data: {
    ...amendment(promise, said),
    tasks: [{ taskId: promise.taskId, unitId: promise.leadUnitId, unitName: promise.leadName, metrics: [{ code: promise.metric, unit: promise.unit, direction: 'at-least', distribution: 'share' }] }],
  },
});

const amendPlan = (row: PromiseListRow, promise: KeptPromise, asking: { t: ReturnType<typeof usePromiseTexts>; caller: Caller; language: Language }): StepPlan => {
  const { t, caller, language } = asking;
  return {
    title: `${t('amend')} · ${promise.code}`,
    first: { zh: promise.text.zh, en: promise.text.en, target: promise.target, due: promise.dueOn },
    fields: [
      { name: 'zh', label: t('textZh'), lines: true }, { name: 'en', label: t('textEn'), lines: true }, { name: 'target', label: `${t('target')} (${promise.unit})` }, { name: 'due', label: t('due'), date: true },
      { name: 'reason', label: t('reason'), lines: true }, { name: 'document', label: t('document') },
    ],
    refusal: (said) => refusalOf(() => promiseListDecider.decide(commandOf(promise, said), promiseListOf(row), caller), tasksRefusals, language),
    intent: (said) => ({ path: `/promise-lists/${idOf(row)}/amendments`, body: amendment(promise, said), revision: row.revision }),
  };
};

const YearOfPromises = ({ row, onStep }: { row: PromiseListRow; onStep: (step: StepPlan) => void }) => {
  const t = usePromiseTexts();
  const { nameOf, language } = useLanguage();
  const caller = useCaller();
  const mayAmend = caller?.roles.includes('city-office') === true && caller.tenantId === row.ownerTenantId;
  return (
    <section className="sheet stack">
      <div className="apart">
        <h2>{nameOf(row.title)}</h2>
        <span className="row"><Link to={`/promises/${row.ownerTenantId}/${row.year}`}>{t('open')}</Link><Link to={`/history/promiselist-${idOf(row)}`}>{t('history')}</Link></span>
      </div>
      <p className="soft">{t('approval')}: {row.approval.authority} {row.approval.document} · {dayOf(row.publishedAt, language)}</p>
      <Ledger caption={nameOf(row.title)} rows={row.promises} keyOf={({ code }) => code} columns={[
        { key: 'promise', title: t('promise'), lead: true, cell: ({ text, earlier }) => <>{nameOf(text)}{earlier.length > 0 && <span className="small soft"> · {t('earlier', { count: earlier.length })}</span>}</> },
        { key: 'code', title: t('code'), cell: ({ code }) => <span className="mono nowrap">{code}</span> },
        { key: 'unit', title: t('unit'), cell: ({ leadName }) => nameOf(leadName) },
        { key: 'target', title: t('target'), end: true, cell: ({ target, unit }) => (unit ? `${target} ${unit}` : target) },
        { key: 'due', title: t('due'), cell: ({ dueOn }) => <span className="nowrap">{dayOf(dueOn, language)}</span> },
        { key: 'task', title: t('task'), cell: ({ taskId }) => <Link to={`/tasks/${taskId}`}>{t('task')}</Link> },
        ...(mayAmend ? [{ key: 'actions', title: t('actions'), cell: (promise: KeptPromise) => <Button size="small" onClick={() => onStep(amendPlan(row, promise, { t, caller, language }))}>{t('amend')}</Button> }] : []),
      ]} />
    </section>
  );
};

/** The promises to the public of each year: published, amended, and linked to their public pages. */
export const PromisesPage = () => {
  const t = usePromiseTexts();
  const caller = useCaller();
  const [step, setStep] = useState<StepPlan>();
  const [publishing, setPublishing] = useState(false);
  const lists = useRead<Page<PromiseListRow>>('/promise-lists', { limit: 50 });
  return (
    <PageFrame title={t('heading')} lead={t('lead')} aside={<AsOf of={lists} />}>
      {caller?.roles.includes('city-office') && <div><Button type="primary" onClick={() => setPublishing(true)}>{t('publish')}</Button></div>}
      <Resource of={lists} lines={8} isEmpty={({ items }) => items.length === 0} empty={t('none')}>
        {({ items }) => items.map((row) => <YearOfPromises key={idOf(row)} row={row} onStep={setStep} />)}
      </Resource>
      {publishing && caller && <PublishForm firstYear={String(localYear(caller.now))} onClose={() => setPublishing(false)} />}
      {step && <StepForm plan={step} onClose={() => setStep(undefined)} />}
    </PageFrame>
  );
};
