import type { CampaignRow, Precondition, StandardDifferences, StandardDocumentRow, StandardRow } from '@zeren/tasks-domain';
import { Select } from 'antd';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import { useRead } from '../../api/reads.js';
import { idOf, type Page } from '../../api/rows.js';
import { PageFrame } from '../../design/page.js';
import { AsOf, Nothing, Resource } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { useAccount } from '../../session/session.js';
import { Categories } from './categories.js';
import { Differences } from './differences.js';
import { useStandardTexts } from './standards.texts.js';

const Conditions = ({ title, conditions }: { title: string; conditions: readonly Precondition[] }) => {
  const t = useStandardTexts();
  const { nameOf } = useLanguage();
  return (
    <section className="sheet">
      <h2>{title}</h2>
      {conditions.length === 0 && <p className="soft">{t('noConditions')}</p>}
      <ul className="plain stack">{conditions.map(({ code, name }) => <li key={code}>{nameOf(name)} <span className="mono soft">{code}</span></li>)}</ul>
    </section>
  );
};

const Comparison = ({ standard, others }: { standard: StandardDocumentRow; others: readonly StandardRow[] }) => {
  const t = useStandardTexts();
  const [params, setParams] = useSearchParams();
  const earlier = others.filter(({ version }) => version < standard.version).at(-1) ?? others[0];
  const chosen = others.find((one) => idOf(one) === params.get('with')) ?? earlier;
  const differences = useRead<StandardDifferences>(`/standards/${idOf(standard)}/differences`, { standardId: chosen ? idOf(chosen) : '' }, { enabled: chosen !== undefined, immediate: true });
  if (!chosen) return <Nothing>{t('nothingToCompare')}</Nothing>;
  return (
    <div className="stack">
      <div className="filter">
        <label htmlFor="standard-other">{t('compare')}</label>
        <Select id="standard-other" value={idOf(chosen)} onChange={(value: string) => setParams({ with: value }, { replace: true })}
          options={others.map((one) => ({ value: idOf(one), label: `${one.version} · ${one.edition}` }))} />
      </div>
      <h3>{t('differences', { version: chosen.version })}</h3>
      <Resource of={differences} lines={8}>{(of) => <Differences of={of} />}</Resource>
    </div>
  );
};

/** Campaigns that work to an earlier version of this standard and can move to it. */
const Moves = ({ standard, others }: { standard: StandardDocumentRow; others: readonly StandardRow[] }) => {
  const t = useStandardTexts();
  const { nameOf } = useLanguage();
  const { roles } = useAccount();
  const campaigns = useRead<Page<CampaignRow>>('/campaigns', { limit: 100 });
  const earlier = others.filter(({ version }) => version < standard.version).map(idOf);
  const movable = (campaigns.data?.items ?? []).filter(({ standardId }) => earlier.includes(standardId));
  if (!roles.includes('city-office') || movable.length === 0) return null;
  return (
    <p className="row">
      {movable.map((campaign) => (
        <Link key={idOf(campaign)} to={`/campaigns/${idOf(campaign)}/mapping?standardId=${idOf(standard)}`}>{t('move', { campaign: nameOf(campaign.name) })}</Link>
      ))}
    </p>
  );
};

/** The campaigns that work to this version, each of its grade. */
const Grades = ({ standardId }: { standardId: string }) => {
  const t = useStandardTexts();
  const { nameOf } = useLanguage();
  const campaigns = useRead<Page<CampaignRow>>('/campaigns', { limit: 100 });
  const working = (campaigns.data?.items ?? []).filter((campaign) => campaign.standardId === standardId);
  if (working.length === 0) return <span className="soft">{t('noCampaign')}</span>;
  return <>{working.map((campaign) => <div key={idOf(campaign)}>{nameOf(campaign.grade)} · <Link to={`/campaigns/${idOf(campaign)}`}>{nameOf(campaign.name)}</Link></div>)}</>;
};

const Opened = ({ standard }: { standard: StandardDocumentRow }) => {
  const t = useStandardTexts();
  const versions = useRead<Page<StandardRow>>('/standards', { limit: 100 });
  const others = (versions.data?.items ?? []).filter(({ code, version }) => code === standard.code && version !== standard.version);
  return (
    <>
      <Moves standard={standard} others={others} />
      <section className="sheet">
        <h2>{t('facts')}</h2>
        <dl className="facts">
          <dt>{t('version')}</dt><dd>{standard.version}</dd>
          <dt>{t('edition')}</dt><dd>{standard.edition}</dd>
          <dt>{t('items')}</dt><dd>{standard.declaredItems} · {standard.declaredCategories} {t('categories')}</dd>
          <dt>{t('grade')}</dt><dd><Grades standardId={idOf(standard)} /></dd>
          <dt>{t('source')}</dt><dd className="small">{standard.source}</dd>
        </dl>
      </section>
      <section className="sheet"><h2>{t('changed')}</h2><Comparison standard={standard} others={others} /></section>
      <section className="sheet"><h2>{t('indicators')}</h2><Categories categories={standard.categories} /></section>
      <div className="columns even">
        <Conditions title={t('preconditions')} conditions={standard.preconditions} />
        <Conditions title={t('negativeList')} conditions={standard.negativeList} />
      </div>
    </>
  );
};

/** One version of a standard: where it comes from, what it presupposes, and what it says otherwise than another. */
export const StandardPage = () => {
  const t = useStandardTexts();
  const { nameOf } = useLanguage();
  const { id = '' } = useParams();
  const standard = useRead<StandardDocumentRow>(`/standards/${encodeURIComponent(id)}`, {}, { fresh: Infinity });
  return (
    <PageFrame key={id} title={nameOf(standard.data?.name) || id} crumbs={[{ to: '/standards', name: t('title') }]} aside={<AsOf of={standard} />}>
      <Resource of={standard} lines={14}>{(row) => <Opened standard={row} />}</Resource>
    </PageFrame>
  );
};
