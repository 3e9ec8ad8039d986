import type { CampaignRow, Cockpit, CockpitCampaign } from '@zeren/tasks-domain';
import { Link } from 'react-router-dom';
import { idOf } from '../../api/rows.js';
import { Lamp, lampsByUrgency, Mark } from '../../design/lamp.js';
import { Ledger, type Column } from '../../design/ledger.js';
import { UnitName } from '../../design/unit-name.js';
import { textsOf, useLanguage } from '../../language/language.js';
import { EvidenceLine } from './evidence-line.js';

const useTexts = textsOf(
  'campaign-cards',
  { progress: '已办结 {{done}} / {{total}}', waiting: '尚未下达任务', until: '{{first}}–{{last}} 年', district: '县区', total: '任务', byDistrict: '各县区灯号' },
  { progress: '{{done}} of {{total}} done', waiting: 'No task published yet', until: '{{first}}–{{last}}', district: 'District', total: 'Tasks', byDistrict: 'Lamps by district' },
);

const Counts = ({ counts, campaignId }: { counts: CockpitCampaign | undefined; campaignId: string }) => {
  const t = useTexts();
  if (!counts || counts.total === 0) return <p className="soft">{t('waiting')}</p>;
  return (
    <>
      <div className="lamps">
        {lampsByUrgency.filter((lamp) => counts.lamps[lamp] > 0).map((lamp) => (
          <Link key={lamp} to={`/tasks?campaignId=${campaignId}&lamp=${lamp}`}><Lamp colour={lamp} count={counts.lamps[lamp]} /></Link>
        ))}
      </div>
      <div className="bar" aria-hidden="true"><span style={{ width: `${(counts.status.done / counts.total) * 100}%` }} /></div>
      <span className="small soft">{t('progress', { done: counts.status.done, total: counts.total })}</span>
    </>
  );
};

/** The linked campaigns, each with its lamps. */
export const CampaignCards = ({ campaigns, cockpit }: { campaigns: readonly CampaignRow[]; cockpit: Cockpit | undefined }) => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  return (
    <div className="campaigns">
      {campaigns.map((campaign) => (
        <article key={campaign.id} className="sheet campaign">
          <h2><Link to={`/campaigns/${idOf(campaign)}`}>{nameOf(campaign.name)}</Link></h2>
          <div className="row"><Mark>{nameOf(campaign.grade)}</Mark><span className="small soft">{t('until', { first: campaign.firstYear, last: campaign.lastYear })}</span></div>
          <Counts campaignId={idOf(campaign)} counts={cockpit?.campaigns.find(({ campaignId }) => campaignId === idOf(campaign))} />
          <EvidenceLine campaignId={idOf(campaign)} />
        </article>
      ))}
    </div>
  );
};

type DistrictLamps = { readonly tenantId: string; readonly total: number; readonly lamps: CockpitCampaign['lamps'] };

const lampsOfDistricts = ({ campaigns }: Cockpit): readonly DistrictLamps[] => {
  const districts = new Map<string, DistrictLamps>();
  for (const { tenantId, total, lamps } of campaigns.flatMap((campaign) => campaign.districts)) {
    const sum = districts.get(tenantId);
    districts.set(tenantId, sum
      ? { tenantId, total: sum.total + total, lamps: { red: sum.lamps.red + lamps.red, yellow: sum.lamps.yellow + lamps.yellow, green: sum.lamps.green + lamps.green, grey: sum.lamps.grey + lamps.grey } }
      : { tenantId, total, lamps });
  }
  return [...districts.values()].sort((a, b) => (a.tenantId < b.tenantId ? -1 : 1));
};

/** The lamps of each district, over all campaigns. */
export const DistrictLedger = ({ cockpit }: { cockpit: Cockpit }) => {
  const t = useTexts();
  const columns: readonly Column<DistrictLamps>[] = [
    { key: 'district', title: t('district'), lead: true, cell: ({ tenantId }) => <Link to={`/tasks?unitId=${tenantId}`}><UnitName id={tenantId} /></Link> },
    { key: 'total', title: t('total'), end: true, cell: ({ total }) => total },
    {
      key: 'lamps', title: t('byDistrict'), wide: true,
      cell: ({ lamps }) => (
        <span className="row districts-lamps">
          {lampsByUrgency.filter((lamp) => lamps[lamp] > 0).map((lamp) => <Lamp key={lamp} colour={lamp} count={lamps[lamp]} />)}
        </span>
      ),
    },
  ];
  return <Ledger caption={t('byDistrict')} columns={columns} rows={lampsOfDistricts(cockpit)} keyOf={({ tenantId }) => tenantId} />;
};
