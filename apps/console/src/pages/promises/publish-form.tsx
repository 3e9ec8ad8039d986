import { promiseListDecider, tasksRefusals, type ProposedPromise, type PromiseListCommand, type TaskRow } from '@zeren/tasks-domain';
import { Button, Input, Modal, Select } from 'antd';
import { useId, useState } from 'react';
import { useCaller } from '../../api/caller.js';
import { useCommand } from '../../api/commands.js';
import { useRead } from '../../api/reads.js';
import { idOf, type Page } from '../../api/rows.js';
import { useMetricName } from '../../design/metric-name.js';
import { refusalOf } from '../../design/refusal.js';
import { Failure } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { usePromiseTexts } from './promises.texts.js';

/** A promise being written, with the task chosen for it. */
type Draft = { readonly key: number; readonly promise: ProposedPromise; readonly task: TaskRow | undefined };

const emptyDraft = (key: number, year: string): Draft =>
  ({ key, task: undefined, promise: { code: `MS-${String(key).padStart(2, '0')}`, text: { zh: '', en: '' }, metric: '', target: '', dueOn: `${year}-12-31`, taskId: '' } });

/** What a task already says: text, metric, and the year's target. */
const takenFrom = (task: TaskRow, promise: ProposedPromise, year: number): ProposedPromise => {
  const [metric] = task.metrics;
  const target = task.years.find((one) => one.year === year)?.targets.find((one) => one.metric === metric?.code);
  const text = { zh: promise.text.zh || task.name.zh, en: promise.text.en || task.name.en };
  return { ...promise, taskId: idOf(task), text, metric: metric?.code ?? '', target: target && 'value' in target ? target.value : promise.target };
};

const Line = ({ label, value, onSay, type = 'text' }: { label: string; value: string; onSay: (value: string) => void; type?: 'text' | 'date' }) => {
  const id = useId();
  return <div className="filter"><label htmlFor={id}>{label}</label><Input id={id} type={type} maxLength={500} value={value} onChange={({ target }) => onSay(target.value)} /></div>;
};

const TaskChoice = ({ tenantId, task, onChoose }: { tenantId: string; task: TaskRow | undefined; onChoose: (task: TaskRow) => void }) => {
  const t = usePromiseTexts();
  const { nameOf } = useLanguage();
  const id = useId();
  const [search, setSearch] = useState('');
  const found = useRead<Page<TaskRow>>('/tasks', { search, limit: 20, sort: 'name' }, { enabled: search.length > 1 });
  const offered = (search.length > 1 ? found.data?.items ?? [] : task ? [task] : []).filter(({ ownerTenantId }) => ownerTenantId === tenantId);
  return (
    <div className="filter">
      <label htmlFor={id}>{t('task')}</label>
      <Select id={id} showSearch={{ filterOption: false, onSearch: setSearch }} placeholder={t('search')} value={task ? idOf(task) : null}
        onChange={(chosen: string) => { const row = offered.find((one) => idOf(one) === chosen); if (row) onChoose(row); }}
        options={offered.map((row) => ({ value: idOf(row), label: `${row.indicatorCode} ${nameOf(row.name)} · ${row.unitId}` }))} />
    </div>
  );
};

const Fields = ({ draft: { promise, task }, number, year, tenantId, onSay, onRemove }: {
  draft: Draft; number: number; year: number; tenantId: string; onSay: (promise: ProposedPromise, task?: TaskRow) => void; onRemove: () => void;
}) => {
  const t = usePromiseTexts();
  const metricName = useMetricName();
  const metricId = useId();
  return (
    <fieldset className="promise-fields">
      <legend>{t('one', { number })}</legend>
      <TaskChoice tenantId={tenantId} task={task} onChoose={(row) => onSay(takenFrom(row, promise, year), row)} />
      <Line label={t('code')} value={promise.code} onSay={(code) => onSay({ ...promise, code })} />
      <Line label={t('textZh')} value={promise.text.zh} onSay={(zh) => onSay({ ...promise, text: { ...promise.text, zh } })} />
      <Line label={t('textEn')} value={promise.text.en} onSay={(en) => onSay({ ...promise, text: { ...promise.text, en } })} />
      <div className="filter"><label htmlFor={metricId}>{t('metric')}</label><Select id={metricId} value={promise.metric || null} onChange={(metric: string) => onSay({ ...promise, metric })} options={(task?.metrics ?? []).map(({ code, unit }) => ({ value: code, label: `${metricName(code)} ${unit}` }))} /></div>
      <Line label={t('target')} value={promise.target} onSay={(target) => onSay({ ...promise, target: target.trim() })} />
      <Line label={t('due')} type="date" value={promise.dueOn} onSay={(dueOn) => onSay({ ...promise, dueOn })} />
      <div><Button size="small" onClick={onRemove}>{t('remove')}</Button></div>
    </fieldset>
  );
};

