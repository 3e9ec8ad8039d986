import type { PublishedRankingRow, SchemeRow } from '@zeren/assessment-domain';
import type { CampaignRow, Cockpit, TaskRow } from '@zeren/tasks-domain';
import { lazy, Suspense, useMemo } from 'react';
import { Link, useSearchParams } from 'react-router-dom';
import { useRead } from '../../api/reads.js';
import { idOf, type Page } from '../../api/rows.js';
import { IntegrationChoice } from '../../design/integration.js';
import { Mark } from '../../design/lamp.js';
import { Ledger } from '../../design/ledger.js';
import { PageFrame } from '../../design/page.js';
import { AsOf, Failure, Nothing, Resource } from '../../design/states.js';
import { TaskLedger } from '../../design/task-ledger.js';
import { textsOf, useLanguage } from '../../language/language.js';
import { Milestones } from '../campaign/milestones.js';
import { CampaignCards, DistrictLedger } from './campaign-cards.js';
import { Integrations } from './integrations.js';
import { LoaderBanner } from './loader-banner.js';
import { latestOf, trendOf, type Trend } from './trend.js';
import '../tasks/tasks.css';
import './cockpit.css';

const TrendChart = lazy(async () => ({ default: (await import('./trend-chart.js')).TrendChart }));

const useTexts = textsOf(
  'cockpit',
  {
    title: '驾驶舱', cut: '筛选', noCampaigns: '还没有启动的创建。', districts: '各县区', ranking: '县区排名', noRanking: '还没有发布的考核。', published: '{{period}} 已发布', all: '全部排名',
    rank: '名次', unit: '单位', total: '得分', trend: '得分走势', trendLabel: '各县区各季度得分走势图，数据见下表', figures: '走势数据', period: '考核期', red: '告警任务', noRed: '没有告警的任务。', allRed: '全部告警任务', milestones: '节点目标：确保与力争', noMilestones: '没有节点目标。',
  },
  {
    title: 'Cockpit', cut: 'Filters', noCampaigns: 'No campaign has been opened.', districts: 'Districts', ranking: 'Ranking of districts', noRanking: 'No assessment has been published.', published: '{{period}}, published', all: 'Whole ranking',
    rank: 'Rank', unit: 'Unit', total: 'Score', trend: 'Scores over time', trendLabel: 'Chart of scores by quarter and district; the figures are in the table below', figures: 'The figures', period: 'Period', red: 'What is red', noRed: 'Nothing is red.', allRed: 'Everything red', milestones: 'Milestones: ensure and strive', noMilestones: 'No milestones.',
  },
);

const districtGroup = 'districts';

const LatestRanking = ({ ranking, unitName }: { ranking: PublishedRankingRow; unitName: (id: string) => string }) => {
  const t = useTexts();
  const standings = ranking.groups.find(({ code }) => code === districtGroup)?.standings ?? [];
  return (
    <div className="stack">
      <div className="row"><Mark tone="seal">{t('published', { period: ranking.period })}</Mark><Link to={`/rankings?schemeId=${ranking.schemeId}&period=${ranking.period}`}>{t('all')}</Link></div>
      <Ledger narrow caption={t('ranking')} rows={standings} keyOf={({ unitId }) => unitId} columns={[
        { key: 'rank', title: t('rank'), cell: ({ rank }) => <b>{rank}</b> },
        { key: 'unit', title: t('unit'), lead: true, cell: ({ unitId }) => unitName(unitId) },
        { key: 'total', title: t('total'), end: true, cell: ({ total }) => <b>{total}</b> },
      ]} />
    </div>
  );
};

const TrendFigures = ({ trend }: { trend: Trend }) => {
  const t = useTexts();
  return (
    <details>
      <summary>{t('figures')}</summary>
      <div className="wide" tabIndex={0} role="region" aria-label={t('figures')}>
        <table className="ledger">
          <thead><tr><th scope="col">{t('unit')}</th>{trend.periods.map((period) => <th key={period} scope="col" className="end">{period}</th>)}</tr></thead>
          <tbody>{trend.lines.map(({ unitId, name, totals }) => <tr key={unitId}><td>{name}</td>{totals.map((total, index) => <td key={trend.periods[index]} className="end">{total ?? '—'}</td>)}</tr>)}</tbody>
        </table>
      </div>
    </details>
  );
};

