import { lampOf, type TaskRow } from '@zeren/tasks-domain';
import { Link } from 'react-router-dom';
import { useNow } from '../api/now.js';
import { idOf } from '../api/rows.js';
import { dayOf } from '../language/dates.js';
import { textsOf, useLanguage } from '../language/language.js';
import { Lamp, StatusMark } from './lamp.js';
import { Ledger, type Column, type Sorting } from './ledger.js';
import { UnitName } from './unit-name.js';

const useTexts = textsOf(
  'task-ledger',
  { name: '任务', code: '指标', unit: '牵头单位', lamp: '灯号', status: '状态', weight: '权重', deadline: '期限', next: '下次应报' },
  { name: 'Task', code: 'Indicator', unit: 'Lead unit', lamp: 'Lamp', status: 'State', weight: 'Weight', deadline: 'Deadline', next: 'Next due' },
);

/** Tasks as rows: what, who, how it stands, until when. */
export const TaskLedger = ({ caption, rows, sorting }: { caption: string; rows: readonly TaskRow[]; sorting?: Sorting }) => {
  const t = useTexts();
  const { nameOf, language } = useLanguage();
  const now = useNow();
  const columns: readonly Column<TaskRow>[] = [
    { key: 'name', title: t('name'), lead: true, sortable: true, cell: (task) => <Link to={`/tasks/${idOf(task)}`}>{nameOf(task.name)}</Link> },
    { key: 'indicatorCode', title: t('code'), sortable: true, cell: ({ indicatorCode }) => <span className="mono nowrap">{indicatorCode}</span> },
    { key: 'unit', title: t('unit'), cell: ({ unitId }) => <UnitName id={unitId} /> },
    { key: 'lamp', title: t('lamp'), cell: (task) => now && <Lamp colour={lampOf(task, now)} /> },
    { key: 'status', title: t('status'), cell: ({ status }) => <StatusMark status={status} /> },
    { key: 'weight', title: t('weight'), end: true, sortable: true, cell: ({ weight }) => weight },
    { key: 'next', title: t('next'), cell: ({ nextDueAt }) => <span className="nowrap">{nextDueAt ? dayOf(nextDueAt, language) : '—'}</span> },
    { key: 'deadline', title: t('deadline'), sortable: true, cell: ({ deadline }) => <span className="nowrap">{dayOf(deadline, language)}</span> },
  ];
  return <Ledger caption={caption} columns={columns} rows={rows} keyOf={idOf} {...(sorting ? { sorting } : {})} />;
};
