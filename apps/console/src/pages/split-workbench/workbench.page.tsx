import { localYear } from '@zeren/organisation-domain';
import type { SplitProgressRow } from '@zeren/tasks-domain';
import { Button, Select } from 'antd';
import { useId, useState } from 'react';
import { Link } from 'react-router-dom';
import { useNow } from '../../api/now.js';
import { usePages } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { useChosen } from '../../design/chosen.js';
import { Mark } from '../../design/lamp.js';
import { Ledger, type Sorting } from '../../design/ledger.js';
import { PageFrame } from '../../design/page.js';
import { AsOf, Bones, Failure, Nothing } from '../../design/states.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { useAccount } from '../../session/session.js';
import { DraftForm } from './draft-form.js';
import { saveWorkbook } from './save-workbook.js';
import { useWorkbenchTexts } from './workbench.texts.js';

const CYCLE_YEARS = 3;

const Batches = ({ rows, sorting }: { rows: readonly SplitProgressRow[]; sorting: Sorting }) => {
  const t = useWorkbenchTexts();
  const { nameOf, language } = useLanguage();
  return (
    <Ledger caption={t('batches')} rows={rows} keyOf={idOf} sorting={sorting} columns={[
      { key: 'name', title: t('name'), lead: true, cell: (row) => <Link to={`/split-workbench/${idOf(row)}`}>{nameOf(row.title)}</Link> },
      { key: 'cycle', title: t('cycle'), cell: ({ cycle }) => <><span className="nowrap">{cycle.from}</span> – <span className="nowrap">{cycle.until}</span></> },
      { key: 'draftedAt', title: t('drafted_at'), sortable: true, cell: ({ draftedAt }) => <span className="nowrap">{dayOf(draftedAt, language)}</span> },
      { key: 'version', title: t('version'), end: true, sortable: true, cell: ({ version }) => version },
      { key: 'state', title: t('state'), cell: ({ status, stoppedFor }) => <Mark tone="strong">{t(stoppedFor === null ? status : 'stopped')}</Mark> },
      { key: 'rows', title: t('rows'), end: true, sortable: true, cell: (row) => row.rows },
      { key: 'tasksPublished', title: t('tasks'), end: true, sortable: true, cell: ({ tasksPublished }) => tasksPublished },
    ]} />
  );
};

const Beginnings = () => {
  const t = useWorkbenchTexts();
  const now = useNow();
  const { roles } = useAccount();
  const [form, setForm] = useState<'draft' | 'import'>();
  const [failure, setFailure] = useState<unknown>();
  if (!now || !roles.some((role) => role === 'city-office' || role === 'district-office')) return null;
  const year = localYear(now);
  const template = () => saveWorkbook('/split-spreadsheets/template', 'split-template', { firstYear: year, lastYear: year + CYCLE_YEARS - 1 }).catch(setFailure);
  return (
    <>
      <span className="row">
        <Button onClick={() => void template()}>{t('template')}</Button>
        <Button onClick={() => setForm('import')}>{t('import')}</Button>
        <Button type="primary" onClick={() => setForm('draft')}>{t('draft')}</Button>
      </span>
      {failure !== undefined && <Failure failure={failure} />}
      {form && <DraftForm year={year} fromFile={form === 'import'} onClose={() => setForm(undefined)} />}
    </>
  );
};

const states = ['drafted', 'approved', 'published'] as const;

const StateChoice = ({ status, onChoose }: { status: string; onChoose: (status: string) => void }) => {
  const t = useWorkbenchTexts();
  const id = useId();
  return (
    <div className="filter" style={{ maxWidth: 220, marginBottom: 12 }}><label htmlFor={id}>{t('state')}</label>
      <Select id={id} value={status} onChange={onChoose} options={[{ value: '', label: t('everyState') }, ...states.map((value) => ({ value, label: t(value) }))]} />
    </div>
  );
};

/** The batches in the state and order chosen, in all the states of a read. */
const Listed = ({ status, sort, onSort }: { status: string; sort: string; onSort: (by: string) => void }) => {
  const t = useWorkbenchTexts();
  const splits = usePages<SplitProgressRow>('/splits', { limit: 20, sort, status });
  const rows = splits.data?.pages.flatMap(({ items }) => items);
  if (!rows) return splits.isError ? <Failure failure={splits.error} onAgain={() => void splits.refetch()} /> : <Bones lines={6} />;
  return (
    <>
      {rows.length === 0 ? <Nothing>{t(status === '' ? 'none' : 'noneSuch')}</Nothing> : <Batches rows={rows} sorting={{ by: sort, onSort }} />}
      <div className="apart">
        {splits.hasNextPage ? <Button onClick={() => void splits.fetchNextPage()} loading={splits.isFetchingNextPage}>{t('more')}</Button> : <span />}
        <AsOf of={splits} />
      </div>
    </>
  );
};

/** Every batch of the reader's tenant, and the ways to begin one. */
export const WorkbenchPage = () => {
  const t = useWorkbenchTexts();
  const { params, choose } = useChosen();
  const status = params.get('status') ?? '';
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      <section className="sheet">
        <div className="apart"><h2>{t('batches')}</h2><Beginnings /></div>
        <StateChoice status={status} onChoose={(value) => choose('status', value)} />
        <Listed status={status} sort={params.get('sort') ?? '-draftedAt'} onSort={(by) => choose('sort', by)} />
      </section>
    </PageFrame>
  );
};
