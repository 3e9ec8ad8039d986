import type { PublishedRankingRow, SchemeRow, Standing } from '@zeren/assessment-domain';
import type { LocalisedText } from '@zeren/kernel';
import { Select } from 'antd';
import { Link, useSearchParams } from 'react-router-dom';
import { useRead } from '../../api/reads.js';
import { idOf, type Page } from '../../api/rows.js';
import { Alternatives } from '../../design/alternatives.js';
import { Mark } from '../../design/lamp.js';
import { Ledger, type Column } from '../../design/ledger.js';
import { PageFrame } from '../../design/page.js';
import { AsOf, Nothing, Resource } from '../../design/states.js';
import { textsOf, useLanguage } from '../../language/language.js';
import { useAccount } from '../../session/session.js';
import { latestPeriodOf, periodsOf, schemeFor } from './periods.js';
import '../tasks/tasks.css';

const useTexts = textsOf(
  'rankings',
  {
    title: '考核排名', scheme: '考核方案', period: '考核期', published: '已发布', live: '实时计算，未发布', at: '取数至位置 {{position}}',
    rank: '名次', unit: '单位', total: '得分', counted: '计分项', late: '逾期', rework: '返工', open: '得分说明', closed: '仅本单位与考核方可见',
    none: '还没有考核方案。', noneYet: '尚无计分项', ties: '同分时先比逾期项少者，再比返工少者；仍相同则并列，其后名次顺延。', publishedMark: '{{period}}（已发布）', standings: '{{group}}排名', groups: '同类组', version: '{{name}}（第 {{version}} 版）', rules: '办法全文',
  },
  {
    title: 'Rankings', scheme: 'Scheme', period: 'Period', published: 'Published', live: 'Computed now, not published', at: 'Events up to position {{position}}',
    rank: 'Rank', unit: 'Unit', total: 'Score', counted: 'Items', late: 'Late', rework: 'Rework', open: 'Explain', closed: 'Seen only by the unit and the assessor',
    none: 'There is no scheme yet.', noneYet: 'nothing counts yet', ties: 'Equal scores: fewer late items first, then fewer rejections; still equal units share the rank and the next is skipped.', publishedMark: '{{period}} (published)', standings: 'Ranking: {{group}}', groups: 'Peer groups', version: '{{name}} (version {{version}})', rules: 'The scheme in words',
  },
);

/** A ranking as the service answers it. */
export type Ranking = {
  readonly schemeId: string;
  readonly period: string;
  readonly position: string;
  readonly published: boolean;
  readonly groups: readonly { readonly code: string; readonly name: LocalisedText; readonly standings: readonly Standing[] }[];
};

const useColumns = (ranking: Ranking, names: ReadonlyMap<string, LocalisedText>): readonly Column<Standing>[] => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  const account = useAccount();
  const assesses = ranking.schemeId.startsWith(`${account.tenantId}_`);
  const query = new URLSearchParams({ schemeId: ranking.schemeId, period: ranking.period, position: ranking.position });
  if (ranking.published) query.delete('position');
  return [
    { key: 'rank', title: t('rank'), cell: ({ rank }) => <b>{rank}</b> },
    { key: 'unit', title: t('unit'), lead: true, cell: ({ unitId }) => nameOf(names.get(unitId)) || unitId },
    { key: 'total', title: t('total'), end: true, cell: ({ total, counted }) => (counted === 0 ? <span className="soft">{t('noneYet')}</span> : <b>{total}</b>) },
    { key: 'counted', title: t('counted'), end: true, cell: ({ counted }) => counted },
    { key: 'late', title: t('late'), end: true, cell: ({ late }) => late },
    { key: 'rework', title: t('rework'), end: true, cell: ({ rework }) => rework },
    {
      key: 'open', title: t('open'),
      cell: ({ unitId, tenantId }) => (assesses || tenantId === account.tenantId
        ? <Link to={`/scores/${unitId}?${query}`}>{t('open')}</Link>
        : <span className="soft small">{t('closed')}</span>),
    },
  ];
};