type Head = { readonly year: string; readonly zh: string; readonly en: string; readonly authority: string; readonly document: string };

const commandOf = ({ year, zh, en, authority, document }: Head, drafts: readonly Draft[]): Extract<PromiseListCommand, { type: 'PublishPromises' }> => ({
  type: 'PublishPromises',
  data: {
    year: Number(year) || 0, title: { zh, en }, approval: { authority, document }, promises: drafts.map(({ promise }) => promise),
    tasks: drafts.flatMap(({ task }) => (task ? [{ taskId: idOf(task), unitId: task.unitId, unitName: { zh: task.unitId, en: task.unitId }, metrics: task.metrics }] : [])),
  },
});

/** Writes the promises of a year, and publishes them once the decision itself has nothing against them. */
export const PublishForm = ({ firstYear, onClose }: { firstYear: string; onClose: () => void }) => {
  const t = usePromiseTexts();
  const { language } = useLanguage();
  const caller = useCaller();
  const [head, setHead] = useState<Head>({ year: firstYear, zh: `${firstYear} 年民生实事`, en: `Promises of ${firstYear}`, authority: '', document: '' });
  const [drafts, setDrafts] = useState<readonly Draft[]>([emptyDraft(1, firstYear)]);
  const send = useCommand(onClose);
  if (!caller) return null;
  const command = commandOf(head, drafts);
  const refusal = refusalOf(() => promiseListDecider.decide(command, promiseListDecider.initialState, caller), tasksRefusals, language);
  const { tasks: _, ...body } = command.data;
  const say = (key: number) => (promise: ProposedPromise, task?: TaskRow) => setDrafts(drafts.map((one) => (one.key === key ? { ...one, promise, ...(task && { task }) } : one)));
  const next = Math.max(0, ...drafts.map(({ key }) => key)) + 1;
  return (
    <Modal open width={860} title={t('publish')} onCancel={onClose} footer={(
      <div className="apart">
        <span className="why" role="status">{refusal && `${refusal.sentence}${refusal.field ? ` (${refusal.field})` : ''}`}</span>
        <span className="row"><Button onClick={onClose}>{t('cancel')}</Button><Button type="primary" disabled={refusal !== undefined} loading={send.isPending} onClick={() => send.mutate({ path: '/promise-lists', body })}>{t('send')}</Button></span>
      </div>
    )}>
      <div className="stack">
        <div className="promise-fields">
          <Line label={t('year')} value={head.year} onSay={(year) => setHead((before) => ({ ...before, year: year.trim() }))} />
          <Line label={t('titleZh')} value={head.zh} onSay={(zh) => setHead((before) => ({ ...before, zh }))} />
          <Line label={t('titleEn')} value={head.en} onSay={(en) => setHead((before) => ({ ...before, en }))} />
          <Line label={t('authority')} value={head.authority} onSay={(authority) => setHead((before) => ({ ...before, authority }))} />
          <Line label={t('document')} value={head.document} onSay={(document) => setHead((before) => ({ ...before, document }))} />
        </div>
        {drafts.map((draft, index) => (
          <Fields key={draft.key} draft={draft} number={index + 1} year={Number(head.year)} tenantId={caller.tenantId} onSay={say(draft.key)} onRemove={() => setDrafts(drafts.filter(({ key }) => key !== draft.key))} />
        ))}
        <div><Button onClick={() => setDrafts([...drafts, emptyDraft(next, head.year)])}>{t('add')}</Button></div>
        {send.isError && <Failure failure={send.error} />}
      </div>
    </Modal>
  );
};
