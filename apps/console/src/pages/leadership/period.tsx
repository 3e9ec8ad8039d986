import { dayOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { useLeadershipTexts } from './leadership.texts.js';

/** From when until when something holds. */
export const Period = ({ from, until }: { from: string; until: string | null }) => {
  const t = useLeadershipTexts();
  const { language } = useLanguage();
  const first = dayOf(from, language);
  return <span>{until === null ? t('since', { from: first }) : t('between', { from: first, until: dayOf(until, language) })}</span>;
};
