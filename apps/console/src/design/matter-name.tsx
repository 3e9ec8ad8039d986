import { useMatter } from '../api/matters.js';
import { useLanguage } from '../language/language.js';

/** A class of matter by its name; by its code where the catalogue knows none. */
export const MatterName = ({ code }: { code: string }) => {
  const { nameOf } = useLanguage();
  const matter = useMatter(code);
  return <span title={code}>{nameOf(matter?.name) || code}</span>;
};
