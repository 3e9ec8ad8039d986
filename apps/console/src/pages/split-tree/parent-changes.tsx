import type { SplitProgressRow } from '@zeren/tasks-domain';
import { Link } from 'react-router-dom';
import { useRead } from '../../api/reads.js';
import { idOf, type Page } from '../../api/rows.js';
import { Mark } from '../../design/lamp.js';
import { dayOf } from '../../language/dates.js';
import { textsOf, useLanguage } from '../../language/language.js';

const useTexts = textsOf(
  'parent-changes',
  { title: '上级目标已变，请修订分解', changed: '{{day}}：{{task}} 修订为第 {{version}} 版（{{reason}}）', revise: '修订“{{split}}”', mark: '上级目标已变' },
  { title: 'What is asked above has changed: revise the split below it', changed: '{{day}}: {{task}} was revised to version {{version}} ({{reason}})', revise: 'Revise “{{split}}”', mark: 'changed above' },
);

/** The reader's splits below which something was revised since they were published. */
const useTold = (): readonly SplitProgressRow[] =>
  (useRead<Page<SplitProgressRow>>('/splits', { limit: 200 }, { fresh: 60_000 }).data?.items ?? []).filter(({ parentChanges }) => parentChanges.length > 0);

/** Says of a task that it was revised above and its split below was not yet. */
export const ChangedAbove = ({ taskId }: { taskId: string }) => {
  const t = useTexts();
  const isTold = useTold().some(({ parentChanges }) => parentChanges.some((change) => change.taskId === taskId));
  return isTold ? <Mark tone="seal">{t('mark')}</Mark> : null;
};

/** Each split that is to be revised because the task above it was; nothing where there is none. */
export const ParentChanges = () => {
  const t = useTexts();
  const { nameOf, language } = useLanguage();
  const told = useTold();
  if (told.length === 0) return null;
  return (
    <section className="sheet" aria-label={t('title')}>
      <h2>{t('title')}</h2>
      <ul className="plain">
        {told.map((split) => (
          <li key={split.id} className="stack">
            <Link to={`/split-workbench/${idOf(split)}`}>{t('revise', { split: nameOf(split.title) })}</Link>
            <ul className="plain small soft">
              {split.parentChanges.map(({ taskId, name, version, reason, at }) => (
                <li key={`${taskId}@${version}`}><Link to={`/tasks/${taskId}`}>{t('changed', { day: dayOf(at, language), task: nameOf(name), version, reason })}</Link></li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
};
