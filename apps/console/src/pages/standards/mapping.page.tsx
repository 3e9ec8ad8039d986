import {
  campaignDecider, campaignOf, tasksRefusals, type CampaignRow, type IndicatorWeight, type MapCampaign, type MappingRow, type StandardDifferences, type StandardDocumentRow,
} from '@zeren/tasks-domain';
import { apportion, isDecimal, subtract, sum, type Caller } from '@zeren/kernel';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link, useNavigate, useParams, useSearchParams } from 'react-router-dom';
import { useCaller } from '../../api/caller.js';
import { useCommand } from '../../api/commands.js';
import { useRead } from '../../api/reads.js';
import { idOf } from '../../api/rows.js';
import { Mark } from '../../design/lamp.js';
import { Ledger, type Column } from '../../design/ledger.js';
import { PageFrame } from '../../design/page.js';
import { refusalOf } from '../../design/refusal.js';
import { Failure, Resource } from '../../design/states.js';
import { useLanguage } from '../../language/language.js';
import { Differences } from './differences.js';
import { useStandardTexts } from './standards.texts.js';

type Proposal = { readonly differences: StandardDifferences; readonly rows: readonly MappingRow[] };
type Words = { readonly why: string; readonly document: string };

/** What the indicators that stay weigh now; what the ended leave over is shared among the added, in exact parts. */
const carriedWeights = (rows: readonly MappingRow[], weights: readonly IndicatorWeight[]): readonly IndicatorWeight[] => {
  const stay = rows.flatMap(({ from, to }) => (from === null || to === null ? [] : [{ indicatorCode: to, weight: weights.find(({ indicatorCode }) => indicatorCode === from)?.weight ?? '' }]));
  const added = rows.flatMap(({ from, to }) => (from === null && to !== null ? [to] : []));
  const left = subtract('100', sum(stay.map(({ weight }) => weight).filter(isDecimal)));
  const parts = added.length > 0 ? apportion(left, added.map(() => '1'), 2) : [];
  return [...stay, ...added.map((indicatorCode, index) => ({ indicatorCode, weight: parts[index] ?? '' }))];
};

const sumOf = (weights: readonly IndicatorWeight[]): string => sum(weights.map(({ weight }) => weight).filter(isDecimal));

type Deciding = {
  readonly campaignId: string;
  readonly nameIs: (code: string) => string;
  readonly rows: readonly MappingRow[];
  readonly weights: readonly IndicatorWeight[];
  readonly onReason: (at: number, reason: string) => void;
  readonly onWeight: (code: string, weight: string) => void;
};

const useColumns = ({ campaignId, nameIs, rows, weights, onReason, onWeight }: Deciding): readonly Column<MappingRow>[] => {
  const t = useStandardTexts();
  const codeOf = ({ from, to }: MappingRow) => to ?? from ?? '';
  return [
    { key: 'indicator', title: t('indicator'), lead: true, cell: (row) => <>{nameIs(codeOf(row))} <span className="mono soft">{codeOf(row)}</span></> },
    { key: 'outcome', title: t('outcome'), cell: ({ outcome }) => <Mark tone={outcome === 'ended' ? 'seal' : 'strong'}>{t(outcome)}</Mark> },
    { key: 'tasks', title: t('tasks'), cell: ({ from }) => from !== null && <Link className="nowrap" to={`/tasks?campaignId=${campaignId}&indicatorCode=${from}`}>{t('tasks')}</Link> },
    {
      key: 'weight', title: t('weight'), end: true,
      cell: ({ to }) => to !== null && <Input aria-label={`${t('weight')} ${to}`} size="small" style={{ width: 84 }} value={weights.find(({ indicatorCode }) => indicatorCode === to)?.weight ?? ''} onChange={({ target }) => onWeight(to, target.value)} />,
    },
    {
      key: 'reason', title: t('reason'), wide: true,
      cell: (row) => (row.outcome === 'changed' || row.outcome === 'ended') && <Input aria-label={`${t('reason')} ${codeOf(row)}`} size="small" maxLength={500} value={row.reason} onChange={({ target }) => onReason(rows.indexOf(row), target.value)} />,
    },
  ];
};

