import { gapKindText, type TaskGapRow, type TaskRow } from '@zeren/tasks-domain';
import { Button } from 'antd';
import { useState } from 'react';
import { useCaller } from '../../api/caller.js';
import { useRead } from '../../api/reads.js';
import { idOf, type Page } from '../../api/rows.js';
import { CommandForm } from '../../design/command-form.js';
import { Mark } from '../../design/lamp.js';
import { dayOf } from '../../language/dates.js';
import { textsOf, useLanguage } from '../../language/language.js';

const useTexts = textsOf(
  'task-gaps',
  { title: '迎检差距', points: '涉及 {{points}} 分', on: '{{day}} 告知', settled: '已销号：{{how}}', settle: '销号', how: '如何整改' },
  { title: 'Gap before the assessment', points: '{{points}} points at stake', on: 'put on {{day}}', settled: 'Closed: {{how}}', settle: 'Close the gap', how: 'How it was closed' },
);

/** The gap that was put to the unit of a task, where there is one. */
export const TaskGapNotes = ({ task }: { task: TaskRow }) => {
  const t = useTexts();
  const { nameOf, language } = useLanguage();
  const caller = useCaller();
  const [open, setOpen] = useState(false);
  const gaps = useRead<Page<TaskGapRow>>('/task-gaps', { taskId: idOf(task) });
  const gap = gaps.data?.items[0];
  if (!gap) return null;
  const maySettle = gap.settled === null && caller?.tenantId === gap.ownerTenantId && caller.roles.includes('city-office');
  return (
    <section className="sheet stack">
      <h2>{t('title')}</h2>
      <p className="row">{gap.kinds.map((kind) => <Mark key={kind} tone="seal">{nameOf(gapKindText[kind])}</Mark>)}<b>{t('points', { points: gap.points })}</b><span className="small soft">{t('on', { day: dayOf(gap.notedAt, language) })}</span></p>
      <p>{gap.reason}</p>
      {gap.settled !== null && <p className="soft">{t('settled', { how: gap.settled })}</p>}
      {maySettle && <div><Button size="small" onClick={() => setOpen(true)}>{t('settle')}</Button></div>}
      {open && <CommandForm title={t('settle')} path={`/task-gaps/${gap.taskId}/settlement`} fields={[{ name: 'how', label: t('how'), kind: 'text' }]} bodyOf={({ how = '' }) => ({ how })} onClose={() => setOpen(false)} />}
    </section>
  );
};