const Rankings = () => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  const published = useRead<Page<PublishedRankingRow>>('/assessments', { limit: 200 });
  const schemes = useRead<Page<SchemeRow>>('/schemes', {}, { fresh: 300_000 });
  const rows = published.data?.items;
  const units = schemes.data?.items.flatMap(({ groups }) => groups.flatMap((group) => group.units));
  const unitName = (id: string) => nameOf(units?.find(({ unitId }) => unitId === id)?.name) || id;
  const latest = rows && latestOf(rows);
  // A chart is drawn anew only for new figures or another language.
  const trend = useMemo(() => trendOf(rows ?? [], districtGroup, unitName), [rows, schemes.data, nameOf(units?.[0]?.name)]);
  return (
    <div className="columns even">
      <section className="sheet">
        <h2>{t('ranking')}</h2>
        <Resource of={published} lines={7}>{() => (latest ? <LatestRanking ranking={latest} unitName={unitName} /> : <Nothing>{t('noRanking')}</Nothing>)}</Resource>
      </section>
      <section className="sheet">
        <h2>{t('trend')}</h2>
        <div className="trend-place">
          {trend.periods.length > 0 ? <Suspense fallback={null}><TrendChart trend={trend} label={t('trendLabel')} /></Suspense> : <Nothing>{t('noRanking')}</Nothing>}
        </div>
        {trend.periods.length > 0 && <TrendFigures trend={trend} />}
      </section>
    </div>
  );
};

const Red = ({ integration }: { integration: string | undefined }) => {
  const t = useTexts();
  const red = useRead<Page<TaskRow>>('/tasks', { lamp: 'red', integration, sort: 'deadline', limit: 6 });
  return (
    <section className="sheet cockpit-red">
      <div className="apart"><h2>{t('red')}</h2><Link to={integration ? `/tasks?lamp=red&integration=${integration}` : '/tasks?lamp=red'}>{t('allRed')}</Link></div>
      <Resource of={red} lines={6} isEmpty={({ items }) => items.length === 0} empty={t('noRed')}>
        {({ items }) => <TaskLedger caption={t('red')} rows={items} />}
      </Resource>
    </section>
  );
};

const MilestoneList = ({ campaigns }: { campaigns: readonly CampaignRow[] }) => {
  const t = useTexts();
  const milestones = campaigns.flatMap((campaign) => campaign.milestones.map((one) => ({ ...one, campaign: campaign.name })));
  return milestones.length === 0 ? <Nothing>{t('noMilestones')}</Nothing> : <Milestones milestones={milestones} />;
};

/** Whether the cockpit counts any task of a campaign. */
const isCounted = (cockpit: Cockpit | undefined) => (campaign: CampaignRow): boolean =>
  cockpit?.campaigns.some(({ campaignId }) => campaignId === idOf(campaign)) ?? false;

/** What a leader looks at first: the campaigns and their lamps, who stands where, what is wrong, what is promised. */
export const CockpitPage = () => {
  const t = useTexts();
  const [params, setParams] = useSearchParams();
  const integration = params.get('integration') ?? undefined;
  const campaigns = useRead<Page<CampaignRow>>('/campaigns');
  const cockpit = useRead<Cockpit>('/cockpit', { integration });
  return (
    <PageFrame title={t('title')} aside={<AsOf of={cockpit} />}>
      <LoaderBanner />
      <search className="filters" aria-label={t('cut')}><IntegrationChoice value={integration ?? null} onChoose={(code) => setParams(code ? { integration: code } : {}, { replace: true })} /></search>
      <Resource of={campaigns} lines={8} isEmpty={({ items }) => items.length === 0} empty={t('noCampaigns')}>
        {({ items }) => <CampaignCards campaigns={integration ? items.filter(isCounted(cockpit.data)) : items} cockpit={cockpit.data} />}
      </Resource>
      {cockpit.data?.campaigns.some(({ districts }) => districts.length > 0) && (
        <section className="sheet"><h2>{t('districts')}</h2><DistrictLedger cockpit={cockpit.data} /></section>
      )}
      {cockpit.isError && !cockpit.data && <Failure failure={cockpit.error} onAgain={() => void cockpit.refetch()} />}
      <Rankings />
      {cockpit.data && <Integrations rows={cockpit.data.integrations} />}
      <Red integration={integration} />
      <section className="sheet">
        <h2>{t('milestones')}</h2>
        <Resource of={campaigns} lines={6}>{({ items }) => <MilestoneList campaigns={items} />}</Resource>
      </section>
    </PageFrame>
  );
};
