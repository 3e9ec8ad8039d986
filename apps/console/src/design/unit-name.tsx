import { useUnitName } from '../api/directory.js';
import { useLanguage } from '../language/language.js';

/** A unit by its name; by its code where no name is to be had. */
export const UnitName = ({ id }: { id: string }) => {
  const { nameOf } = useLanguage();
  return <>{nameOf(useUnitName(id)) || id}</>;
};
