import type { MeetingDecision, MeetingRow } from '@zeren/organisation-domain';
import type { DecisionProgress } from '@zeren/tasks-domain';
import { Link } from 'react-router-dom';
import { useRead } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { Mark } from '../../design/lamp.js';
import { Ledger } from '../../design/ledger.js';
import { Nothing } from '../../design/states.js';
import { UnitName } from '../../design/unit-name.js';
import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { useAccount } from '../../session/session.js';
import { governs } from '../leadership/assignments.js';
import { useMeetingTexts } from './meetings.texts.js';

const Progress = ({ progress, tasksAt }: { progress: DecisionProgress | undefined; tasksAt: string }) => {
  const t = useMeetingTexts();
  if (!progress) return <span className="soft">{t('noTasks')}</span>;
  const { tasks, done, ended, overdue } = progress;
  return (
    <span className="row">
      <Link to={tasksAt}>{t('doneOf', { done, tasks })}</Link>
      {overdue > 0 && <Mark tone="seal">{t('overdue', { count: overdue })}</Mark>}
      {ended > 0 && <Mark>{t('endedOtherwise', { count: ended })}</Mark>}
    </span>
  );
};

/** What a meeting decided, and how far the tasks of each decision are. */
export const Decisions = ({ row }: { row: MeetingRow }) => {
  const t = useMeetingTexts();
  const { language } = useLanguage();
  const { roles } = useAccount();
  const meetingId = idOf(row);
  const progress = useRead<{ items: readonly DecisionProgress[] }>('/meeting-decisions', { meetingId }, { enabled: row.status === 'held' }).data?.items;
  if (row.status !== 'held') return <Nothing>{t('notHeld')}</Nothing>;
  if (row.decisions.length === 0) return <Nothing>{t('noDecisions')}</Nothing>;
  const board = ({ number }: MeetingDecision) => `/tasks?decision=${encodeURIComponent(`${meetingId}#${number}`)}`;
  const dispatching = ({ number, leadUnitId, dueOn, text }: MeetingDecision) =>
    `/tasks?${new URLSearchParams({ from: `${meetingId}#${number}`, document: row.minutesNumber ?? '', unit: leadUnitId, due: dueOn, text: text.slice(0, 200) }).toString()}`;
  return (
    <Ledger caption={t('decisions')} rows={row.decisions} keyOf={({ number }) => String(number)} columns={[
      { key: 'text', title: t('text'), lead: true, cell: ({ number, text }) => `${number}. ${text}` },
      { key: 'item', title: t('onItem'), cell: ({ agendaItem }) => agendaItem },
      { key: 'unit', title: t('leadUnit'), cell: ({ leadUnitId }) => <UnitName id={leadUnitId} /> },
      { key: 'due', title: t('dueOn'), cell: ({ dueOn }) => <span className="nowrap">{dayOf(dueOn, language)}</span> },
      { key: 'progress', title: t('progress'), cell: (decision) => <Progress progress={progress?.find(({ number }) => number === decision.number)} tasksAt={board(decision)} /> },
      ...(governs(roles) ? [{ key: 'dispatch', title: t('dispatch'), cell: (decision: MeetingDecision) => <Link to={dispatching(decision)}>{t('dispatch')}</Link> }] : []),
    ]} />
  );
};
