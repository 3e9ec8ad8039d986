import { workLists, workListText, type TaskRow, type WorkList, type Workplace } from '@zeren/tasks-domain';
import { Button } from 'antd';
import { useSearchParams } from 'react-router-dom';
import { usePages, useRead } from '../../api/reads.js';
import { IntegrationChoice } from '../../design/integration.js';
import { PageFrame } from '../../design/page.js';
import { AsOf, Bones, Failure, Nothing, Resource } from '../../design/states.js';
import { TaskLedger } from '../../design/task-ledger.js';
import { textsOf, useLanguage } from '../../language/language.js';
import { ParentChanges } from '../split-tree/parent-changes.js';
import { OwnParts } from './own-parts.js';
import '../tasks/tasks.css';
import './work.css';

const useTexts = textsOf(
  'work',
  { title: '我的工作', lead: '本单位牵头的任务：今天到期、本周到期、已逾期、等待他人；以及等待本单位答复或核验的事项。', lists: '清单', cut: '筛选', none: '这一项目前没有任务。', clear: '眼下没有要办的事。', more: '再读一页' },
  { title: 'My work', lead: 'What this unit leads: due today, due this week, overdue, waiting for others; and what waits for its answer or its verification.', lists: 'Lists', cut: 'Filters', none: 'There is no task in this list.', clear: 'There is nothing to do at the moment.', more: 'Read another page' },
);

const isList = (text: string | null): text is WorkList => workLists.some((list) => list === text);

const Listed = ({ list, integration }: { list: WorkList; integration: string | undefined }) => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  const tasks = usePages<TaskRow>('/tasks', { work: list, integration, sort: 'deadline', limit: 20 });
  const rows = tasks.data?.pages.flatMap(({ items }) => items);
  return (
    <section className="sheet">
      <h2>{nameOf(workListText[list])}</h2>
      {tasks.isError && <Failure failure={tasks.error} onAgain={() => void tasks.refetch()} />}
      {!rows && !tasks.isError && <Bones lines={6} />}
      {rows?.length === 0 && <Nothing>{t('none')}</Nothing>}
      {rows && rows.length > 0 && <TaskLedger caption={nameOf(workListText[list])} rows={rows} />}
      {tasks.hasNextPage && <Button onClick={() => void tasks.fetchNextPage()} loading={tasks.isFetchingNextPage}>{t('more')}</Button>}
    </section>
  );
};

/** A unit's own page: what has to happen next, by whom it waits. */
export const WorkPage = () => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  const [params, setParams] = useSearchParams();
  const integration = params.get('integration') ?? undefined;
  const work = useRead<Workplace>('/workplace', { integration });
  const asked = params.get('list');
  const pressing = workLists.find((list) => (work.data?.counts[list] ?? 0) > 0);
  const chosen = isList(asked) ? asked : pressing;
  return (
    <PageFrame title={t('title')} lead={t('lead')} aside={<AsOf of={work} />}>
      <search className="filters" aria-label={t('cut')}><IntegrationChoice value={integration ?? null} onChoose={(code) => setParams(code ? { integration: code } : {}, { replace: true })} /></search>
      <Resource of={work} lines={3}>
        {({ counts }) => (
          <nav className="work-lists" aria-label={t('lists')}>
            {workLists.map((list) => (
              <button key={list} type="button" className="sheet work-list" aria-current={list === chosen ? 'true' : undefined} onClick={() => setParams(integration ? { list, integration } : { list }, { replace: true })}>
                <b className={list === 'overdue' && counts[list] > 0 ? 'pressing' : undefined}>{counts[list]}</b>
                <span>{nameOf(workListText[list])}</span>
              </button>
            ))}
          </nav>
        )}
      </Resource>
      <ParentChanges />
      <OwnParts />
      {chosen ? <Listed key={chosen} list={chosen} integration={integration} /> : work.data && <section className="sheet"><Nothing>{t('clear')}</Nothing></section>}
    </PageFrame>
  );
};
