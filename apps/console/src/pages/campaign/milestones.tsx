import type { CampaignRow, Commitment } from '@zeren/tasks-domain';
import type { LocalisedText } from '@zeren/kernel';
import { Mark } from '../../design/lamp.js';
import { UnitName } from '../../design/unit-name.js';
import { textsOf, useLanguage } from '../../language/language.js';
import './milestones.css';

const useTexts = textsOf<Commitment>('milestones', { ensure: '确保', strive: '力争' }, { ensure: 'Ensure', strive: 'Strive' });

export type DatedMilestone = CampaignRow['milestones'][number] & { readonly campaign?: LocalisedText };

/** What is promised, by when, how firmly. */
export const Milestones = ({ milestones }: { milestones: readonly DatedMilestone[] }) => {
  const t = useTexts();
  const { nameOf } = useLanguage();
  const ordered = [...milestones].sort((a, b) => a.year - b.year);
  return (
    <ol className="plain milestones">
      {ordered.map((one, index) => (
        <li key={index}>
          <b className="number">{one.year}</b>
          <Mark tone={one.commitment === 'ensure' ? 'seal' : 'strong'}>{t(one.commitment)}</Mark>
          <span><UnitName id={one.unitId} /> · {nameOf(one.text)}{one.campaign && <span className="soft small"> {nameOf(one.campaign)}</span>}</span>
        </li>
      ))}
    </ol>
  );
};
