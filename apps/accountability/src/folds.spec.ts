import * as assessment from '@zeren/assessment-domain';
import * as contracts from '@zeren/contracts-domain';
import * as evidence from '@zeren/evidence-domain';
import * as organisation from '@zeren/organisation-domain';
import * as requests from '@zeren/requests-domain';
import * as tasks from '@zeren/tasks-domain';
import { folds } from './folds.js';

const categoryOf = (exported: unknown): readonly string[] => {
  const { category, decide } = (exported ?? {}) as { category?: unknown; decide?: unknown };
  return typeof category === 'string' && typeof decide === 'function' ? [category] : [];
};

it('what every context decides is replayed with the state before and after each event', () => {
  const categories = [organisation, tasks, requests, evidence, contracts, assessment].flatMap((domain) => Object.values(domain).flatMap(categoryOf));
  expect(categories).toContain('request');
  expect(categories.filter((category) => !(category in folds))).toEqual([]);
});
