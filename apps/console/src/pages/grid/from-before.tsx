import { timeOf } from '../../language/dates.js';
import { useLanguage } from '../../language/language.js';
import { useGridTexts } from './grid.texts.js';

/** Where it is said that what is shown was read before. */
export const FromBefore = ({ readAt }: { readAt: string | null }) => {
  const t = useGridTexts();
  const { language } = useLanguage();
  return readAt === null ? null : <p className="grid-offline" role="status">{t('offline', { time: timeOf(readAt, language) })}</p>;
};
