import type { Section } from '../../bench.js';
import { startEventStore } from '../../engines.js';
import { reading } from './reading.js';
import { size } from './size.js';
import { writing } from './writing.js';

/** The embedded event store by itself, through the official client. */
export const eventStore: Section = async (bench, stage) => {
  const node = await startEventStore(bench, stage);
  return [...await writing(bench, stage, node), ...await reading(bench, stage, node), ...await size(bench, stage)];
};
