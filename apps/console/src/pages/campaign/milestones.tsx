import { milestoneLamp, milestoneLampText, type CampaignRow, type Commitment, type ReachedMilestone } from '@zeren/tasks-domain';
import type { LocalisedText } from '@zeren/kernel';
import { useNow } from '../../api/now.js';
import { LampShape, Mark } from '../../design/lamp.js';
import { UnitName } from '../../design/unit-name.js';
import { dayOf } from '../../language/dates.js';
import { textsOf, useLanguage } from '../../language/language.js';
import './milestones.css';

const useTexts = textsOf<Commitment>('milestones', { ensure: '确保', strive: '力争' }, { ensure: 'Ensure', strive: 'Strive' });

export type DatedMilestone = CampaignRow['milestones'][number] & { readonly campaign?: LocalisedText };

/** What is promised, by when, how firmly, and what became of it. */
export const Milestones = ({ milestones, reached }: { milestones: readonly DatedMilestone[]; reached?: readonly ReachedMilestone[] }) => {
  const t = useTexts();
  const { nameOf, language } = useLanguage();
  const now = useNow();
  const ordered = [...milestones].sort((a, b) => a.year - b.year);
  const howReached = (one: DatedMilestone) => reached?.find(({ year, unitId }) => year === one.year && unitId === one.unitId);
  return (
    <ol className="plain milestones">
      {ordered.map((one, index) => (
        <li key={index}>
          <b className="number">{one.year}</b>
          <Mark tone={one.commitment === 'ensure' ? 'seal' : 'strong'}>{t(one.commitment)}</Mark>
          <span>
            <UnitName id={one.unitId} /> · {nameOf(one.text)}{one.campaign && <span className="soft small"> {nameOf(one.campaign)}</span>}
            {reached && now && <> <LampShape colour={milestoneLamp(one, reached, now)} texts={milestoneLampText} /></>}
            {howReached(one) && <span className="soft small"> {dayOf(howReached(one)?.reachedOn ?? '', language)} {howReached(one)?.document}</span>}
          </span>
        </li>
      ))}
    </ol>
  );
};