const Standings = ({ ranking, scheme }: { ranking: Ranking; scheme: SchemeRow }) => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  const [params, setParams] = useSearchParams();
  const names = new Map(scheme.groups.flatMap(({ units }) => units.map(({ unitId, name }) => [unitId, name])));
  const columns = useColumns(ranking, names);
  const choose = (code: string) => setParams((before) => { before.set('group', code); return before; }, { replace: true });
  const group = ranking.groups.find(({ code }) => code === params.get('group')) ?? ranking.groups[0];
  return (
    <section className="sheet stack">
      <div className="row">
        <Mark tone={ranking.published ? 'seal' : 'strong'}>{t(ranking.published ? 'published' : 'live')}</Mark>
        <span className="soft small">{t('at', { position: ranking.position })}</span>
      </div>
      <Alternatives label={t('groups')} chosen={group?.code ?? ''} onChoose={choose} options={ranking.groups.map(({ code, name }) => ({ key: code, name: nameOf(name) }))} />
      {group && <Ledger caption={t('standings', { group: nameOf(group.name) })} columns={columns} rows={group.standings} keyOf={({ unitId }) => unitId} />}
      <p className="soft small">{t('ties')}</p>
    </section>
  );
};

const Chosen = ({ schemes, published }: { schemes: readonly SchemeRow[]; published: readonly PublishedRankingRow[] }) => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  const [params, setParams] = useSearchParams();
  const schemeId = schemeFor(schemes.map(idOf), published, { schemeId: params.get('schemeId'), period: params.get('period') }) ?? '';
  const scheme = schemes.find((one) => idOf(one) === schemeId);
  const done = published.filter((one) => one.schemeId === schemeId).map(({ period }) => period);
  const years = [...done.map((period) => Number(period.slice(0, 4))), 2013];
  const all = periodsOf(Math.min(...years), Math.max(...years) + 1);
  const period = params.get('period') ?? latestPeriodOf(done) ?? '2013Q1';
  const ranking = useRead<Ranking>('/rankings', { schemeId, period, position: params.get('position') ?? undefined }, { enabled: scheme !== undefined });
  const set = (name: string, value: string) => setParams((before) => {
    before.set(name, value);
    before.delete('position');
    return before;
  });
  if (!scheme) return <Nothing>{t('none')}</Nothing>;
  return (
    <>
      <div className="filters">
        <div className="filter filter-search">
          <label htmlFor="scheme">{t('scheme')}</label>
          <Select id="scheme" value={schemeId} onChange={(value) => set('schemeId', value)} popupMatchSelectWidth={false}
            options={schemes.map((one) => ({ value: idOf(one), label: t('version', { name: nameOf(one.name), version: one.version }) }))} />
        </div>
        <div className="filter filter-search">
          <label htmlFor="period">{t('period')}</label>
          <Select id="period" value={period} onChange={(value) => set('period', value)} popupMatchSelectWidth={false}
            options={all.map((one) => ({ value: one, label: done.includes(one) ? t('publishedMark', { period: one }) : one }))} />
        </div>
        <span className="row filter-search"><Link to={`/schemes/${schemeId}`}>{t('rules')}</Link><AsOf of={ranking} /></span>
      </div>
      <Resource of={ranking} lines={9}>{(answer) => <Standings ranking={answer} scheme={scheme} />}</Resource>
    </>
  );
};

/** Who stands where, in a period, in a peer group: published, or computed from the events so far. */
export const RankingsPage = () => {
  const t = useTexts();
  const schemes = useRead<Page<SchemeRow>>('/schemes');
  const published = useRead<Page<PublishedRankingRow>>('/assessments', { limit: 200 });
  return (
    <PageFrame title={t('title')}>
      <Resource of={schemes} lines={9}>
        {({ items }) => <Resource of={published} lines={9}>{(frozen) => <Chosen schemes={items} published={frozen.items} />}</Resource>}
      </Resource>
    </PageFrame>
  );
};
