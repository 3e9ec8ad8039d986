import { compare, divide, equals, greater, multiply, subtract, sum, type Decimal, type LocalisedText } from '@zeren/kernel';
import type { IndicatorWeight } from '../campaign/campaign.events.js';
import type { Direction, DocumentFormat } from '../standard/standard.events.js';
import type { MetricTarget, TaskMetric } from '../split/split.events.js';
import type { TaskRow } from '../task/task-board.js';
import { lampOut } from '../task/lamp.js';
import { valuesOf, type TaskYear } from '../task/task-years.js';
import { isDecisive, isReady, provedBy, type CheckedItem } from './checklist.js';
import type { MockScore } from './mock-assessment.events.js';
import type { ProofRow } from './proof.js';
import type { GapKind } from './task-gap.events.js';

export const gapKindText: Readonly<Record<GapKind, LocalisedText>> = {
  decisive: { zh: '一票终止', en: 'Ends the application' },
  'not-ready': { zh: '清单未就绪', en: 'Not ready' },
  'below-target': { zh: '未达目标', en: 'Below target' },
  'missing-evidence': { zh: '缺佐证', en: 'Evidence missing' },
  'scored-low': { zh: '模拟失分', en: 'Lost in the mock' },
};

/** A metric that falls short; `value` is null where nothing was reported. */
export type Shortfall = { readonly metric: TaskMetric; readonly target: MetricTarget; readonly value: Decimal | null };

/** What one unit lacks of one indicator, precondition or item of the negative list. */
export type Gap = {
  readonly code: string;
  readonly name: LocalisedText;
  readonly unitId: string;
  /** Public id of the unit's task; null where it has none. */
  readonly taskId: string | null;
  readonly kinds: readonly GapKind[];
  /** Points of the campaign's 100 that depend on it, exact. */
  readonly points: Decimal;
  readonly shortfalls: readonly Shortfall[];
  /** What was remarked on the checklist, or found in the mock. */
  readonly remark: string;
};

/** A task as far as gaps follow from it; `taskId` is its public id. */
export type GapTask = { readonly taskId: string } & Pick<TaskRow, 'ancestors' | 'indicatorCode' | 'name' | 'unitId' | 'weight' | 'evidence' | 'metrics' | 'years' | 'status' | 'parentTaskId'>;

/** What a gap list is made of, as one reader sees it. */
export type GapGround = {
  readonly year: number;
  readonly weights: readonly IndicatorWeight[];
  /** Tasks of the campaign's own split. */
  readonly tasks: readonly GapTask[];
  readonly proofs: readonly Pick<ProofRow, 'indicatorCode' | 'unitId' | 'taskId' | 'format'>[];
  /** The checklist; empty where the reader sees none. */
  readonly items: readonly CheckedItem[];
  /** Of each indicator the latest score of a mock assessment that was handed in; empty where there is none. */
  readonly scores: readonly (Pick<MockScore, 'code' | 'points' | 'finding'> & { readonly weight: Decimal })[];
};

const HUNDRED: Decimal = '100';
const NONE: Decimal = '0';

const meets = (direction: Direction, target: MetricTarget, value: Decimal): boolean => {
  if (!('value' in target)) return compare(value, target.low) >= 0 && compare(value, target.high) <= 0;
  switch (direction) {
    case 'at-least': return compare(value, target.value) >= 0;
    case 'at-most': return compare(value, target.value) <= 0;
    case 'range':
    case 'boolean': return equals(value, target.value);
  }
};

/** What is known of a year: the report that stands, else the last progress. */
const knownValues = ({ status, values, progress }: TaskYear): TaskYear['values'] => {
  if (status === 'reported' || status === 'verified') return values;
  const last = progress.at(-1);
  return last ? valuesOf(last) : [];
};

/** The metrics of a year that have no value or miss their target. */
export const shortfallsOf = ({ metrics, years }: Pick<GapTask, 'metrics' | 'years'>, year: number): readonly Shortfall[] => {
  const asked = years.find((one) => one.year === year);
  if (!asked) return [];
  const values = knownValues(asked);
  return asked.targets.flatMap((target): Shortfall[] => {
    const metric = metrics.find(({ code }) => code === target.metric);
    if (!metric) return [];
    const value = values.find((one) => one.metric === target.metric)?.value ?? null;
    return value !== null && meets(metric.direction, target, value) ? [] : [{ metric, target, value }];
  });
};

const accepts = (formats: readonly DocumentFormat[], { indicatorCode, unitId, taskId }: GapTask) => (proof: GapGround['proofs'][number]): boolean =>
  proof.indicatorCode === indicatorCode && (proof.unitId === unitId || proof.taskId === taskId) && formats.includes(proof.format);

/** A root's weight is its indicator's; below it, each weight is a part of 100 of its parent. */
const pointsOf = (task: GapTask, byId: ReadonlyMap<string, GapTask>, indicatorWeight: Decimal): Decimal => {
  const parts = [...task.ancestors.slice(1).map(({ taskId }) => byId.get(taskId)?.weight ?? HUNDRED), ...(task.ancestors.length > 0 ? [task.weight] : [])];
  return parts.reduce((points, part) => divide(multiply(points, part), HUNDRED), indicatorWeight);
};

