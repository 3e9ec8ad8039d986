import { registerKinds, registerKindText, registerStatuses, registerStatusText, type RegisterRow } from '@zeren/tasks-domain';
import type { LocalisedText } from '@zeren/kernel';
import { Button, Select } from 'antd';
import { Link } from 'react-router-dom';
import { usePages } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { useChosen } from '../../design/chosen.js';
import { IntegrationChoice } from '../../design/integration.js';
import { Mark } from '../../design/lamp.js';
import { Ledger, type Column } from '../../design/ledger.js';
import { PageFrame } from '../../design/page.js';
import { AsOf, Bones, Failure, Nothing } from '../../design/states.js';
import { UnitName } from '../../design/unit-name.js';
import { dayOf } from '../../language/dates.js';
import { textsOf, useLanguage } from '../../language/language.js';
import '../tasks/tasks.css';

const useTexts = textsOf(
  'registers',
  {
    title: '异议与申请', lead: '异议、延期、缓办、退回、作废和未完成的办结，各立一册；每一件都有理由和决定。', kind: '登记簿', status: '处理', all: '全部', filters: '筛选', none: '没有符合条件的登记。', more: '再读一页',
    task: '任务', what: '事项', reason: '理由', by: '提出单位', asked: '提出', until: '申请到', answer: '答复', state: '处理',
  },
  {
    title: 'Registers', lead: 'Objections, extensions, deferrals, returns, voidings and ends without completion, each in a register of its own; each with its reason and its decision.', kind: 'Register', status: 'Decision', all: 'All', filters: 'Filters', none: 'Nothing is registered that matches.', more: 'Read another page',
    task: 'Task', what: 'What', reason: 'Reason', by: 'By', asked: 'Asked', until: 'Until', answer: 'Answer', state: 'Decision',
  },
);

const useColumns = (): readonly Column<RegisterRow>[] => {
  const t = useTexts();
  const { nameOf, language } = useLanguage();
  const day = (moment: string | null) => <span className="nowrap">{moment ? dayOf(moment, language) : '—'}</span>;
  return [
    { key: 'task', title: t('task'), lead: true, cell: (row) => <span className="in-text"><Link to={`/tasks/${row.taskId}`}>{nameOf(row.name)}</Link> <span className="mono soft">{row.indicatorCode}</span></span> },
    { key: 'what', title: t('what'), cell: ({ kind, year }) => <>{nameOf(registerKindText[kind])}{year !== null && ` ${year}`}</> },
    { key: 'state', title: t('state'), cell: ({ status }) => <Mark tone={status === 'requested' || status === 'awaiting-ruling' ? 'seal' : 'strong'}>{nameOf(registerStatusText[status])}</Mark> },
    { key: 'by', title: t('by'), cell: ({ requestingUnitId }) => <UnitName id={requestingUnitId} /> },
    { key: 'asked', title: t('asked'), cell: ({ requestedAt }) => day(requestedAt) },
    { key: 'until', title: t('until'), cell: ({ until }) => day(until) },
    { key: 'reason', title: t('reason'), wide: true, cell: ({ reason }) => reason },
    { key: 'answer', title: t('answer'), wide: true, cell: ({ answer, document }) => [answer, document].filter(Boolean).join(' · ') || '—' },
  ];
};

const Choice = <Key extends string>({ name, label, keys, texts }: { name: string; label: string; keys: readonly Key[]; texts: Readonly<Record<Key, LocalisedText>> }) => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  const { params, choose } = useChosen();
  return (
    <div className="filter">
      <label htmlFor={`register-${name}`}>{label}</label>
      <Select id={`register-${name}`} value={params.get(name) ?? ''} onChange={(value: string) => choose(name, value)} popupMatchSelectWidth={false}
        options={[{ value: '', label: t('all') }, ...keys.map((key) => ({ value: key as string, label: nameOf(texts[key]) }))]} />
    </div>
  );
};

/** The registers of exceptions, each by itself or all together. */
export const RegistersPage = () => {
  const t = useTexts();
  const columns = useColumns();
  const { params, choose } = useChosen();
  const chosen = (name: string): string | undefined => params.get(name) ?? undefined;
  const entries = usePages<RegisterRow>('/task-register', { kind: chosen('kind'), status: chosen('status'), integration: chosen('integration'), limit: 50 });
  const rows = entries.data?.pages.flatMap(({ items }) => items);
  return (
    <PageFrame title={t('title')} lead={t('lead')} aside={<AsOf of={entries} />}>
      <search className="filters" aria-label={t('filters')}>
        <Choice name="kind" label={t('kind')} keys={registerKinds} texts={registerKindText} />
        <Choice name="status" label={t('status')} keys={registerStatuses} texts={registerStatusText} />
        <IntegrationChoice value={params.get('integration')} onChoose={(code) => choose('integration', code)} />
      </search>
      {entries.isError && <Failure failure={entries.error} onAgain={() => void entries.refetch()} />}
      {!rows && !entries.isError && <div className="sheet"><Bones lines={10} /></div>}
      {rows?.length === 0 && <div className="sheet"><Nothing>{t('none')}</Nothing></div>}
      {rows && rows.length > 0 && (
        <section className="sheet board">
          <Ledger caption={t('title')} columns={columns} rows={rows} keyOf={idOf} />
          {entries.hasNextPage && <div className="row board-more"><Button onClick={() => void entries.fetchNextPage()} loading={entries.isFetchingNextPage}>{t('more')}</Button></div>}
        </section>
      )}
    </PageFrame>
  );
};
