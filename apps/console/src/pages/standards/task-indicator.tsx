import type { CampaignRow, StandardDocumentRow, TaskRow } from '@zeren/tasks-domain';
import { Link } from 'react-router-dom';
import { useRead } from '../../api/reads.js';
import { Mark } from '../../design/lamp.js';
import { textsOf, useLanguage } from '../../language/language.js';
import { AcceptedFormats, CommitmentMark, EvidenceWord } from './indicator-says.js';

const useTexts = textsOf(
  'task-indicator',
  {
    title: '指标怎么说', grade: '级别', commitment: '承诺强度', evidence: '佐证', formats: '材料形式', standard: '标准版本', unsaid: '标准未写明',
    changed: '指标已随标准新版变更', ended: '指标在标准新版中已取消', see: '看差异', document: '文号',
  },
  {
    title: 'What the indicator says', grade: 'Grade', commitment: 'Commitment', evidence: 'Evidence', formats: 'Accepted forms', standard: 'Version of the standard', unsaid: 'not said by the standard',
    changed: 'The indicator changed with a later version of the standard', ended: 'The indicator ended with a later version of the standard', see: 'differences', document: 'Document',
  },
);

type Move = { readonly fromStandardId: string; readonly toStandardId: string; readonly reason: string; readonly document: string };

const MoveLine = ({ move, words }: { move: Move; words: string }) => {
  const t = useTexts();
  return (
    <li><Mark tone="seal">{words}</Mark> {move.reason} · {t('document')} {move.document} <Link to={`/standards/${move.toStandardId}?with=${move.fromStandardId}`}>{t('see')}</Link></li>
  );
};

/** The move in which the task's indicator ended, and with it the task. */
const endOf = ({ mappings }: CampaignRow, { status, indicatorCode }: TaskRow): Move | undefined =>
  (status === 'voided'
    ? mappings.flatMap((mapping) => mapping.rows.filter(({ from, outcome }) => from === indicatorCode && outcome === 'ended').map(({ reason }) => ({ ...mapping, reason }))).at(-1)
    : undefined);

const Said = ({ campaign, task }: { campaign: CampaignRow; task: TaskRow }) => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  const end = endOf(campaign, task);
  const standardId = end?.fromStandardId ?? campaign.standardId;
  const code = task.remappings.at(-1)?.indicatorCode ?? task.indicatorCode;
  const standard = useRead<StandardDocumentRow>(`/standards/${standardId}`, {}, { fresh: Infinity });
  const indicator = standard.data?.categories.flatMap(({ indicators }) => indicators).find((one) => one.code === code);
  if (!standard.data || !indicator) return null;
  const { commitment, evidence } = indicator;
  return (
    <section className="sheet">
      <h2>{t('title')}</h2>
      <ul className="plain">
        {task.remappings.map((move) => <MoveLine key={move.toStandardId} move={move} words={t('changed')} />)}
        {end && <MoveLine move={end} words={t('ended')} />}
      </ul>
      <dl className="facts">
        <dt>{t('grade')}</dt><dd>{nameOf(campaign.grade)}</dd>
        <dt>{t('commitment')}</dt><dd>{commitment ? <CommitmentMark commitment={commitment} /> : <span className="soft">{t('unsaid')}</span>}</dd>
        <dt>{t('evidence')}</dt><dd><EvidenceWord evidence={evidence} /></dd>
        <dt>{t('formats')}</dt><dd><AcceptedFormats indicator={indicator} /></dd>
        <dt>{t('standard')}</dt><dd><Link to={`/standards/${standardId}`}>{nameOf(standard.data.name)} · {standard.data.version}</Link> <span className="mono soft nowrap">{code}</span></dd>
      </dl>
    </section>
  );
};

/** What the task's indicator says in the version of the standard that its campaign works to, and what a move to that version did to it. */
export const TaskIndicator = ({ task }: { task: TaskRow }) => {
  const campaign = useRead<CampaignRow>(`/campaigns/${task.campaignId}`, {}, { fresh: 60_000 });
  return campaign.data ? <Said campaign={campaign.data} task={task} /> : null;
};
