import type { CampaignRow, Category, Indicator, StandardDocumentRow } from '@zeren/tasks-domain';
import { useState } from 'react';
import { Link, useParams } from 'react-router-dom';
import { useRead } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { Mark } from '../../design/lamp.js';
import { Ledger, type Column } from '../../design/ledger.js';
import { PageFrame } from '../../design/page.js';
import { Resource } from '../../design/states.js';
import { StandardTarget } from '../../design/targets.js';
import { UnitName } from '../../design/unit-name.js';
import { textsOf, useLanguage } from '../../language/language.js';
import { CampaignCourse } from './campaign-course.js';
import { Milestones } from './milestones.js';

const useTexts = textsOf(
  'campaign',
  {
    cockpit: '驾驶舱', tree: '查看分解树', facts: '基本情况', grade: '级别', lead: '牵头单位', approval: '批准依据', years: '年限', weights: '权重', edition: '标准版本', source: '来源', items: '指标',
    count: '{{items}} 项，{{categories}} 类；标准申报 {{declared}} 项', milestones: '节点目标', code: '编号', indicator: '指标', target: '要求', weight: '权重', tasks: '任务', open: '查看',
    placeholder: '未列名：来源未载其名称', verified: '来源已核', recalled: '来源未载，凭通识', 'basic-conditions': '基本条件', unassigned: '未列名项目（不计入类别）', assessed: '考核类别', list: '{{category}}：指标', history: '历史',
  },
  {
    cockpit: 'Cockpit', tree: 'Open its split tree', facts: 'Facts', grade: 'Grade', lead: 'Lead unit', approval: 'Approval', years: 'Years', weights: 'Weights', edition: 'Edition', source: 'Source', items: 'Indicators',
    count: '{{items}} items in {{categories}} groups; the standard declares {{declared}}', milestones: 'Milestones', code: 'Code', indicator: 'Indicator', target: 'Requirement', weight: 'Weight', tasks: 'Tasks', open: 'Open',
    placeholder: 'not named: no source gives its name', verified: 'shown by a source', recalled: 'not shown by a source', 'basic-conditions': 'basic conditions', unassigned: 'items not named (outside the categories)', assessed: 'assessed category', list: '{{category}}: indicators', history: 'History',
  },
);

const useColumns = (campaign: CampaignRow): readonly Column<Indicator>[] => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  const weights = new Map(campaign.weights.map(({ indicatorCode, weight }) => [indicatorCode, weight]));
  return [
    {
      key: 'indicator', title: t('indicator'), lead: true,
      cell: ({ name, placeholder, verified }) => <>{nameOf(name)} {placeholder ? <Mark tone="seal">{t('placeholder')}</Mark> : !verified && <Mark>{t('recalled')}</Mark>}</>,
    },
    { key: 'code', title: t('code'), cell: ({ code }) => <span className="mono nowrap">{code}</span> },
    {
      key: 'target', title: t('target'), wide: true,
      cell: ({ metrics }) => <ul className="plain">{metrics.map((metric) => <li key={metric.code}><StandardTarget {...metric} /></li>)}</ul>,
    },
    { key: 'weight', title: t('weight'), end: true, cell: ({ code }) => weights.get(code) ?? '—' },
    { key: 'tasks', title: t('tasks'), cell: ({ code }) => <Link to={`/tasks?campaignId=${idOf(campaign)}&indicatorCode=${code}`}>{t('open')}</Link> },
  ];
};

const CategorySection = ({ category, campaign, startOpen }: { category: Category; campaign: CampaignRow; startOpen: boolean }) => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  const [open, setOpen] = useState(startOpen);
  const columns = useColumns(campaign);
  const name = nameOf(category.name);
  return (
    <details className="fold" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary><h3>{name} <span className="mono soft">{category.code}</span></h3><span className="row">{category.kind !== 'assessed' && <Mark>{t(category.kind)}</Mark>}<b>{category.indicators.length}</b></span></summary>
      {open && <Ledger caption={t('list', { category: name })} columns={columns} rows={category.indicators} keyOf={({ code }) => code} />}
    </details>
  );
};

const Facts = ({ campaign, standard }: { campaign: CampaignRow; standard: StandardDocumentRow | undefined }) => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  return (
    <dl className="facts">
      <dt>{t('grade')}</dt><dd>{nameOf(campaign.grade)}</dd>
      <dt>{t('lead')}</dt><dd><UnitName id={campaign.leadUnitId} /></dd>
      <dt>{t('approval')}</dt><dd>{campaign.approval.authority} {campaign.approval.document}</dd>
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
  return (
    <>
      <p className="row">
        {standard.data && <Count standard={standard.data} />}
        <Link to={`/split-tree?campaignId=${idOf(campaign)}`}>{t('tree')}</Link>
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
          {({ categories }) => categories.map((category, index) => <CategorySection key={category.code} category={category} campaign={campaign} startOpen={index === 0} />)}
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
