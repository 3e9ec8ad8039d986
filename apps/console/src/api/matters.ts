import type { CatalogueVersion, MatterClass } from '@zeren/organisation-domain';
import type { LocalisedText } from '@zeren/kernel';
import { useRead } from './reads.js';

const hour = 3_600_000;

/** The catalogue of matters in force today; undefined while it is not known. */
export const useCatalogue = (): CatalogueVersion | undefined =>
  useRead<{ readonly catalogue: CatalogueVersion | null }>('/matters', {}, { immediate: true, fresh: hour }).data?.catalogue ?? undefined;

/** A class of matter by its code. */
export const useMatter = (code: string | null): MatterClass | undefined => useCatalogue()?.classes.find((one) => one.code === code);

/** What a class, or the heading of several, is called; undefined where the catalogue knows none of that code. */
export const useMatterName = (code: string): LocalisedText | undefined => {
  const catalogue = useCatalogue();
  return [...(catalogue?.classes ?? []), ...(catalogue?.majors ?? [])].find((one) => one.code === code)?.name;
};