const Decision = ({ campaign, before, after, proposal, caller }: { campaign: CampaignRow; before: StandardDocumentRow; after: StandardDocumentRow; proposal: Proposal; caller: Caller }) => {
  const t = useStandardTexts();
  const { language, nameOf } = useLanguage();
  const indicators = [...after.categories, ...before.categories].flatMap((category) => category.indicators);
  const nameIs = (wanted: string) => nameOf(indicators.find(({ code }) => code === wanted)?.name);
  const navigate = useNavigate();
  const [rows, setRows] = useState(proposal.rows);
  const [weights, setWeights] = useState(() => carriedWeights(proposal.rows, campaign.weights));
  const [words, setWords] = useState<Words>({ why: '', document: '' });
  const send = useCommand(() => navigate(`/campaigns/${idOf(campaign)}`));
  const columns = useColumns({
    campaignId: idOf(campaign), nameIs, rows, weights,
    onReason: (at, reason) => setRows(rows.map((row, index) => (index === at ? { ...row, reason } : row))),
    onWeight: (code, weight) => setWeights(weights.map((one) => (one.indicatorCode === code ? { ...one, weight } : one))),
  });
  const body = { toStandardId: idOf(after), rows, weights, weightsSource: { zh: '转版时设定', en: 'Set when it moved' }, reason: words.why, document: words.document };
  const command: MapCampaign = { type: 'MapCampaign', data: { ...body, before, after } };
  const refusal = refusalOf(() => campaignDecider.decide(command, campaignOf(campaign), caller), tasksRefusals, language);
  const field = (name: keyof Words, label: string) => (
    <div className="filter"><label htmlFor={`mapping-${name}`}>{label}</label><Input id={`mapping-${name}`} maxLength={500} value={words[name]} onChange={({ target }) => setWords((before) => ({ ...before, [name]: target.value }))} /></div>
  );
  return (
    <>
      <section className="sheet"><h2>{t('differences', { version: before.version })}</h2><Differences of={proposal.differences} /></section>
      <section className="sheet stack">
        <Ledger caption={t('mapTitle')} columns={columns} rows={rows} keyOf={({ from, to }) => `${from}${to}`} />
        {field('why', t('why'))}
        {field('document', t('approved'))}
        <div className="apart">
          <span><Mark tone="strong">{t('weightSum', { sum: sumOf(weights) })}</Mark> <span className="why" role="status">{refusal?.sentence}</span></span>
          <Button type="primary" disabled={refusal !== undefined} loading={send.isPending} onClick={() => send.mutate({ path: `/campaigns/${idOf(campaign)}/mappings`, body, revision: campaign.revision })}>{t('send')}</Button>
        </div>
        {send.isError && <Failure failure={send.error} />}
      </section>
    </>
  );
};

const Loaded = ({ campaign, standardId }: { campaign: CampaignRow; standardId: string }) => {
  const caller = useCaller();
  const before = useRead<StandardDocumentRow>(`/standards/${campaign.standardId}`, {}, { fresh: Infinity });
  const after = useRead<StandardDocumentRow>(`/standards/${encodeURIComponent(standardId)}`, {}, { fresh: Infinity });
  const proposal = useRead<Proposal>(`/campaigns/${idOf(campaign)}/mapping-proposal`, { standardId }, { immediate: true, fresh: Infinity });
  return (
    <Resource of={proposal} lines={14}>
      {(rows) => before.data && after.data && caller && <Decision campaign={campaign} before={before.data} after={after.data} proposal={rows} caller={caller} />}
    </Resource>
  );
};

/** Decides, indicator by indicator, how a running campaign moves to another version of its standard. */
export const MappingPage = () => {
  const t = useStandardTexts();
  const { nameOf } = useLanguage();
  const { id = '' } = useParams();
  const [params] = useSearchParams();
  const campaign = useRead<CampaignRow>(`/campaigns/${encodeURIComponent(id)}`);
  const crumbs = [{ to: `/campaigns/${id}`, name: nameOf(campaign.data?.name) || id }];
  return (
    <PageFrame title={t('mapTitle')} lead={t('mapLead')} crumbs={crumbs}>
      <Resource of={campaign} lines={14}>{(row) => <Loaded campaign={row} standardId={params.get('standardId') ?? ''} />}</Resource>
    </PageFrame>
  );
};