type Found = Omit<Gap, 'kinds'> & { readonly kinds: readonly GapKind[] };

const fromTasks = ({ tasks, year, proofs, items, weights }: GapGround): readonly Found[] => {
  const byId = new Map(tasks.map((task) => [task.taskId, task]));
  const parents = new Set(tasks.map(({ parentTaskId }) => parentTaskId));
  const weightOf = new Map(weights.map(({ indicatorCode, weight }) => [indicatorCode, weight]));
  const formatsOf = new Map(items.map(({ code, formats }) => [code, formats]));
  return tasks.filter(({ taskId, status }) => !parents.has(taskId) && !lampOut.includes(status)).flatMap((task): Found[] => {
    const shortfalls = shortfallsOf(task, year);
    const formats = formatsOf.get(task.indicatorCode) ?? provedBy({ evidence: task.evidence });
    const isProved = proofs.some(accepts(formats, task));
    const kinds: GapKind[] = [...(shortfalls.length > 0 ? ['below-target' as const] : []), ...(isProved ? [] : ['missing-evidence' as const])];
    if (kinds.length === 0) return [];
    const { indicatorCode: code, name, unitId, taskId } = task;
    return [{ code, name, unitId, taskId, kinds, shortfalls, points: pointsOf(task, byId, weightOf.get(code) ?? NONE), remark: '' }];
  });
};

const fromItems = ({ items }: GapGround): readonly Found[] =>
  items.filter((item) => !isReady(item)).map((item) => ({
    code: item.code, name: item.name, unitId: item.unitId, taskId: null, shortfalls: [], remark: item.mark?.remark ?? '',
    kinds: [isDecisive(item) ? 'decisive' : 'not-ready'], points: isDecisive(item) ? HUNDRED : item.weight ?? NONE,
  }));

const fromScores = ({ scores, items }: GapGround): readonly Found[] =>
  scores.flatMap(({ code, points, weight, finding }): Found[] => {
    const item = items.find((one) => one.code === code);
    const lost = subtract(weight, points);
    return !item || compare(lost, NONE) <= 0 ? [] : [{ code, name: item.name, unitId: item.unitId, taskId: null, kinds: ['scored-low'], points: lost, shortfalls: [], remark: finding }];
  });

const joined = (first: Found, second: Found): Found => ({
  ...first, taskId: first.taskId ?? second.taskId, kinds: [...first.kinds, ...second.kinds], points: greater(first.points, second.points),
  shortfalls: [...first.shortfalls, ...second.shortfalls], remark: [first.remark, second.remark].filter((remark) => remark !== '').join('；'),
});

/** One line for each unit and indicator that has a gap, whatever its causes. */
export const gapsOf = (ground: GapGround): readonly Gap[] => {
  const lines = new Map<string, Found>();
  for (const found of [...fromItems(ground), ...fromTasks(ground), ...fromScores(ground)]) {
    const key = `${found.code} ${found.unitId}`;
    const known = lines.get(key);
    lines.set(key, known ? joined(known, found) : found);
  }
  return [...lines.values()];
};

/** Points at stake over all: for each indicator the larger of what its units lack together and what is said of it as a whole; 100 where a decisive item is missing. */
export const pointsAtStake = (gaps: readonly Gap[]): Decimal => {
  if (gaps.some(({ kinds }) => kinds.includes('decisive'))) return HUNDRED;
  const codes = [...new Set(gaps.map(({ code }) => code))];
  return sum(codes.map((code) => {
    const own = gaps.filter((gap) => gap.code === code);
    const ofTasks = own.filter(({ kinds }) => kinds.includes('below-target') || kinds.includes('missing-evidence'));
    const ofWhole = own.filter(({ kinds }) => kinds.includes('not-ready') || kinds.includes('scored-low')).map(({ points }) => points);
    return [...ofWhole, sum(ofTasks.map(({ points }) => points))].reduce((most, points) => greater(most, points), NONE);
  }));
};

/** A page of the gap list, and what it comes to: gaps in all, and the points of 100 that depend on them, whatever the page is cut by. */
export type GapPage = { readonly items: readonly Gap[]; readonly next?: string; readonly total: number; readonly pointsAtStake: Decimal; readonly year: number };

export const gapOrders = ['-points', 'points', 'code', '-code', 'unitId', '-unitId'] as const;
export type GapOrder = (typeof gapOrders)[number];

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** In the order asked; gaps equal in it by code and unit. */
export const sortedGaps = (gaps: readonly Gap[], order: GapOrder): readonly Gap[] => {
  const column = order.replace('-', '') as 'points' | 'code' | 'unitId';
  const direction = order.startsWith('-') ? -1 : 1;
  const compared = (a: Gap, b: Gap) => (column === 'points' ? compare(a.points, b.points) : byText(a[column], b[column]));
  return [...gaps].sort((a, b) => direction * compared(a, b) || byText(a.code, b.code) || byText(a.unitId, b.unitId));
};
