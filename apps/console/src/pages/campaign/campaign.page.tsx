import type { CampaignRow, Indicator, StandardDocumentRow } from '@zeren/tasks-domain';
import { Link, useParams } from 'react-router-dom';
import { useRead } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { IntegrationMarks } from '../../design/integration.js';
import { Mark } from '../../design/lamp.js';
import type { Column } from '../../design/ledger.js';
import { PageFrame } from '../../design/page.js';
import { Resource } from '../../design/states.js';
import { UnitName } from '../../design/unit-name.js';
import { textsOf, useLanguage } from '../../language/language.js';
import { Categories } from '../standards/categories.js';
import { CampaignCourse } from './campaign-course.js';
import { Milestones } from './milestones.js';

const useTexts = textsOf(
  'campaign',
  {
    cockpit: '驾驶舱', integrations: '四个融合', tree: '查看分解树', readiness: '迎检准备', facts: '基本情况', grade: '级别', lead: '牵头单位', approval: '批准依据', years: '年限', weights: '权重', edition: '标准版本', source: '来源', items: '指标',
    count: '{{items}} 项，{{categories}} 类；标准申报 {{declared}} 项', milestones: '节点目标', weight: '权重', tasks: '任务', open: '查看', history: '历史',
  },
  {
    cockpit: 'Cockpit', integrations: 'Four integrations', tree: 'Open its split tree', readiness: 'Readiness', facts: 'Facts', grade: 'Grade', lead: 'Lead unit', approval: 'Approval', years: 'Years', weights: 'Weights', edition: 'Edition', source: 'Source', items: 'Indicators',
    count: '{{items}} items in {{categories}} groups; the standard declares {{declared}}', milestones: 'Milestones', weight: 'Weight', tasks: 'Tasks', open: 'Open', history: 'History',
  },
);

/** What the campaign adds to each indicator: its weight, and the way to its tasks. */
const useCampaignColumns = (campaign: CampaignRow): readonly Column<Indicator>[] => {
  const t = useTexts();
  const weights = new Map(campaign.weights.map(({ indicatorCode, weight }) => [indicatorCode, weight]));
  return [
    { key: 'weight', title: t('weight'), end: true, cell: ({ code }) => weights.get(code) ?? '—' },
    { key: 'tasks', title: t('tasks'), cell: ({ code }) => <Link to={`/tasks?campaignId=${idOf(campaign)}&indicatorCode=${code}`} className="nowrap">{t('open')}</Link> },
  ];
};

const Facts = ({ campaign, standard }: { campaign: CampaignRow; standard: StandardDocumentRow | undefined }) => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  return (
    <dl className="facts">
      <dt>{t('grade')}</dt><dd>{nameOf(campaign.grade)}</dd>
      <dt>{t('lead')}</dt><dd><UnitName id={campaign.leadUnitId} /></dd>
      <dt>{t('approval')}</dt><dd>{campaign.approval.authority} {campaign.approval.document}</dd>
      <dt>{t('integrations')}</dt><dd><IntegrationMarks codes={campaign.integrations} /></dd>
      <dt>{t('years')}</dt><dd>{campaign.firstYear}–{campaign.lastYear}</dd>
      <dt>{t('weights')}</dt><dd>{nameOf(campaign.weightsSource)}</dd>
      <dt>{t('edition')}</dt><dd><Link to={`/standards/${campaign.standardId}`}>{standard ? `${nameOf(standard.name)} · ${standard.edition}` : campaign.standardId}</Link></dd>
      {standard && <><dt>{t('source')}</dt><dd className="small">{standard.source}</dd></>}
    </dl>
  );
};

const Count = ({ standard }: { standard: StandardDocumentRow }) => {
  const t = useTexts();
  const { categories, declaredItems } = standard;
  return <Mark tone="strong">{t('count', { items: categories.flatMap(({ indicators }) => indicators).length, categories: categories.length, declared: declaredItems })}</Mark>;
};

const Opened = ({ campaign }: { campaign: CampaignRow }) => {
  const t = useTexts();
  const standard = useRead<StandardDocumentRow>(`/standards/${campaign.standardId}`, {}, { fresh: Infinity });
  const columns = useCampaignColumns(campaign);
  return (
    <>
      <p className="row">
        {standard.data && <Count standard={standard.data} />}
        <Link to={`/split-tree?campaignId=${idOf(campaign)}`}>{t('tree')}</Link>
        <Link to={`/readiness?campaignId=${idOf(campaign)}`}>{t('readiness')}</Link>
        <Link to={`/history/campaign-${idOf(campaign)}`}>{t('history')}</Link>
      </p>
      <div className="columns even">
        <section className="sheet"><h2>{t('facts')}</h2><Facts campaign={campaign} standard={standard.data} /></section>
        <section className="sheet"><h2>{t('milestones')}</h2><Milestones milestones={campaign.milestones} reached={campaign.reached} /></section>
      </div>
      <CampaignCourse campaign={campaign} />
      <section className="sheet">
        <h2>{t('items')}</h2>
        <Resource of={standard} lines={8}>
          {({ categories }) => <Categories categories={categories} more={columns} />}
        </Resource>
      </section>
    </>
  );
};

/** One campaign: what it is judged by, what is promised, and every indicator. */
export const CampaignPage = () => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  const { id = '' } = useParams();
  const campaign = useRead<CampaignRow>(`/campaigns/${encodeURIComponent(id)}`);
  return (
    <PageFrame key={id} title={nameOf(campaign.data?.name) || id} crumbs={[{ to: '/', name: t('cockpit') }]}>
      <Resource of={campaign} lines={14}>{(row) => <Opened campaign={row} />}</Resource>
    </PageFrame>
  );
};
