import { add, apportion } from '@zeren/kernel';
import fc from 'fast-check';
import { checkSplit, type SplitFacts } from './check-split.js';
import { creditSharesOf } from './credit-shares.js';
import type { SplitRow } from './split.events.js';
import { aCampaignFact, aCitySplit, aCycle, annualTargetsOf, aParentFact, aRow, CITY, cityFacts, DISTRICT, OTHER_DISTRICT } from '../testing/samples.js';

const frame = { tenantId: CITY, cycle: aCycle, deepestLevel: 3 };
const check = (rows: readonly SplitRow[], facts: SplitFacts = cityFacts, said: Partial<typeof frame> = {}) =>
  checkSplit(rows, { ...frame, ...said }, facts).map(({ code, field }) => [code, field]);

const CHILD = `ENV-01-01~${DISTRICT}`;
/** The sound split with one row changed: by default the first district's. */
const changed = (said: Partial<SplitRow>, key = CHILD): SplitRow[] => aCitySplit().map((row) => (row.key === key ? { ...row, ...said } : row));

describe('a split', () => {
  it('that keeps every rule is sound', () => {
    expect(check(aCitySplit())).toEqual([]);
  });

  it.each<[string, SplitRow[], string, string]>([
    ['shares that sum to less than the parent\'s target', changed({ annualTargets: annualTargetsOf('60.24') }), 'shares-differ', `rows[${CHILD}].annualTargets[2013].value`],
    ['weights of siblings that sum to 99.99', changed({ weight: '60.49' }), 'weights-not-100', `rows[${CHILD}].weight`],
    ['a weight below zero', changed({ weight: '-60.5' }), 'weight-not-positive', `rows[${CHILD}].weight`],
    ['a deadline after the parent\'s', changed({ deadline: '2014-12-31T15:59:59.001Z' }), 'deadline-outside-parent', `rows[${CHILD}].deadline`],
    ['a due date after its own deadline', changed({ annualTargets: annualTargetsOf('60.25').map((annual) => ({ ...annual, dueAt: '2014-12-31T16:00:00.000Z' })) }), 'due-after-deadline', `rows[${CHILD}].annualTargets[2013].dueAt`],
    ['a deadline outside the cycle', changed({ deadline: '2015-01-01T00:00:00.000Z' }, 'ENV-01-01'), 'deadline-outside-cycle', 'rows[ENV-01-01].deadline'],
    ['a moment not in UTC', changed({ deadline: '2014-12-31T23:59:59+08:00' }), 'instant-invalid', `rows[${CHILD}].deadline`],
    ['no lead unit', changed({ unitId: ' ' }), 'lead-required', `rows[${CHILD}].unitId`],
    ['a lead that also supports', changed({ supportingUnitIds: [DISTRICT] }), 'lead-also-supporting', `rows[${CHILD}].supportingUnitIds`],
    ['a unit that supports twice', changed({ supportingUnitIds: ['a', 'a'] }), 'lead-also-supporting', `rows[${CHILD}].supportingUnitIds`],
    ['the parent\'s lead among the children', changed({ unitId: '511900-health' }), 'lead-of-parent', `rows[${CHILD}].unitId`],
    ['credit for a unit that does not support it', changed({ supportingCredits: [{ unitId: '511902-water', share: '20' }] }), 'credit-not-supporting', `rows[${CHILD}].supportingCredits[0].unitId`],
    ['credit that sums to more than 100', changed({ supportingUnitIds: ['511902-water'], supportingCredits: [{ unitId: '511902-water', share: '100.01' }] }), 'credit-not-100', `rows[${CHILD}].supportingCredits`],
    ['a stated lead\'s part that leaves something over', changed({ supportingUnitIds: ['511902-water'], leadCreditShare: '79.99', supportingCredits: [{ unitId: '511902-water', share: '20' }] }), 'credit-not-100', `rows[${CHILD}].supportingCredits`],
    ['a part of nothing', changed({ supportingUnitIds: ['511902-water'], supportingCredits: [{ unitId: '511902-water', share: '0' }] }), 'credit-not-positive', `rows[${CHILD}].supportingCredits[0].share`],
    ['no accountable post', changed({ accountablePostId: '' }), 'post-required', `rows[${CHILD}].accountablePostId`],
    ['a division at its parent\'s level', changed({ level: 1 }), 'level-not-deeper', `rows[${CHILD}].level`],
    ['a row deeper than allowed', changed({ level: 4 }), 'split-too-deep', `rows[${CHILD}].level`],
    ['another indicator than the parent\'s', changed({ indicatorCode: 'ENV-01-02' }), 'indicator-differs', `rows[${CHILD}].indicatorCode`],
    ['another campaign than the parent\'s', changed({ campaignId: '511900_hea' }), 'indicator-differs', `rows[${CHILD}].campaignId`],
    ['no metric', changed({ metrics: [], annualTargets: annualTargetsOf().map((annual) => ({ ...annual, targets: [] })) }), 'metric-required', `rows[${CHILD}].metrics`],
    ['a metric in another unit than the parent\'s', changed({ metrics: [{ code: 'value', unit: 'km', direction: 'at-least', distribution: 'share' }] }), 'metric-differs', `rows[${CHILD}].metrics[value]`],
    ['a year without target', changed({ annualTargets: annualTargetsOf('60.25', [2013]) }), 'target-missing', `rows[${CHILD}].annualTargets[2014]`],
    ['a metric without target in a year', changed({ annualTargets: annualTargetsOf('60.25').map((annual) => ({ ...annual, targets: [] })) }), 'target-missing', `rows[${CHILD}].annualTargets[2013].value`],
    ['a target for no metric', changed({ annualTargets: annualTargetsOf('60.25').map((annual) => ({ ...annual, targets: [...annual.targets, { metric: 'other', value: '1' }] })) }), 'target-unknown', `rows[${CHILD}].annualTargets[2013].other`],
    ['a target that is no decimal', changed({ annualTargets: annualTargetsOf('many') }), 'target-invalid', `rows[${CHILD}].annualTargets[2013].value`],
    ['a key that cannot stand in an address', changed({ key: 'a/b' }), 'row-key-invalid', 'rows[a/b].key'],
    ['a key used twice', [...aCitySplit(), ...aCitySplit().slice(2)], 'row-key-repeated', `rows[ENV-01-01~${OTHER_DISTRICT}].key`],
    ['a parent that is not in the split', changed({ parentKey: 'ENV-09' }), 'parent-row-unknown', `rows[${CHILD}].parentKey`],
    ['two parents', changed({ parentTaskId: '511900_a.b' }), 'two-parents', `rows[${CHILD}].parentTaskId`],
    ['a parent task nobody knows', changed({ parentKey: null, parentTaskId: '511900_a.b' }), 'parent-task-unknown', `rows[${CHILD}].parentTaskId`],
    ['rows split from each other', changed({ parentKey: CHILD }, 'ENV-01-01'), 'rows-form-cycle', 'rows[ENV-01-01].parentKey'],
    ['a root whose weight is not its indicator\'s', changed({ weight: '99' }, 'ENV-01-01'), 'root-weight-differs', 'rows[ENV-01-01].weight'],
    ['a root of no campaign', changed({ campaignId: '511900_hea' }, 'ENV-01-01'), 'campaign-unknown', 'rows[ENV-01-01].campaignId'],
    ['a root of no indicator of its campaign', changed({ indicatorCode: 'ENV-09-09' }, 'ENV-01-01'), 'indicator-unknown', 'rows[ENV-01-01].indicatorCode'],
    ['an indicator twice among the roots', [...aCitySplit(), aRow({ key: 'again' })], 'indicator-repeated', 'rows[again].indicatorCode'],
    ['work for a tenant that takes no part in the campaign', changed({ unitTenantId: '211100' }), 'tenant-not-participant', `rows[${CHILD}].unitTenantId`],
  ])('with %s is not', (_, rows, code, field) => {
    expect(check(rows)).toContainEqual([code, field]);
  });

  it('shares the credit exactly: the lead has what it was given or what is left; nothing said, it is all the lead\'s', () => {
    const shared = { unitId: DISTRICT, supportingUnitIds: ['511902-water', '511902-health'], supportingCredits: [{ unitId: '511902-water', share: '12.5' }] };
    expect(check(changed(shared))).toEqual([]);
    expect(creditSharesOf(shared)).toEqual([{ unitId: DISTRICT, share: '87.5' }, { unitId: '511902-water', share: '12.5' }]);
    expect(check(changed({ ...shared, leadCreditShare: '87.5' }))).toEqual([]);
    expect(creditSharesOf({ unitId: DISTRICT })).toEqual([{ unitId: DISTRICT, share: '100' }]);
  });

  it('a department may stand at the level of the government it works for', () => {
    expect(check(changed({ unitId: '511900-water', level: 1 }))).toEqual([]);
  });

  it('a threshold is every child\'s own; only shares must sum', () => {
    const threshold = aCitySplit().map((row) => ({ ...row, metrics: row.metrics.map((metric) => ({ ...metric, distribution: 'threshold' as const })), annualTargets: annualTargetsOf('90') }));
    expect(check(threshold)).toEqual([]);
  });

  it('a yes/no target is 1, a range has its ends in order, and neither can be shared', () => {
    const root = (said: Partial<SplitRow>) => check([aRow(said)]);
    const metric = (direction: 'boolean' | 'range', distribution: 'share' | 'threshold') => [{ code: 'value', unit: '', direction, distribution }];
    const targets = (target: { value: string } | { low: string; high: string }) => annualTargetsOf().map((annual) => ({ ...annual, targets: [{ metric: 'value', ...target }] }));
    expect(root({ metrics: metric('boolean', 'threshold'), annualTargets: targets({ value: '1' }) })).toEqual([]);
    expect(root({ metrics: metric('boolean', 'threshold'), annualTargets: targets({ value: '2' }) })[0]?.[0]).toBe('target-invalid');
    expect(root({ metrics: metric('range', 'threshold'), annualTargets: targets({ low: '0.3', high: '0.4' }) })).toEqual([]);
    expect(root({ metrics: metric('range', 'threshold'), annualTargets: targets({ low: '0.4', high: '0.3' }) })[0]?.[0]).toBe('target-invalid');
    expect(root({ metrics: metric('range', 'share'), annualTargets: targets({ low: '0.3', high: '0.4' }) })[0]?.[0]).toBe('metric-not-additive');
  });

  it('a task ends with its deadline: later years of the cycle need no target', () => {
    const ending = aRow({ deadline: '2013-12-31T15:59:59.000Z', annualTargets: annualTargetsOf('100', [2013]) });
    expect(check([ending])).toEqual([]);
  });

  describe('of work dispatched by another tenant', () => {
    const town = (said: Partial<SplitRow> = {}): SplitRow => aRow({
      key: 'ENV-01-01~511902001', parentTaskId: aParentFact().taskId, unitId: '511902001', unitTenantId: DISTRICT, level: 3, annualTargets: annualTargetsOf('60.25'), ...said,
    });
    const facts = (said: Parameters<typeof aParentFact>[0] = {}): SplitFacts => ({ parents: [aParentFact(said)], campaigns: [] });
    const asDistrict = (rows: SplitRow[], of = facts()) => check(rows, of, { tenantId: DISTRICT });

    it('stays within the tenant that splits: only the campaign\'s owner dispatches to its participants', () => {
      const toAnother = town({ unitTenantId: OTHER_DISTRICT });
      expect(asDistrict([toAnother], { ...facts(), campaigns: [aCampaignFact] })).toContainEqual(['tenant-not-participant', `rows[${toAnother.key}].unitTenantId`]);
    });

    it('is sound where it keeps to the dispatched task', () => {
      expect(asDistrict([town()])).toEqual([]);
    });

    it('keeps to the dispatched target and deadline', () => {
      expect(asDistrict([town({ annualTargets: annualTargetsOf('60') })])[0]?.[0]).toBe('shares-differ');
      expect(asDistrict([town()], facts({ deadline: '2014-12-30T15:59:59.000Z' }))[0]?.[0]).toBe('deadline-outside-parent');
    });

    it('is only for the tenant that leads it, and once', () => {
      expect(check([town()], facts(), { tenantId: OTHER_DISTRICT })).toContainEqual(['parent-not-ours', `rows[${town().key}].parentTaskId`]);
      expect(asDistrict([town()], facts({ alreadySplit: true }))).toContainEqual(['parent-already-split', `rows[${town().key}].parentTaskId`]);
    });

    it('does not mix with the tenant\'s own work, which nobody above sees', () => {
      const own = aRow({ key: 'own', unitId: '511902-health', unitTenantId: DISTRICT });
      expect(check([town(), own], { ...facts(), campaigns: cityFacts.campaigns }, { tenantId: DISTRICT }).map(([code]) => code)).toContain('origins-mixed');
    });
  });
});

