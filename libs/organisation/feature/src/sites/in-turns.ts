/** Sites that are looked at or entered at once. */
const WIDTH = 16;

/** Runs `work` over the items, 16 at a time; the results in order of the items. */
export const inTurns = async <Item, Done>(items: readonly Item[], work: (item: Item) => Promise<Done>): Promise<readonly Done[]> => {
  const done: Done[] = [];
  for (let at = 0; at < items.length; at += WIDTH) done.push(...(await Promise.all(items.slice(at, at + WIDTH).map(work))));
  return done;
};
