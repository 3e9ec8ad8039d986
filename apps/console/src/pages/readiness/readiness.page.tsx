import type { CampaignRow } from '@zeren/tasks-domain';
import { Select } from 'antd';
import { useSearchParams } from 'react-router-dom';
import { useRead } from '../../api/reads.js';
import { idOf, type Page } from '../../api/rows.js';
import { Alternatives } from '../../design/alternatives.js';
import { PageFrame } from '../../design/page.js';
import { AsOf, Resource } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { ChecklistView } from './checklist.js';
import { GapsView } from './gaps.js';
import { MocksView } from './mocks.js';
import { useReadinessTexts } from './readiness.texts.js';
import './readiness.css';

const views = ['checklist', 'gaps', 'mocks'] as const;
type View = (typeof views)[number];

const viewOf = (text: string | null): View => views.find((view) => view === text) ?? 'checklist';

const Chosen = ({ campaigns }: { campaigns: readonly CampaignRow[] }) => {
  const t = useReadinessTexts();
  const { nameOf } = useLanguage();
  const [params, setParams] = useSearchParams();
  const view = viewOf(params.get('view'));
  const campaign = campaigns.find((one) => idOf(one) === params.get('campaignId')) ?? campaigns[0];
  if (!campaign) return null;
  const id = idOf(campaign);
  const show = (next: View, campaignId: string) => setParams({ campaignId, view: next }, { replace: true });
  return (
    <>
      <div className="readiness-bar">
        <div className="filter">
          <label htmlFor="readiness-campaign">{t('campaign')}</label>
          <Select id="readiness-campaign" style={{ minWidth: 240 }} value={id} onChange={(campaignId: string) => show(view, campaignId)} options={campaigns.map((one) => ({ value: idOf(one), label: nameOf(one.name) }))} />
        </div>
        <Alternatives label={t('views')} chosen={view} onChoose={(key) => show(viewOf(key), id)} options={views.map((key) => ({ key, name: t(key) }))} />
      </div>
      {view === 'checklist' && <ChecklistView key={id} campaignId={id} />}
      {view === 'gaps' && <GapsView key={id} campaignId={id} />}
      {view === 'mocks' && <MocksView key={id} campaign={campaign} />}
    </>
  );
};

/** How ready each campaign is for its assessment: checklist, gaps, mock assessments. */
export const ReadinessPage = () => {
  const t = useReadinessTexts();
  const campaigns = useRead<Page<CampaignRow>>('/campaigns', { limit: 100 });
  return (
    <PageFrame title={t('title')} lead={t('lead')} aside={<AsOf of={campaigns} />}>
      <Resource of={campaigns} lines={10} isEmpty={({ items }) => items.length === 0} empty={t('noCampaign')}>{({ items }) => <Chosen campaigns={items} />}</Resource>
    </PageFrame>
  );
};
