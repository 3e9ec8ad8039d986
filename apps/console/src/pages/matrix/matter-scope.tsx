import { EVERY_MATTER } from '@zeren/organisation-domain';
import { useCatalogue } from '../../api/matters.js';
import { MatterName } from '../../design/matter-name.js';
import { useLanguage } from '../../language/language.js';
import { useMatrixTexts } from './matrix.texts.js';

/** What a row's code stands for: a class, a major class, or every class. */
export const MatterScope = ({ code }: { code: string }) => {
  const t = useMatrixTexts();
  const { nameOf } = useLanguage();
  const major = useCatalogue()?.majors.find((one) => one.code === code);
  if (code === EVERY_MATTER) return <>{t('every')}</>;
  return <>{major ? t('whole', { name: nameOf(major.name) }) : <MatterName code={code} />} <span className="mono soft">{code}</span></>;
};
