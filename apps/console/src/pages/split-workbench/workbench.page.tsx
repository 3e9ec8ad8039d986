import { localYear, type SplitProgressRow } from '@zeren/tasks-domain';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router-dom';
import { useNow } from '../../api/now.js';
import { usePages } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { Mark } from '../../design/lamp.js';
import { Ledger } from '../../design/ledger.js';
import { PageFrame } from '../../design/page.js';
import { AsOf, Bones, Failure, Nothing } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { useAccount } from '../../session/session.js';
import { DraftForm } from './draft-form.js';
import { saveWorkbook } from './save-workbook.js';
import { useWorkbenchTexts } from './workbench.texts.js';

const CYCLE_YEARS = 3;

const Batches = ({ rows }: { rows: readonly SplitProgressRow[] }) => {
  const t = useWorkbenchTexts();
  const { nameOf } = useLanguage();
  return (
    <Ledger caption={t('batches')} rows={rows} keyOf={idOf} columns={[
      { key: 'name', title: t('name'), lead: true, cell: (row) => <Link to={`/split-workbench/${idOf(row)}`}>{nameOf(row.title)}</Link> },
      { key: 'cycle', title: t('cycle'), cell: ({ cycle }) => <span className="nowrap">{cycle.from} – {cycle.until}</span> },
      { key: 'version', title: t('version'), end: true, cell: ({ version }) => version },
      { key: 'state', title: t('state'), cell: ({ status, stoppedFor }) => <Mark tone="strong">{t(stoppedFor === null ? status : 'stopped')}</Mark> },
      { key: 'rows', title: t('rows'), end: true, cell: (row) => row.rows },
      { key: 'tasks', title: t('tasks'), end: true, cell: ({ tasksPublished }) => tasksPublished },
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

/** Every batch of the reader's tenant, and the ways to begin one. */
export const WorkbenchPage = () => {
  const t = useWorkbenchTexts();
  const splits = usePages<SplitProgressRow>('/splits', { limit: 50 });
  const rows = splits.data?.pages.flatMap(({ items }) => items);
  return (
    <PageFrame title={t('title')} lead={t('lead')} aside={<AsOf of={splits} />}>
      <section className="sheet">
        <div className="apart"><h2>{t('batches')}</h2><Beginnings /></div>
        {splits.isError && <Failure failure={splits.error} onAgain={() => void splits.refetch()} />}
        {!rows && !splits.isError && <Bones lines={6} />}
        {rows?.length === 0 && <Nothing>{t('none')}</Nothing>}
        {rows && rows.length > 0 && <Batches rows={rows} />}
        {splits.hasNextPage && <Button onClick={() => void splits.fetchNextPage()} loading={splits.isFetchingNextPage}>{t('more')}</Button>}
      </section>
    </PageFrame>
  );
};
