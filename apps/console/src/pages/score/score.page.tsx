import type { SchemeRow, ScoreDoing, ScoreLine, ScoreMeasure, Standing } from '@zeren/assessment-domain';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router-dom';
import { useRead } from '../../api/reads.js';
import { EventDrawer } from '../../design/event-drawer.js';
import { Mark } from '../../design/lamp.js';
import { Ledger, type Column } from '../../design/ledger.js';
import { useMetricName } from '../../design/metric-name.js';
import { PageFrame } from '../../design/page.js';
import { Nothing, Resource } from '../../design/states.js';
import { targetSigns } from '../../design/targets.js';
import { useUnitName } from '../../api/directory.js';
import { dayOf } from '../../language/dates.js';
import { textsOf, useLanguage } from '../../language/language.js';
import { excuseText } from '../scheme/excuse-text.js';
import { contributionOf } from './contribution.js';
import { Doing } from './doing.js';
import { isExcuse, LineFacts } from './line-facts.js';
import './score.css';

const useTexts = textsOf(
  'score',
  {
    title: '{{unit}} · {{period}} 得分说明', rankings: '考核排名', total: '总分（满分 100）', rank: '名次', counted: '计分项', late: '逾期项', rework: '返工次数',
    lead: '总分由下列各项相加而来：每项得分 × 权重。打开一项，可直到形成它的每一个事件。', leadDoing: '总分由各项（得分 × 权重）和按时率合成，再加分、扣分。打开任何一项，可直到形成它的每一个事件。', of: '得 {{earned}} / {{possible}}', items: '{{count}} 项',
    indicator: '指标', due: '应完成', weight: '权重 %', measure: '规则与数据', status: '状态', points: '得分', events: '事件', event: '事件 {{number}}',
    linear: '按比例', threshold: '达标制', target: '目标', value: '实际', none: '未报', met: '达到要求', unmet: '未达到', lateMark: '逾期', reworkMark: '返工 {{count}} 次', empty: '这个考核期内没有计分项。', lines: '{{campaign}}：各项得分',
    pending: '未报告', reported: '待核实', verified: '已核实', rejected: '核实未过', overdue: '逾期', 'not-applicable': '不适用', left: '不计', shareMark: '分享 {{share}} %', scheme: '考核办法',
  },
  {
    title: '{{unit}} · score of {{period}}', rankings: 'Rankings', total: 'Total (of 100)', rank: 'Rank', counted: 'Items', late: 'Late items', rework: 'Rejections',
    lead: 'The total is the sum of the lines below: points by weight. Open a line down to the events it rests on.', leadDoing: 'The total is made of the lines (points by weight) and the on-time rate, then of what was added and taken off. Each opens down to the events it rests on.', of: '{{earned}} of {{possible}}', items: '{{count}} items',
    indicator: 'Indicator', due: 'Due', weight: 'Weight %', measure: 'Rule and figures', status: 'State', points: 'Points', events: 'Events', event: 'Event {{number}}',
    linear: 'in proportion', threshold: 'all or nothing', target: 'target', value: 'actual', none: 'not reported', met: 'met', unmet: 'not met', lateMark: 'late', reworkMark: '{{count}} × rework', empty: 'Nothing counts in this period.', lines: '{{campaign}}: lines',
    pending: 'not reported', reported: 'awaits verification', verified: 'verified', rejected: 'rejected', overdue: 'overdue', 'not-applicable': 'not applicable', left: 'left out', shareMark: '{{share}} % of the credit', scheme: 'The scheme',
  },
);

type Explanation = { readonly standing: Standing; readonly lines: readonly ScoreLine[]; readonly doing?: ScoreDoing };

/** The code of the one metric of an indicator that has a single one. */
const ownMetric = 'value';

const valueText = ({ value, direction, unit }: ScoreMeasure, t: ReturnType<typeof useTexts>): string => {
  if (value === null) return t('none');
  if (direction === 'boolean') return t(value === '1' ? 'met' : 'unmet');
  return `${value}${unit}`;
};

const Measures = ({ line }: { line: ScoreLine }) => {
  const t = useTexts();
  const metricName = useMetricName();
  return (
    <ul className="plain">
      {line.measures.map((measure) => (
        <li key={measure.metric}>
          {measure.metric !== ownMetric && `${metricName(measure.metric)} · `}{t(measure.rule)} · {t('target')} {measure.direction === 'boolean' ? t('met') : `${targetSigns[measure.direction]}${measure.target}${measure.unit}`} · {t('value')} {valueText(measure, t)} → <b>{measure.points}</b>
        </li>
      ))}
    </ul>
  );
};

