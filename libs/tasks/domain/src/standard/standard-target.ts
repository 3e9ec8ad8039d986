import { isDecimal, type Decimal, type LocalisedText } from '@zeren/kernel';
import type { Direction, Metric, Target } from './standard.events.js';

/** Kinds of area for which standards publish values of their own; one that another ends in stands before it. */
const areaKinds = [
  'less_developed_area', 'developed_area', 'mountain_or_hill', 'mountain', 'hill', 'south_plain', 'plain',
  'south', 'north', 'western_city', 'other',
] as const;

/** What readers call the kinds of area of a target by area. */
export const areaKindText: Readonly<Record<string, LocalisedText>> = {
  less_developed_area: { zh: '欠发达地区', en: 'less developed areas' },
  developed_area: { zh: '发达地区', en: 'developed areas' },
  mountain_or_hill: { zh: '山区或丘陵', en: 'mountains or hills' },
  mountain: { zh: '山区', en: 'mountains' },
  hill: { zh: '丘陵', en: 'hills' },
  south_plain: { zh: '南方平原', en: 'southern plains' },
  plain: { zh: '平原', en: 'plains' },
  south: { zh: '南方', en: 'the south' },
  north: { zh: '北方', en: 'the north' },
  western_city: { zh: '西部城市', en: 'western cities' },
  other: { zh: '其他', en: 'others' },
} satisfies Record<(typeof areaKinds)[number], LocalisedText>;

/** What a standard file says of one item's measure, before it is understood. */
export type PublishedMetric = { readonly unit: string | null; readonly direction: Direction; readonly target: unknown };

/** The code of a metric that is the only one of its indicator. */
export const ONLY_METRIC = 'value';

/** The exact text of a number in a file; undefined for anything else. */
const decimalOf = (value: unknown): Decimal | undefined => {
  const text = typeof value === 'number' ? String(value) : '';
  return isDecimal(text) ? text : undefined;
};

/** `income_western_city` is the metric `income` for the kind of area `western_city`; `mountain` is a kind alone. */
const areaOf = (name: string): { metric: string; area: string } | undefined => {
  const area = areaKinds.find((kind) => name === kind || name.endsWith(`_${kind}`));
  return area && { metric: name.slice(0, Math.max(0, name.length - area.length - 1)), area };
};

/** Where several units stand in one text (`%; 平方米`), the one that a metric's name points to. */
const unitOf = (units: readonly string[], name: string): string => {
  const wanted = /_pct$/.test(name) ? '%' : /_m2(_|$)/.test(name) ? '平方米' : undefined;
  return units.find((unit) => unit === wanted) ?? units[0] ?? '';
};

/** Several values under one measure: by kind of area where two or more share a metric, else a metric each. */
const severalMetrics = (values: Record<string, unknown>, units: readonly string[], direction: Direction): Metric[] | undefined => {
  const areas = new Map<string, Record<string, Decimal>>();
  const alone: Metric[] = [];
  const names = Object.keys(values);
  const sharing = (metric: string) => names.filter((name) => areaOf(name)?.metric === metric).length > 1;
  for (const name of names) {
    const value = decimalOf(values[name]);
    if (value === undefined) return undefined;
    const found = areaOf(name);
    if (found && sharing(found.metric)) areas.set(found.metric, { ...areas.get(found.metric), [found.area]: value });
    else alone.push({ code: name, unit: unitOf(units, name), direction, target: { kind: 'number', value } });
  }
  const byArea = [...areas].map(([metric, of]): Metric => ({
    code: metric || ONLY_METRIC, unit: unitOf(units, metric), direction, target: { kind: 'by-area', values: of },
  }));
  return [...byArea, ...alone];
};

const rangeOf = (ends: readonly unknown[]): Target | undefined => {
  const [low, high] = ends.map(decimalOf);
  return ends.length === 2 && low !== undefined && high !== undefined ? { kind: 'range', low, high } : undefined;
};

const singleTarget = ({ direction, target }: PublishedMetric): Target | undefined => {
  if (target === null) return direction === 'boolean' ? { kind: 'yes' } : { kind: 'unpublished' };
  if (typeof target === 'string' && target !== '') return { kind: 'reference', text: target };
  if (Array.isArray(target)) return rangeOf(target);
  const value = decimalOf(target);
  return value === undefined ? undefined : { kind: 'number', value };
};

/** The metrics an item is measured by; undefined where its target cannot be understood. */
export const metricsOf = (published: PublishedMetric): readonly Metric[] | undefined => {
  const { unit, direction, target } = published;
  const units = (unit ?? '').split(';').map((part) => part.trim());
  if (typeof target === 'object' && target !== null && !Array.isArray(target)) {
    return severalMetrics(target as Record<string, unknown>, units, direction);
  }
  const single = singleTarget(published);
  return single && [{ code: ONLY_METRIC, unit: unit ?? '', direction, target: single }];
};
