import { lampOf, originText, supportersOf, taskOf, type TaskRow, type TaskYear } from '@zeren/tasks-domain';
import { Link, useParams } from 'react-router-dom';
import { useNow } from '../../api/now.js';
import { useRead } from '../../api/reads.js';
import { idOf, type Page } from '../../api/rows.js';
import { CampaignName } from '../../design/campaign-name.js';
import { Lamp, Mark, StatusMark } from '../../design/lamp.js';
import { useMetricName } from '../../design/metric-name.js';
import { PageFrame } from '../../design/page.js';
import { PostName } from '../../design/post-name.js';
import { AsOf, Resource } from '../../design/states.js';
import { TargetText } from '../../design/targets.js';
import { TaskLedger } from '../../design/task-ledger.js';
import { UnitName, UnitNames } from '../../design/unit-name.js';
import { dayOf, timeOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { AskedElsewhere } from '../measures/asked-elsewhere.js';
import { TaskGapNotes } from '../readiness/task-gap-notes.js';
import { TaskIndicator } from '../standards/task-indicator.js';
import { Disputes } from './disputes.js';
import { Parts } from './parts.js';
import { YearMarks, YearProgress } from './progress.js';
import { Supporting } from './supporting.js';
import { EscalateTask } from '../command-centre/escalate-action.js';
import { TaskActions } from './task-actions.js';
import { TaskIntegrations } from './task-integrations.js';
import { useTaskTexts } from './task.texts.js';
import './task.css';

const childrenShown = 10;

const Facts = ({ task }: { task: TaskRow }) => {
  const t = useTaskTexts();
  const { language, nameOf } = useLanguage();
  const supporting = supportersOf(taskOf(task));
  return (
    <dl className="facts">
      <dt>{t('indicator')}</dt><dd className="mono">{task.indicatorCode}</dd>
      <dt>{t('campaign')}</dt><dd><CampaignName id={task.campaignId} /></dd>
      <dt>{t('unit')}</dt><dd><UnitName id={task.unitId} /></dd>
      <dt>{t('post')}</dt><dd><PostName id={task.accountablePostId} /></dd>
      <dt>{t('support')}</dt>
      <dd>{supporting.length === 0 ? t('none') : <UnitNames ids={supporting} />}</dd>
      {task.origin && <><dt>{t('origin')}</dt><dd>{nameOf(originText[task.origin.kind])} · {task.origin.document}</dd></>}
      <dt>{t('evidence')}</dt><dd>{t(task.evidence)}</dd>
      <dt>{t('weight')}</dt><dd>{task.weight}</dd>
      <dt>{t('deadline')}</dt><dd>{dayOf(task.deadline, language)}</dd>
      <dt>{t('published')}</dt><dd>{timeOf(task.publishedAt, language)}</dd>
      <dt>{t('accepted')}</dt><dd>{task.acceptedAt ? timeOf(task.acceptedAt, language) : t('notYet')}</dd>
      <dt>{t('id')}</dt><dd className="mono">{idOf(task)}</dd>
    </dl>
  );
};

const YearMeasures = ({ task, year }: { task: TaskRow; year: TaskYear }) => {
  const t = useTaskTexts();
  const metricName = useMetricName();
  return (
    <table className="ledger year-measures">
      <thead><tr><th scope="col">{t('metric')}</th><th scope="col">{t('target')}</th><th scope="col">{t('value')}</th></tr></thead>
      <tbody>
        {year.targets.map((target) => {
          const metric = task.metrics.find(({ code }) => code === target.metric);
          const value = year.values.find((one) => one.metric === target.metric);
          return (
            <tr key={target.metric}>
              <th scope="row">{metricName(target.metric)}{metric && metric.direction !== 'boolean' && <div className="small soft">{t(metric.distribution === 'share' ? 'shareOf' : 'thresholdOf')}</div>}</th>
              <td><TargetText metric={metric} target={target} /></td>
              <td>{value ? <b>{metric?.direction === 'boolean' ? t(value.value === '1' ? 'yes' : 'no') : `${value.value} ${value.unit}`}</b> : '—'}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};

const Year = ({ task, year }: { task: TaskRow; year: TaskYear }) => {
  const t = useTaskTexts();
  const { language } = useLanguage();
  const wrong = year.status === 'rejected' || year.status === 'overdue';
  return (
    <li className="task-year">
      <div className="row">
        <h3>{year.year}</h3>
        <Mark tone={wrong ? 'seal' : 'strong'}>{t(year.status)}</Mark>
        <span className="soft small">{t('due')} {dayOf(year.dueAt, language)}</span>
        {year.late && <Mark tone="seal">{t('late')}</Mark>}
        {year.rework > 0 && <Mark>{t('rework', { count: year.rework })}</Mark>}
        <YearMarks year={year} />
        {year.attempt > 1 && <span className="soft small">{t('attempt', { count: year.attempt })}</span>}
      </div>
      <YearMeasures task={task} year={year} />
      <YearProgress row={task} year={year} />
      {year.measuredOn && <p className="small soft">{t('measuredOn')} {dayOf(year.measuredOn, language)}{year.note && ` · ${t('note')}: ${year.note}`}</p>}
      {year.verifyingUnitId && <p className="small soft">{t('by')} <UnitName id={year.verifyingUnitId} /> · {t('finding')}: {year.finding}</p>}
    </li>
  );
};

const Children = ({ taskId }: { taskId: string }) => {
  const t = useTaskTexts();
  const children = useRead<Page<TaskRow>>('/tasks', { parentTaskId: taskId, limit: childrenShown, sort: 'name' });
  return (
    <Resource of={children} lines={4} isEmpty={({ items }) => items.length === 0} empty={t('noChildren')}>
      {({ items, next }) => (
        <>
          <TaskLedger caption={t('children')} rows={items} />
          {next && <p><Link to={`/tasks?parentTaskId=${encodeURIComponent(taskId)}`}>{t('more')}</Link></p>}
        </>
      )}
    </Resource>
  );
};

/** The units from which the task came down; those whose task the reader sees lead to it. */
const Ancestors = ({ task }: { task: TaskRow }) => {
  const t = useTaskTexts();
  const isRoot = task.ancestors.length === 0;
  const seen = useRead<Page<TaskRow>>(`/tasks/${idOf(task)}/ancestors`, {}, { enabled: !isRoot }).data?.items.map(idOf) ?? [];
  if (isRoot) return null;
  return (
    <span className="in-text">
      {t('ancestors')} {task.ancestors.map(({ taskId, unitId }) => (
        <span key={taskId}>{seen.includes(taskId) ? <Link to={`/tasks/${taskId}`}><UnitName id={unitId} /></Link> : <UnitName id={unitId} />} › </span>
      ))}<UnitName id={task.unitId} />
    </span>
  );
};

const Opened = ({ task }: { task: TaskRow }) => {
  const t = useTaskTexts();
  const now = useNow();
  const taskId = idOf(task);
  return (
    <>
      <div className="row">
        {now && <Lamp colour={lampOf(task, now)} />}
        <StatusMark status={task.status} />
        <Ancestors task={task} />
        <Link to={`/history/task-${taskId}`}>{t('history')}</Link>
      </div>
      <div className="columns two">
        <section className="sheet"><h2>{t('years')}</h2><ul className="plain">{task.years.map((year) => <Year key={year.year} task={task} year={year} />)}</ul></section>
        <div className="stack">
          <section className="sheet"><h2>{t('actions')}</h2><TaskActions row={task} /><div className="row"><EscalateTask row={task} /></div></section>
          <TaskIndicator task={task} />
          <AskedElsewhere task={task} />
          <TaskGapNotes task={task} />
          <TaskIntegrations row={task} />
          <Supporting row={task} />
          <Disputes row={task} />
          <section className="sheet"><h2>{t('facts')}</h2><Facts task={task} /></section>
        </div>
      </div>
      {task.parts.length > 0 && <Parts task={task} />}
      <section className="sheet"><h2>{t('children')}</h2><Children taskId={taskId} /></section>
    </>
  );
};

/** One task: what is asked, of whom, what came of it, and what the reader can do now. */
export const TaskPage = () => {
  const t = useTaskTexts();
  const { nameOf } = useLanguage();
  const { id = '' } = useParams();
  const task = useRead<TaskRow>(`/tasks/${encodeURIComponent(id)}`);
  return (
    <PageFrame key={id} title={nameOf(task.data?.name) || id} crumbs={[{ to: '/tasks', name: t('tasks') }]} aside={<AsOf of={task} />}>
      <Resource of={task} lines={14}>{(row) => <Opened task={row} />}</Resource>
    </PageFrame>
  );
};