const useColumns = (onOpen: (eventId: string) => void): readonly Column<ScoreLine>[] => {
  const t = useTexts();
  const { language, nameOf } = useLanguage();
  return [
    { key: 'indicator', title: t('indicator'), lead: true, cell: (line) => <><Link to={`/tasks/${line.taskId}`}>{nameOf(line.name)}</Link> <span className="mono soft">{line.indicatorCode}</span></> },
    { key: 'due', title: t('due'), cell: ({ dueAt }) => <span className="nowrap">{dayOf(dueAt, language)}</span> },
    { key: 'weight', title: t('weight'), end: true, cell: ({ weight }) => weight },
    { key: 'measure', title: t('measure'), wide: true, cell: (line) => <Measures line={line} /> },
    {
      key: 'status', title: t('status'), wide: true,
      cell: ({ status, late, rework, share, weight }) => (
        <span className="row">
          <Mark tone={status === 'verified' ? 'strong' : 'seal'}>{isExcuse(status) ? nameOf(excuseText[status]) : t(status)}</Mark>
          {isExcuse(status) && weight === '0' && t('left')}{late && t('lateMark')}{rework > 0 && t('reworkMark', { count: rework })}{share !== undefined && t('shareMark', { share })}
        </span>
      ),
    },
    { key: 'points', title: t('points'), end: true, cell: ({ points }) => <b>{points}</b> },
    {
      key: 'events', title: t('events'), wide: true,
      cell: ({ eventIds, facts = [] }) => (
        <div className="score-events">
          <LineFacts facts={facts} onOpen={onOpen} />
          {eventIds.map((id, index) => <button key={id} type="button" aria-label={t('event', { number: index + 1 })} onClick={() => onOpen(id)}>{index + 1}</button>)}
        </div>
      ),
    },
  ];
};

const CampaignLines = ({ name, lines, startOpen, onOpen }: { name: string; lines: readonly ScoreLine[]; startOpen: boolean; onOpen: (eventId: string) => void }) => {
  const t = useTexts();
  const [open, setOpen] = useState(startOpen);
  const columns = useColumns(onOpen);
  return (
    <details className="fold" open={open} onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary><h2>{name} <span className="soft small">{t('items', { count: lines.length })}</span></h2><b>{t('of', contributionOf(lines))}</b></summary>
      {open && <Ledger caption={t('lines', { campaign: name })} columns={columns} rows={lines} keyOf={(line) => `${line.taskId}.${line.year}.${line.dueAt}`} />}
    </details>
  );
};

const Explained = ({ explanation, scheme }: { explanation: Explanation; scheme: SchemeRow }) => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  const [eventId, setEventId] = useState<string>();
  const { standing, lines, doing } = explanation;
  const campaigns = scheme.campaigns
    .map((campaign) => ({ ...campaign, lines: lines.filter(({ campaignId }) => campaignId === campaign.campaignId) }))
    .filter((campaign) => campaign.lines.length > 0);
  return (
    <>
      <section className="sheet score-head">
        <div><span>{t('total')}</span><b className="score-total">{standing.total}</b></div>
        <div><span>{t('rank')}</span><b>{standing.rank}</b></div>
        <div><span>{t('counted')}</span><b>{standing.counted}</b></div>
        <div><span>{t('late')}</span><b>{standing.late}</b></div>
        <div><span>{t('rework')}</span><b>{standing.rework}</b></div>
      </section>
      {doing && <Doing doing={doing} reached={contributionOf(lines).earned} total={standing.total} onOpen={setEventId} />}
      {campaigns.length === 0 && <Nothing>{t('empty')}</Nothing>}
      {campaigns.map((campaign, index) => (
        <section key={campaign.campaignId} className="sheet">
          <CampaignLines name={nameOf(campaign.name)} lines={campaign.lines} startOpen={index === 0} onOpen={setEventId} />
        </section>
      ))}
      <EventDrawer eventId={eventId} onClose={() => setEventId(undefined)} />
    </>
  );
};

/** One score, opened: campaigns, their lines, and the events behind each. */
export const ScorePage = () => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  const { unitId = '' } = useParams();
  const [params] = useSearchParams();
  const schemeId = params.get('schemeId') ?? '';
  const period = params.get('period') ?? '';
  const scheme = useRead<SchemeRow>(`/schemes/${schemeId}`, {}, { fresh: Infinity });
  const explanation = useRead<Explanation>(`/scores/${unitId}`, { schemeId, period, position: params.get('position') ?? undefined });
  const unit = nameOf(useUnitName(unitId)) || unitId;
  return (
    <PageFrame title={t('title', { unit, period })} lead={t(scheme.data?.doing ? 'leadDoing' : 'lead')} aside={<Link to={`/schemes/${schemeId}`}>{t('scheme')}</Link>} crumbs={[{ to: `/rankings?schemeId=${schemeId}&period=${period}`, name: t('rankings') }]}>
      <Resource of={scheme} lines={10}>
        {(rules) => <Resource of={explanation} lines={10}>{(answer) => <Explained explanation={answer} scheme={rules} />}</Resource>}
      </Resource>
    </PageFrame>
  );
};
