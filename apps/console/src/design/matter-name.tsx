import { useMatterName } from '../api/matters.js';
import { useLanguage } from '../language/language.js';

/** A class of matter, or the heading of several, by its name; by its code where the catalogue knows none. */
export const MatterName = ({ code }: { code: string }) => {
  const { nameOf } = useLanguage();
  const name = useMatterName(code);
  return <span title={code}>{nameOf(name) || code}</span>;
};
