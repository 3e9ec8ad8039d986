import { CITY, districts } from './bazhong.js';
import type { StandardRevision } from './data.js';
import type { Load } from './loading.js';

type Item = { readonly code: string };
type PublishedCategory = { readonly code: string; readonly indicators: readonly Item[] };
type PublishedStandard = { readonly standard: object; readonly categories: readonly PublishedCategory[] };

/** The text of a standard as the revision has it: some items changed, some ended, some new. */
export const revised = (content: PublishedStandard, { edition, source, changed, ended, added, prerequisites, negative_list }: StandardRevision): object => ({
  ...content,
  standard: { ...content.standard, version: edition, source },
  categories: content.categories.map((category) => {
    const stay = category.indicators.filter(({ code }) => !ended.includes(code)).map((item) => ({ ...item, ...changed[item.code] }));
    const indicators = [...stay, ...(added[category.code] ?? [])];
    return { ...category, indicators, named: indicators.length };
  }),
  prerequisites,
  negative_list,
});

/** A second version of one standard, made up and marked so: no campaign works to it. */
export const loadStandardRevision = async (load: Load): Promise<void> => {
  const revision = load.data.standardRevision();
  const content = revised(load.data.standard(revision.of) as PublishedStandard, revision);
  await load.post(`${CITY}.city-office`, '/api/v1/standards/imports', `standard-revision:${revision.of}:${revision.version}`, {
    file: `revisions/${revision.of}`, content, version: revision.version, participantTenantIds: districts.map(({ id }) => id),
  });
};
