import { lampOf, type CampaignRow, type Indicator, type StandardDocumentRow, type TaskRow } from '@zeren/tasks-domain';
import { Button } from 'antd';
import { Link, useSearchParams } from 'react-router-dom';
import { useUnitName } from '../../api/directory.js';
import { useNow } from '../../api/now.js';
import { usePages, useRead } from '../../api/reads.js';
import { idOf, type Page } from '../../api/rows.js';
import { Alternatives } from '../../design/alternatives.js';
import { Lamp, StatusMark } from '../../design/lamp.js';
import { PageFrame } from '../../design/page.js';
import { Bones, Failure, Nothing, Resource } from '../../design/states.js';
import { TargetText } from '../../design/targets.js';
import { Tree, TreeItem, TreeNote } from '../../design/tree.js';
import { textsOf, useLanguage } from '../../language/language.js';
import { ChangedAbove, ParentChanges } from './parent-changes.js';
import { IndicatorSays } from '../standards/indicator-says.js';

const useTexts = textsOf(
  'split-tree',
  {
    title: '任务分解', lead: '指标 → 牵头部门 → 县区 → 镇街。用方向键行走，回车打开任务。', tree: '{{campaign}}：分解树', weight: '权重 {{weight}}', leaf: '没有再向下分解', more: '更多',
    items: '{{count}} 项', none: '还没有下达的任务。', noCampaigns: '还没有创建活动。', campaigns: '创建', unassigned: '未列名项目',
  },
  {
    title: 'Split tree', lead: 'Indicator → lead department → districts → towns. Walk with the arrow keys; Enter opens a task.', tree: '{{campaign}}: split tree', weight: 'weight {{weight}}', leaf: 'not split further', more: 'More',
    items: '{{count}} items', none: 'No task has been published yet.', noCampaigns: 'There is no campaign yet.', campaigns: 'Campaigns', unassigned: 'Items not named',
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

/** A task of the tree; a root, which stands for its indicator, also says what the indicator says. */
const TaskItem = ({ task, root, indicator }: { task: TaskRow; root: boolean; indicator?: Indicator | undefined }) => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  const now = useNow();
  const unit = nameOf(useUnitName(task.unitId)) || task.unitId;
  const name = root ? `${task.indicatorCode} ${nameOf(task.name)}` : unit;
  return (
    <TreeItem label={
      <>
        <Link to={`/tasks/${idOf(task)}`} tabIndex={-1}>{name}</Link>
        {root && <span className="soft">{unit}</span>}
        <span className="soft small">{t('weight', { weight: task.weight })}</span>
        <Target task={task} />
        {indicator && <IndicatorSays indicator={indicator} />}
        {now && <Lamp colour={lampOf(task, now)} />}
        <StatusMark status={task.status} />
        <ChangedAbove taskId={idOf(task)} />
      </>
    }>
      {task.level < deepestShown ? () => <ChildTasks parent={idOf(task)} /> : undefined}
    </TreeItem>
  );
};

const ChildTasks = ({ parent }: { parent: string }) => {
  const t = useTexts();
  const tasks = usePages<TaskRow>('/tasks', { parentTaskId: parent, sort: 'name', limit: 100 });
  if (tasks.isError) return <TreeNote><Failure failure={tasks.error} onAgain={() => void tasks.refetch()} /></TreeNote>;
  if (!tasks.data) return <TreeNote><Bones lines={3} /></TreeNote>;
  const rows = tasks.data.pages.flatMap(({ items }) => items);
  return (
    <>
      {rows.length === 0 && <li className="soft small">{t('leaf')}</li>}
      {rows.map((task) => <TaskItem key={idOf(task)} task={task} root={false} />)}
      {tasks.hasNextPage && <li><Button size="small" type="link" onClick={() => void tasks.fetchNextPage()}>{t('more')}</Button></li>}
    </>
  );
};

type Group = { readonly code: string; readonly name: string; readonly tasks: readonly TaskRow[] };

const CategoryItem = ({ group, open, indicatorOf }: { group: Group; open: boolean; indicatorOf: (code: string) => Indicator | undefined }) => {
  const t = useTexts();
  return (
    <TreeItem open={open} label={
      <><b>{group.name}</b>{group.name !== group.code && <span className="mono soft">{group.code}</span>}<span className="soft small">{t('items', { count: group.tasks.length })}</span></>
    }>
      {() => group.tasks.map((task) => <TaskItem key={idOf(task)} task={task} root indicator={indicatorOf(task.indicatorCode)} />)}
    </TreeItem>
  );
};

/** `ENV-04-06` is in category `ENV-04`. */
const categoryCodeOf = (indicatorCode: string): string => indicatorCode.slice(0, indicatorCode.lastIndexOf('-'));

/** Tasks by the category of their indicator, in order of code. */
const byCategory = (tasks: readonly TaskRow[], nameOf: (code: string) => string): readonly Group[] =>
  [...new Set(tasks.map(({ indicatorCode }) => categoryCodeOf(indicatorCode)))].sort()
    .map((code) => ({ code, name: nameOf(code), tasks: tasks.filter(({ indicatorCode }) => categoryCodeOf(indicatorCode) === code) }));

/** Names of a standard's categories, and its indicators; codes alone where the reader does not see the standard. */
const useStandardText = (standardId: string) => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  const standard = useRead<StandardDocumentRow>(`/standards/${standardId}`, {}, { fresh: Infinity });
  const categoryName = (code: string): string => {
    const category = standard.data?.categories.find((one) => one.code === code);
    return category?.kind === 'unassigned' ? t('unassigned') : nameOf(category?.name) || code;
  };
  const indicators = new Map(standard.data?.categories.flatMap((category) => category.indicators.map((indicator) => [indicator.code, indicator] as const)));
  return { categoryName, indicatorOf: (code: string) => indicators.get(code) };
};

