import { sameData, type LocalisedText } from '@zeren/kernel';
import type { EvidenceKind, Indicator, Metric, Precondition, StandardPublished } from './standard.events.js';

/** One field of an indicator that reads otherwise in the later version. A metric that is new or gone has null on one side. */
export type FieldDifference =
  | { readonly field: 'name'; readonly from: LocalisedText; readonly to: LocalisedText }
  | { readonly field: 'category'; readonly from: string; readonly to: string }
  | { readonly field: 'evidence'; readonly from: EvidenceKind; readonly to: EvidenceKind }
  | { readonly field: 'commitment' | 'formats'; readonly from: string; readonly to: string }
  | { readonly field: 'metric'; readonly metric: string; readonly from: Metric | null; readonly to: Metric | null };

/** An indicator as a difference names it. */
export type NamedIndicator = Pick<Indicator, 'code' | 'name'> & { readonly category: string };

/** What another version of a standard says otherwise. Indicators are the same where their codes are. */
export type StandardDifferences = {
  readonly added: readonly NamedIndicator[];
  readonly removed: readonly NamedIndicator[];
  readonly changed: readonly (NamedIndicator & { readonly fields: readonly FieldDifference[] })[];
  /** Indicators that read the same in both. */
  readonly unchanged: number;
  readonly preconditionsAdded: readonly Precondition[];
  readonly preconditionsRemoved: readonly Precondition[];
  readonly negativeAdded: readonly Precondition[];
  readonly negativeRemoved: readonly Precondition[];
};

/** What two versions are compared by. */
export type StandardText = Pick<StandardPublished['data'], 'categories' | 'preconditions' | 'negativeList'>;

type Placed = { readonly indicator: Indicator; readonly category: string };

const placedIn = ({ categories }: StandardText): ReadonlyMap<string, Placed> =>
  new Map(categories.flatMap(({ code, indicators }) => indicators.map((indicator) => [indicator.code, { indicator, category: code }] as const)));

const named = ({ indicator: { code, name }, category }: Placed): NamedIndicator => ({ code, name, category });

const metricDifferences = (before: readonly Metric[], after: readonly Metric[]): FieldDifference[] => {
  const codes = [...new Set([...before, ...after].map(({ code }) => code))];
  return codes.flatMap((metric): FieldDifference[] => {
    const from = before.find(({ code }) => code === metric) ?? null;
    const to = after.find(({ code }) => code === metric) ?? null;
    return sameData(from, to) ? [] : [{ field: 'metric', metric, from, to }];
  });
};

/** A list as one text, so that an absent one reads as empty. */
const listed = (values: readonly string[] | undefined): string => (values ?? []).join(' ');

const textDifference = (field: 'commitment' | 'formats', from: string, to: string): FieldDifference[] => (from === to ? [] : [{ field, from, to }]);

const fieldsOf = (before: Placed, after: Placed): readonly FieldDifference[] => {
  const [from, to] = [before.indicator, after.indicator];
  return [
    ...(sameData(from.name, to.name) ? [] : [{ field: 'name', from: from.name, to: to.name } as const]),
    ...(before.category === after.category ? [] : [{ field: 'category', from: before.category, to: after.category } as const]),
    ...(from.evidence === to.evidence ? [] : [{ field: 'evidence', from: from.evidence, to: to.evidence } as const]),
    ...textDifference('commitment', from.commitment ?? '', to.commitment ?? ''),
    ...textDifference('formats', listed(from.formats), listed(to.formats)),
    ...metricDifferences(from.metrics, to.metrics),
  ];
};

const without = (some: readonly Precondition[], others: readonly Precondition[]): readonly Precondition[] =>
  some.filter(({ code }) => !others.some((other) => other.code === code));

/** What `after` says otherwise than `before`: indicators added, removed and changed, and in which fields, from what to what. */
export const standardDifferences = (before: StandardText, after: StandardText): StandardDifferences => {
  const [earlier, later] = [placedIn(before), placedIn(after)];
  const both = [...later].flatMap(([code, to]) => {
    const from = earlier.get(code);
    return from ? [{ ...named(to), fields: fieldsOf(from, to) }] : [];
  });
  const changed = both.filter(({ fields }) => fields.length > 0);
  return {
    added: [...later].filter(([code]) => !earlier.has(code)).map(([, placed]) => named(placed)),
    removed: [...earlier].filter(([code]) => !later.has(code)).map(([, placed]) => named(placed)),
    changed,
    unchanged: both.length - changed.length,
    preconditionsAdded: without(after.preconditions, before.preconditions),
    preconditionsRemoved: without(before.preconditions, after.preconditions),
    negativeAdded: without(after.negativeList ?? [], before.negativeList ?? []),
    negativeRemoved: without(before.negativeList ?? [], after.negativeList ?? []),
  };
};
