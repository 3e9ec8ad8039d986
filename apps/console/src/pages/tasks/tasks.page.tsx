import { lamps, lampText, originKinds, originText, taskStatuses, statusText, type CampaignRow, type Lamp as LampColour, type TaskRow } from '@zeren/tasks-domain';
import type { LocalisedText } from '@zeren/kernel';
import { Button, Input, Select } from 'antd';
import { usePages, useRead } from '../../api/reads.js';
import { idOf, type Page } from '../../api/rows.js';
import { useChosen } from '../../design/chosen.js';
import { IntegrationChoice } from '../../design/integration.js';
import { PageFrame } from '../../design/page.js';
import { AsOf, Bones, Failure, Nothing } from '../../design/states.js';
import { TaskLedger } from '../../design/task-ledger.js';
import { textsOf, useLanguage } from '../../language/language.js';
import { DispatchAction, type DecisionSaid } from './dispatch-form.js';
import './tasks.css';

const useTexts = textsOf(
  'tasks',
  {
    title: '任务', campaign: '创建', status: '状态', lamp: '灯号', origin: '来源', level: '层级', unit: '牵头单位代码', search: '按名称或指标编号查找', all: '全部', clear: '清除条件',
    more: '再读一页', shown: '已显示 {{count}} 项', filters: '筛选', none: '没有符合条件的任务。', level1: '市级', level2: '县区', level3: '镇街', level4: '村社区',
  },
  {
    title: 'Tasks', campaign: 'Campaign', status: 'State', lamp: 'Lamp', origin: 'Origin', level: 'Level', unit: 'Code of the lead unit', search: 'Find by name or indicator code', all: 'All', clear: 'Clear filters',
    more: 'Read another page', shown: '{{count}} shown', filters: 'Filters', none: 'No task matches.', level1: 'City', level2: 'District', level3: 'Town', level4: 'Village',
  },
);

const filters = ['campaignId', 'status', 'lamp', 'level', 'unitId', 'search', 'indicatorCode', 'parentTaskId', 'origin', 'integration', 'decision'] as const;
type Filter = (typeof filters)[number];

const levels = ['1', '2', '3', '4'] as const;

type Choose = (name: Filter | 'sort', value: string | undefined) => void;

const Choice = ({ name, label, value, options, onChoose }: {
  name: Filter; label: string; value: string | null; options: readonly { value: string; label: string }[]; onChoose: Choose;
}) => {
  const t = useTexts();
  return (
    <div className="filter">
      <label htmlFor={`filter-${name}`}>{label}</label>
      <Select id={`filter-${name}`} value={value ?? ''} onChange={(chosen: string) => onChoose(name, chosen || undefined)}
        options={[{ value: '', label: t('all') }, ...options]} popupMatchSelectWidth={false} />
    </div>
  );
};

const named = <Key extends string>(keys: readonly Key[], texts: Readonly<Record<Key, LocalisedText>>, nameOf: (text: LocalisedText) => string) =>
  keys.map((key) => ({ value: key, label: nameOf(texts[key]) }));

const Filters = ({ params, onChoose, onClear }: { params: URLSearchParams; onChoose: Choose; onClear: () => void }) => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  const campaigns = useRead<Page<CampaignRow>>('/campaigns', {}, { fresh: 300_000 });
  return (
    <search className="filters" aria-label={t('filters')}>
      <div className="filter filter-search">
        <label htmlFor="filter-search">{t('search')}</label>
        <Input.Search id="filter-search" key={params.get('search')} defaultValue={params.get('search') ?? ''} allowClear onSearch={(text) => onChoose('search', text.trim() || undefined)} />
      </div>
      <Choice name="campaignId" label={t('campaign')} value={params.get('campaignId')} onChoose={onChoose}
        options={(campaigns.data?.items ?? []).map((one) => ({ value: idOf(one), label: nameOf(one.name) }))} />
      <Choice name="lamp" label={t('lamp')} value={params.get('lamp')} onChoose={onChoose} options={named<LampColour>(lamps, lampText, nameOf)} />
      <Choice name="status" label={t('status')} value={params.get('status')} onChoose={onChoose} options={named(taskStatuses, statusText, nameOf)} />
      <Choice name="origin" label={t('origin')} value={params.get('origin')} onChoose={onChoose} options={named(originKinds, originText, nameOf)} />
      <IntegrationChoice value={params.get('integration')} onChoose={(code) => onChoose('integration', code)} />
      <Choice name="level" label={t('level')} value={params.get('level')} onChoose={onChoose} options={levels.map((level) => ({ value: level, label: t(`level${level}`) }))} />
      <div className="filter">
        <label htmlFor="filter-unitId">{t('unit')}</label>
        <Input id="filter-unitId" key={params.get('unitId')} defaultValue={params.get('unitId') ?? ''} allowClear
          onPressEnter={({ currentTarget }) => onChoose('unitId', currentTarget.value.trim() || undefined)}
          onBlur={({ currentTarget }) => { if (currentTarget.value.trim() !== (params.get('unitId') ?? '')) onChoose('unitId', currentTarget.value.trim() || undefined); }} />
      </div>
      <Button onClick={onClear} disabled={filters.every((name) => !params.has(name))}>{t('clear')}</Button>
    </search>
  );
};

/** The decision of a meeting that the address names, to become a task. */
const decisionIn = (params: URLSearchParams): DecisionSaid | undefined => {
  const decision = params.get('from');
  const said = (name: string) => params.get(name) ?? '';
  return decision ? { decision, document: said('document'), unitId: said('unit'), dueOn: said('due'), zh: said('text') } : undefined;
};

/** The board: every task the reader's tenant may see. */
export const TasksPage = () => {
  const t = useTexts();
  const { params, setParams, choose } = useChosen();
  const chosen = Object.fromEntries(filters.map((name) => [name, params.get(name) ?? undefined]));
  const sort = params.get('sort') ?? 'deadline';
  const tasks = usePages<TaskRow>('/tasks', { ...chosen, sort, limit: 50 });
  const rows = tasks.data?.pages.flatMap(({ items }) => items);
  return (
    <PageFrame title={t('title')} aside={<AsOf of={tasks} />}>
      <div className="row"><DispatchAction from={decisionIn(params)} /></div>
      <Filters params={params} onChoose={choose} onClear={() => setParams({}, { replace: true })} />
      {tasks.isError && <Failure failure={tasks.error} onAgain={() => void tasks.refetch()} />}
      {!rows && !tasks.isError && <div className="sheet"><Bones lines={12} /></div>}
      {rows?.length === 0 && <div className="sheet"><Nothing>{t('none')}</Nothing></div>}
      {rows && rows.length > 0 && (
        <div className="sheet board">
          <TaskLedger caption={t('title')} rows={rows} sorting={{ by: sort, onSort: (by) => choose('sort', by) }} />
          <div className="row board-more">
            <span className="soft">{t('shown', { count: rows.length })}</span>
            {tasks.hasNextPage && <Button onClick={() => void tasks.fetchNextPage()} loading={tasks.isFetchingNextPage}>{t('more')}</Button>}
          </div>
        </div>
      )}
    </PageFrame>
  );
};