const CampaignTree = ({ campaign }: { campaign: CampaignRow }) => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  const { categoryName, indicatorOf } = useStandardText(campaign.standardId);
  const tasks = useRead<Page<TaskRow>>('/tasks', { campaignId: idOf(campaign), parentTaskId: 'none', sort: 'indicatorCode', limit: 200 });
  return (
    <Resource of={tasks} lines={10} isEmpty={({ items }) => items.length === 0} empty={t('none')}>
      {({ items }) => (
        <Tree label={t('tree', { campaign: nameOf(campaign.name) })}>
          {byCategory(items, categoryName).map((group, index) => <CategoryItem key={group.code} group={group} open={index === 0} indicatorOf={indicatorOf} />)}
        </Tree>
      )}
    </Resource>
  );
};

const Chosen = ({ campaigns }: { campaigns: readonly CampaignRow[] }) => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  const [params, setParams] = useSearchParams();
  const campaign = campaigns.find((one) => idOf(one) === params.get('campaignId')) ?? campaigns[0];
  if (!campaign) return <Nothing>{t('noCampaigns')}</Nothing>;
  return (
    <section className="sheet">
      <Alternatives label={t('campaigns')} chosen={idOf(campaign)} onChoose={(campaignId) => setParams({ campaignId }, { replace: true })}
        options={campaigns.map((one) => ({ key: idOf(one), name: nameOf(one.name) }))} />
      <CampaignTree key={idOf(campaign)} campaign={campaign} />
    </section>
  );
};

/** How every indicator of a campaign was split, level by level. */
export const SplitTreePage = () => {
  const t = useTexts();
  const campaigns = useRead<Page<CampaignRow>>('/campaigns', {}, { fresh: 60_000 });
  return (
    <PageFrame title={t('title')} lead={t('lead')}>
      <ParentChanges />
      <Resource of={campaigns} lines={10}>{({ items }) => <Chosen campaigns={items} />}</Resource>
    </PageFrame>
  );
};
