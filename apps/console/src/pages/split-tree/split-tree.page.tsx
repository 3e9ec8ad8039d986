import { lampOf, type CampaignRow, type Category, type StandardDocumentRow, type TaskRow } from '@zeren/tasks-domain';
import { Button, Tabs } from 'antd';
import { Link, useSearchParams } from 'react-router-dom';
import { useUnitName } from '../../api/directory.js';
import { useNow } from '../../api/now.js';
import { usePages, useRead } from '../../api/reads.js';
import { idOf, type Page } from '../../api/rows.js';
import { Lamp, StatusMark } from '../../design/lamp.js';
import { PageFrame } from '../../design/page.js';
import { Bones, Failure, Resource } from '../../design/states.js';
import { TargetText } from '../../design/targets.js';
import { Tree, TreeItem } from '../../design/tree.js';
import { textsOf, useLanguage } from '../../language/language.js';

const useTexts = textsOf(
  'split-tree',
  {
    title: '任务分解', lead: '指标 → 牵头部门 → 县区 → 镇街。用方向键行走，回车打开任务。', tree: '{{campaign}}：分解树', weight: '权重 {{weight}}', leaf: '没有再向下分解', more: '更多',
    items: '{{count}} 项', none: '还没有下达的任务。', noCampaigns: '还没有创建活动。', unassigned: '未列名项目',
  },
  {
    title: 'Split tree', lead: 'Indicator → lead department → districts → towns. Walk with the arrow keys; Enter opens a task.', tree: '{{campaign}}: split tree', weight: 'weight {{weight}}', leaf: 'not split further', more: 'More',
    items: '{{count}} items', none: 'No task has been published yet.', noCampaigns: 'There is no campaign yet.', unassigned: 'Items not named',
  },
);

/** No task is split below the grass roots. */
const deepestShown = 4;

const Target = ({ task }: { task: TaskRow }) => {
  const year = task.years.at(-1);
  const target = year?.targets[0];
  if (!year || !target) return null;
  return <span className="soft small">{year.year}: <TargetText metric={task.metrics.find(({ code }) => code === target.metric)} target={target} /></span>;
};

const TaskItem = ({ task, root }: { task: TaskRow; root: boolean }) => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  const now = useNow();
  const unit = nameOf(useUnitName(task.unitId)) || task.unitId;
  const name = root ? `${task.indicatorCode} ${nameOf(task.name)}` : unit;
  return (
    <TreeItem name={name} label={
      <>
        <Link to={`/tasks/${idOf(task)}`} tabIndex={-1}>{name}</Link>
        {root && <span className="soft">{unit}</span>}
        <span className="soft small">{t('weight', { weight: task.weight })}</span>
        <Target task={task} />
        {now && <Lamp colour={lampOf(task, now)} />}
        <StatusMark status={task.status} />
      </>
    }>
      {task.level < deepestShown ? () => <ChildTasks parent={idOf(task)} /> : undefined}
    </TreeItem>
  );
};

const ChildTasks = ({ parent }: { parent: string }) => {
  const t = useTexts();
  const tasks = usePages<TaskRow>('/tasks', { parentTaskId: parent, sort: 'name', limit: 100 });
  if (tasks.isError) return <li><Failure failure={tasks.error} onAgain={() => void tasks.refetch()} /></li>;
  if (!tasks.data) return <li><Bones lines={3} /></li>;
  const rows = tasks.data.pages.flatMap(({ items }) => items);
  return (
    <>
      {rows.length === 0 && <li className="soft small">{t('leaf')}</li>}
      {rows.map((task) => <TaskItem key={idOf(task)} task={task} root={false} />)}
      {tasks.hasNextPage && <li><Button size="small" type="link" onClick={() => void tasks.fetchNextPage()}>{t('more')}</Button></li>}
    </>
  );
};

const CategoryItem = ({ category, tasks, open }: { category: Category; tasks: readonly TaskRow[]; open: boolean }) => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  const name = category.kind === 'unassigned' ? t('unassigned') : nameOf(category.name);
  return (
    <TreeItem name={name} open={open} label={<><b>{name}</b><span className="mono soft">{category.code}</span><span className="soft small">{t('items', { count: tasks.length })}</span></>}>
      {() => tasks.map((task) => <TaskItem key={idOf(task)} task={task} root />)}
    </TreeItem>
  );
};

/** The tasks of each category of the standard, in its order; categories without any are left out. */
const byCategory = (standard: StandardDocumentRow, tasks: readonly TaskRow[]) => {
  const categoryOf = new Map(standard.categories.flatMap((category) => category.indicators.map(({ code }) => [code, category.code])));
  return standard.categories
    .map((category) => ({ category, tasks: tasks.filter((task) => categoryOf.get(task.indicatorCode) === category.code) }))
    .filter((group) => group.tasks.length > 0);
};

const CampaignTree = ({ campaign }: { campaign: CampaignRow }) => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  const tasks = useRead<Page<TaskRow>>('/tasks', { campaignId: idOf(campaign), parentTaskId: 'none', sort: 'indicatorCode', limit: 200 });
  const standard = useRead<StandardDocumentRow>(`/standards/${campaign.standardId}`, {}, { fresh: Infinity });
  return (
    <Resource of={standard} lines={10}>
      {(text) => (
        <Resource of={tasks} lines={10} isEmpty={({ items }) => items.length === 0} empty={t('none')}>
          {({ items }) => (
            <Tree key={idOf(campaign)} label={t('tree', { campaign: nameOf(campaign.name) })}>
              {byCategory(text, items).map((group, index) => <CategoryItem key={group.category.code} category={group.category} tasks={group.tasks} open={index === 0} />)}
            </Tree>
          )}
        </Resource>
      )}
    </Resource>
  );
};

/** How every indicator of a campaign was split, level by level. */
export const SplitTreePage = () => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  const [params, setParams] = useSearchParams();
  const campaigns = useRead<Page<CampaignRow>>('/campaigns', {}, { fresh: 60_000 });
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      <Resource of={campaigns} lines={10} isEmpty={({ items }) => items.length === 0} empty={t('noCampaigns')}>
        {({ items }) => (
          <section className="sheet">
            <Tabs activeKey={params.get('campaignId') ?? (items[0] ? idOf(items[0]) : '')} destroyOnHidden onChange={(campaignId) => setParams({ campaignId }, { replace: true })}
              items={items.map((campaign) => ({ key: idOf(campaign), label: nameOf(campaign.name), children: <CampaignTree campaign={campaign} /> }))} />
          </section>
        )}
      </Resource>
    </PageFrame>
  );
};
