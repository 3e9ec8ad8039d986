import { useUnitName } from '../api/directory.js';
import { useLanguage } from '../language/language.js';

/** A unit by its name; by its code where no name is to be had. */
export const UnitName = ({ id }: { id: string }) => {
  const { nameOf } = useLanguage();
  return <>{nameOf(useUnitName(id)) || id}</>;
};

/** Several units by their names, in a line. */
export const UnitNames = ({ ids }: { ids: readonly string[] }) => {
  const { comma } = useLanguage();
  return <>{ids.map((id, index) => <span key={id}>{index > 0 && comma}<UnitName id={id} /></span>)}</>;
};