/** A sound split of one root to units and further to towns, shares and weights as any numbers may fall. */
const soundSplits = fc.record({
  total: fc.integer({ min: 1, max: 1_000_000 }),
  places: fc.integer({ min: 0, max: 4 }),
  unitWeights: fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 12 }),
  townWeights: fc.array(fc.integer({ min: 1, max: 1_000 }), { minLength: 1, maxLength: 12 }),
}).map(({ total, places, unitWeights, townWeights }) => {
  const target = String(total / 10 ** places);
  const divide = (parent: SplitRow, value: string, weights: number[], level: number): SplitRow[] => {
    const shares = apportion(value, weights.map(String), places);
    const siblings = apportion('100', weights.map((weight) => String(weight + 1_000)), 4);
    return weights.map((_, index) => ({
      ...parent, key: `${parent.key}~${index}`, parentKey: parent.key, unitId: `${level}${String(index).padStart(5, '0')}`, supportingUnitIds: [], level,
      weight: siblings[index] as string, annualTargets: annualTargetsOf(shares[index]),
    }));
  };
  const root = aRow({ annualTargets: annualTargetsOf(target) });
  const units = divide(root, target, unitWeights, 2);
  const first = units[0] as SplitRow;
  const firstShare = first.annualTargets[0]?.targets[0] as { value: string };
  return [root, ...units, ...divide(first, firstShare.value, townWeights, 3)];
});

