import { lampOf, registerKindText, type TaskRow } from '@zeren/tasks-domain';
import { Link } from 'react-router-dom';
import { useNow } from '../api/now.js';
import { idOf } from '../api/rows.js';
import { dayOf } from '../language/dates.js';
import { textsOf, useLanguage } from '../language/language.js';
import { Lamp, Mark, StatusMark } from './lamp.js';
import { Ledger, type Column, type Sorting } from './ledger.js';
import { UnitName } from './unit-name.js';

const useTexts = textsOf(
  'task-ledger',
  { name: '任务', code: '指标', unit: '牵头单位', lamp: '灯号', status: '状态', weight: '权重', deadline: '期限', next: '下次应报', asked: '申请{{what}}', granted: '已{{what}}', falseReports: '虚报 {{count}} 次' },
  { name: 'Task', code: 'Indicator', unit: 'Lead unit', lamp: 'Lamp', status: 'State', weight: 'Weight', deadline: 'Deadline', next: 'Next due', asked: '{{what}} asked for', granted: '{{what}} granted', falseReports: '{{count}} × false report' },
);

/** What was asked for and granted beside the task's course; the end it led to is its state. */
const ExceptionMarks = ({ task }: { task: TaskRow }) => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  const shown = task.exceptions.filter(({ status, kind }) => status === 'requested' || (status === 'granted' && (kind === 'extension' || kind === 'deferral')));
  return (
    <>
      {shown.map(({ number, kind, status }) => <Mark key={number}>{t(status === 'requested' ? 'asked' : 'granted', { what: nameOf(registerKindText[kind]) })}</Mark>)}
      {task.falseReports > 0 && <Mark tone="seal">{t('falseReports', { count: task.falseReports })}</Mark>}
    </>
  );
};

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
    { key: 'status', title: t('status'), cell: (task) => <span className="row"><StatusMark status={task.status} /><ExceptionMarks task={task} /></span> },
    { key: 'weight', title: t('weight'), end: true, sortable: true, cell: ({ weight }) => weight },
    { key: 'next', title: t('next'), cell: ({ nextDueAt }) => <span className="nowrap">{nextDueAt ? dayOf(nextDueAt, language) : '—'}</span> },
    { key: 'deadline', title: t('deadline'), sortable: true, cell: ({ deadline }) => <span className="nowrap">{dayOf(deadline, language)}</span> },
  ];
  return <Ledger caption={caption} columns={columns} rows={rows} keyOf={idOf} {...(sorting ? { sorting } : {})} />;
};
