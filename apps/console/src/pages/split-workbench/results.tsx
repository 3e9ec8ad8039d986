import { taskStatuses, statusText, type SplitProgressRow, type TaskRow, type TaskStatus } from '@zeren/tasks-domain';
import { Button, Select } from 'antd';
import { useEffect, useId, useState } from 'react';
import { usePages } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { AsOf, Bones, Failure, Nothing } from '../../design/states.js';
import { TaskLedger } from '../../design/task-ledger.js';
import { useLanguage } from '../../language/language.js';
import { useWorkbenchTexts } from './workbench.texts.js';

/** What became of a published batch: its tasks, page by page, in the order and state asked for. */
export const Results = ({ split, underWay }: { split: SplitProgressRow; underWay: boolean }) => {
  const t = useWorkbenchTexts();
  const id = useId();
  const { nameOf } = useLanguage();
  const [sort, setSort] = useState('indicatorCode');
  const [status, setStatus] = useState<TaskStatus>();
  const tasks = usePages<TaskRow>('/tasks', { splitId: idOf(split), sort, status, limit: 50 });
  const { refetch } = tasks;
  // Once the last row has become a task, the list is read again.
  useEffect(() => { if (!underWay) void refetch(); }, [underWay, refetch]);
  const rows = tasks.data?.pages.flatMap(({ items }) => items);
  return (
    <section className="sheet stack">
      <div className="apart"><h2>{t('results')}</h2><AsOf of={tasks} /></div>
      <div className="filter" style={{ maxWidth: 220 }}><label htmlFor={id}>{t('state')}</label>
        <Select id={id} value={status ?? ''} onChange={(value: TaskStatus | '') => setStatus(value === '' ? undefined : value)}
          options={[{ value: '', label: t('everyState') }, ...taskStatuses.map((value) => ({ value, label: nameOf(statusText[value]) }))]} />
      </div>
      {tasks.isError && <Failure failure={tasks.error} onAgain={() => void refetch()} />}
      {!rows && !tasks.isError && <Bones lines={6} />}
      {rows?.length === 0 && <Nothing>{t('noResults')}</Nothing>}
      {rows && rows.length > 0 && <TaskLedger caption={t('results')} rows={rows} sorting={{ by: sort, onSort: setSort }} />}
      {tasks.hasNextPage && <div><Button onClick={() => void tasks.fetchNextPage()} loading={tasks.isFetchingNextPage}>{t('more')}</Button></div>}
    </section>
  );
};
