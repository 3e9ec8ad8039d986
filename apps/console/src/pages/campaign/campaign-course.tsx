import { composedScore, type CampaignRow, type Composition, type ExternalRank } from '@zeren/tasks-domain';
import { Link } from 'react-router-dom';
import { Mark } from '../../design/lamp.js';
import { Ledger, type Column } from '../../design/ledger.js';
import { dayOf } from '../../language/dates.js';
import { textsOf, useLanguage } from '../../language/language.js';
import { CourseActions } from './course-actions.js';

const useTexts = textsOf(
  'campaign-course',
  {
    score: '得分构成', source: '来源', weight: '占比', composed: '合成得分 {{score}}', missing: '还缺 {{count}} 项', none: '尚未规定得分构成。', document: '依据', ranks: '外部名次', noRanks: '没有录入外部名次。', year: '年份', among: '范围', rank: '名次', of: '{{rank}} / {{of}}', target: '目标名次', origin: '出处', published: '公布',
    mappings: '标准转版', moved: '由 {{from}} 转入 {{to}}', reason: '理由', counts: '保留 {{kept}}、变更 {{changed}}、结束 {{ended}}、新增 {{added}}', indicator: '指标', outcome: '去向', changed: '变更', ended: '结束', added: '新增', kept: '保留', tasks: '在办任务',
  },
  {
    score: 'Composition of the score', source: 'Source', weight: 'Part', composed: 'Composed score {{score}}', missing: '{{count}} parts missing', none: 'It has not been laid down how the score is composed.', document: 'Basis', ranks: 'Ranks of others', noRanks: 'No rank was entered.', year: 'Year', among: 'Among', rank: 'Rank', of: '{{rank}} of {{of}}', target: 'Aimed at', origin: 'Source', published: 'Published',
    mappings: 'Versions of the standard', moved: 'Moved from {{from}} to {{to}}', reason: 'Reason', counts: '{{kept}} kept, {{changed}} changed, {{ended}} ended, {{added}} added', indicator: 'Indicator', outcome: 'Outcome', changed: 'Changed', ended: 'Ended', added: 'Added', kept: 'Kept', tasks: 'Running tasks',
  },
);

type Line = Composition['sources'][number];

const Score = ({ campaign, composition }: { campaign: CampaignRow; composition: Composition }) => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  const { score, missing } = composedScore(composition, campaign.sourceScores);
  const given = (source: string, year: number) => campaign.sourceScores.find((one) => one.source === source && one.year === year)?.score ?? '—';
  const columns: readonly Column<Line>[] = [
    { key: 'source', title: t('source'), lead: true, cell: ({ name }) => nameOf(name) },
    { key: 'weight', title: t('weight'), end: true, cell: ({ weight }) => `${weight} %` },
    ...composition.years.map(({ year, weight }): Column<Line> => ({ key: String(year), title: `${year} (${weight} %)`, end: true, cell: ({ code }) => given(code, year) })),
  ];
  return (
    <>
      <p className="row"><Mark tone="strong">{t('composed', { score })}</Mark>{missing.length > 0 && <Mark>{t('missing', { count: missing.length })}</Mark>}<span className="small soft">{t('document')} {composition.document}</span></p>
      <Ledger caption={t('score')} columns={columns} rows={composition.sources} keyOf={({ code }) => code} />
    </>
  );
};

const Ranks = ({ ranks }: { ranks: readonly ExternalRank[] }) => {
  const t = useTexts();
  const { nameOf, language } = useLanguage();
  const columns: readonly Column<ExternalRank>[] = [
    { key: 'among', title: t('among'), lead: true, cell: ({ among }) => nameOf(among) },
    { key: 'year', title: t('year'), cell: ({ year }) => year },
    { key: 'rank', title: t('rank'), end: true, cell: ({ rank, of }) => (of === null ? rank : t('of', { rank, of })) },
    { key: 'target', title: t('target'), end: true, cell: ({ target }) => target ?? '—' },
    { key: 'source', title: t('origin'), wide: true, cell: ({ source, publishedOn }) => `${source} · ${dayOf(publishedOn, language)}` },
  ];
  return <Ledger caption={t('ranks')} columns={columns} rows={ranks} keyOf={({ year, among, rank, source }) => `${year}${among.zh}${rank}${source}`} />;
};

const Mappings = ({ campaign }: { campaign: CampaignRow }) => {
  const t = useTexts();
  return (
    <ul className="plain stack">
      {campaign.mappings.map(({ fromStandardId, toStandardId, rows, reason, document }) => {
        const count = (wanted: string) => rows.filter(({ outcome }) => outcome === wanted).length;
        return (
          <li key={toStandardId} className="stack">
            <p><Link to={`/standards/${toStandardId}?with=${fromStandardId}`}>{t('moved', { from: fromStandardId, to: toStandardId })}</Link> · {t('counts', { kept: count('kept'), changed: count('changed'), ended: count('ended'), added: count('added') })}</p>
            <p className="soft small">{t('reason')}: {reason} · {document}</p>
            <Ledger caption={t('mappings')} rows={rows.filter(({ outcome }) => outcome !== 'kept')} keyOf={({ from, to }) => `${from}${to}`} columns={[
              { key: 'indicator', title: t('indicator'), lead: true, cell: ({ from, to }) => <span className="mono">{from === to || to === null ? from : from === null ? to : `${from} → ${to}`}</span> },
              { key: 'outcome', title: t('outcome'), cell: ({ outcome }) => <Mark tone={outcome === 'ended' ? 'seal' : 'strong'}>{t(outcome)}</Mark> },
              { key: 'tasks', title: t('tasks'), cell: ({ from }) => from !== null && <Link to={`/tasks?campaignId=${campaign.ownerTenantId}_${campaign.id}&indicatorCode=${from}`}>{t('tasks')}</Link> },
              { key: 'reason', title: t('reason'), wide: true, cell: (row) => row.reason || '—' },
            ]} />
          </li>
        );
      })}
    </ul>
  );
};

/** What came since the campaign opened: how its score is composed, ranks of others, moves to other versions. */
export const CampaignCourse = ({ campaign }: { campaign: CampaignRow }) => {
  const t = useTexts();
  const { composition, externalRanks, mappings } = campaign;
  return (
    <>
      <CourseActions campaign={campaign} />
      <div className="columns even">
        <section className="sheet"><h2>{t('score')}</h2>{composition ? <Score campaign={campaign} composition={composition} /> : <p className="soft">{t('none')}</p>}</section>
        <section className="sheet"><h2>{t('ranks')}</h2>{externalRanks.length > 0 ? <Ranks ranks={externalRanks} /> : <p className="soft">{t('noRanks')}</p>}</section>
      </div>
      {mappings.length > 0 && <section className="sheet"><h2>{t('mappings')}</h2><Mappings campaign={campaign} /></section>}
    </>
  );
};