const withRow = (rows: readonly SplitRow[], at: number, change: (row: SplitRow) => Partial<SplitRow>): SplitRow[] =>
  rows.map((row, index) => (index === at ? { ...row, ...change(row) } : row));

describe('any split', () => {
  /** A sound split and the place of one of its children. */
  const withChild = soundSplits.chain((rows) => fc.tuple(fc.constant(rows), fc.integer({ min: 1, max: rows.length - 1 })));

  it('whose shares and weights are apportioned is sound, in whatever order its rows come', () => {
    fc.assert(fc.property(soundSplits, fc.infiniteStream(fc.nat()), (rows, order) => {
      const shuffled = rows.map((row) => ({ row, at: order.next().value as number })).sort((a, b) => a.at - b.at).map(({ row }) => row);
      expect(check(shuffled)).toEqual([]);
    }));
  });

  it('in which one share is off by the smallest unit is refused', () => {
    fc.assert(fc.property(withChild, fc.constantFrom('0.000000001', '-0.000000001'), ([rows, at], slip) => {
      const off = withRow(rows, at, ({ annualTargets }) => ({
        annualTargets: annualTargets.map((annual) => ({ ...annual, targets: annual.targets.map((target) => ('value' in target ? { ...target, value: add(target.value, slip) } : target)) })),
      }));
      expect(check(off).map(([code]) => code)).toContain('shares-differ');
    }));
  });

  it('in which one weight is off by the smallest unit is refused', () => {
    fc.assert(fc.property(withChild, ([rows, at]) => {
      expect(check(withRow(rows, at, ({ weight }) => ({ weight: add(weight, '0.000000001') }))).map(([code]) => code)).toEqual(['weights-not-100']);
    }));
  });

  it('in which one deadline lies a millisecond outside the parent\'s is refused', () => {
    fc.assert(fc.property(withChild, ([rows, at]) => {
      expect(check(withRow(rows, at, () => ({ deadline: '2014-12-31T15:59:59.001Z' }))).map(([code]) => code)).toContain('deadline-outside-parent');
    }));
  });

  it('in which a row hangs from one below it is refused', () => {
    fc.assert(fc.property(soundSplits, (rows) => {
      const lowest = rows.at(-1) as SplitRow;
      expect(check(withRow(rows, 0, () => ({ parentKey: lowest.key }))).map(([code]) => code)).toContain('rows-form-cycle');
    }));
  });
});
