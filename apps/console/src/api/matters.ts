import type { CatalogueVersion, MatterClass } from '@zeren/organisation-domain';
import { useRead } from './reads.js';

const hour = 3_600_000;

/** The catalogue of matters in force today; undefined while it is not known. */
export const useCatalogue = (): CatalogueVersion | undefined =>
  useRead<{ readonly catalogue: CatalogueVersion | null }>('/matters', {}, { immediate: true, fresh: hour }).data?.catalogue ?? undefined;

/** A class of matter by its code. */
export const useMatter = (code: string | null): MatterClass | undefined => useCatalogue()?.classes.find((one) => one.code === code);
