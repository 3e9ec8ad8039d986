import type { CampaignRow, SplitRow } from '@zeren/tasks-domain';
import { idOf } from '../../../api/rows.js';
import { LampShape } from '../../../design/lamp.js';
import { useLanguage } from '../../../language/language.js';
import { useDraftTexts } from './draft.texts.js';
import { rootSumsOf } from './roots.js';
import { concerns, countsOf, type Problem } from './verdict.js';

const balanced = { zh: '平衡', en: 'balances' };
/** Sums that hold and sums that do not, in words of their own. */
export const balanceTexts = { green: balanced, grey: balanced, yellow: balanced, red: { zh: '不平衡', en: 'does not balance' } };

const good = { zh: '符合', en: 'in order' };
const verdictTexts = { green: good, grey: good, yellow: good, red: { zh: '须更正', en: 'to correct' } };

/** What the check says of the whole table, by what it is about, and how much of each campaign the roots hold. */
export const VerdictBar = ({ rows, problems, campaigns }: { rows: readonly SplitRow[]; problems: readonly Problem[]; campaigns: readonly CampaignRow[] }) => {
  const t = useDraftTexts();
  const { nameOf } = useLanguage();
  const counts = countsOf(problems);
  return (
    <ul className="plain draft-verdict" aria-label={t('verdict')} aria-live="polite">
      {concerns.map((concern) => (
        <li key={concern} className="row"><b>{t(concern)}</b>
          <LampShape colour={counts[concern] === 0 ? 'green' : 'red'} texts={verdictTexts}>{counts[concern] > 0 && <b>{counts[concern]}</b>}</LampShape>
        </li>
      ))}
      {rootSumsOf(rows).map(({ campaignId, sum, holds }) => (
        <li key={campaignId} className="row">
          <span>{t('rootSum', { campaign: nameOf(campaigns.find((one) => idOf(one) === campaignId)?.name) || campaignId, sum })}</span>
          <LampShape colour={holds ? 'green' : 'red'} texts={balanceTexts} />
        </li>
      ))}
    </ul>
  );
};
