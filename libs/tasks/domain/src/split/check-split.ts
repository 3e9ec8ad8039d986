import { equals, isDecimal, parsePublicId, sum, type Decimal } from '@zeren/kernel';
import { isDivision } from '../task/acting-units.js';
import type { IndicatorWeight } from '../campaign/campaign.events.js';
import { checkDuties, type DutyLists, type LeadAbove } from '../duty-list/check-duties.js';
import { checkRegister, type RegisterFact } from './check-register.js';
import { checkRow, yearsOfCycle, type SplitFrame } from './check-row.js';
import type { SplitRow, TaskAncestor, TaskMetric } from './split.events.js';
import type { TaskPublished } from '../task/task-published.events.js';
import { complainAbout, type Violation } from '../violation.js';
import { wrongSum } from './weights.js';

/** A published task that rows are split from, as the splitting tenant's own view shows it. */
export type ParentFact = Pick<
  TaskPublished['data'],
  | 'campaignId' | 'indicatorCode' | 'unitId' | 'unitTenantId' | 'level' | 'deadline' | 'metrics' | 'annualTargets'
  | 'sharedWith' | 'ancestors'
> & {
  /** Public id. */
  readonly taskId: string;
  readonly ownerTenantId: string;
  /** Whether a published split has children of it already. */
  readonly alreadySplit: boolean;
};

export type CampaignFact = {
  /** Public id: its owner dispatches to the participants, nobody else does. */
  readonly campaignId: string;
  readonly weights: readonly IndicatorWeight[];
  readonly participantTenantIds: readonly string[];
};

/** What a split is checked against besides its own rows. */
export type SplitFacts = {
  readonly parents: readonly ParentFact[];
  readonly campaigns: readonly CampaignFact[];
  /** Absent where the registers were not asked, as while one drafts. */
  readonly register?: RegisterFact;
  /** Absent where the lists were not read. */
  readonly dutyLists?: DutyLists;
  /** Keys of rows that stand as they are in the version in force: registers and lists are not asked about them again. */
  readonly unchanged?: ReadonlySet<string>;
};

/** What a child is held against: a row of the same split, or a published task. */
type Parent = Pick<SplitRow, 'campaignId' | 'indicatorCode' | 'unitId' | 'level' | 'deadline' | 'metrics' | 'annualTargets'>;

type Family = { readonly parent: Parent; readonly children: SplitRow[] };

/** Tenants above that see what descends from these tasks, in order; empty for a tenant's own work. */
export const chainOf = (parents: readonly ParentFact[], tenantId: string): readonly string[] =>
  [...new Set(parents.flatMap((parent) => [parent.ownerTenantId, ...parent.sharedWith]))].filter((tenant) => tenant !== tenantId).sort();

const targetOf = (annualTargets: Parent['annualTargets'], year: number, metric: string): Decimal | undefined => {
  const target = annualTargets.find((annual) => annual.year === year)?.targets.find((found) => found.metric === metric);
  return target && 'value' in target && isDecimal(target.value) ? target.value : undefined;
};

const differs = (metric: TaskMetric, parents: TaskMetric): boolean =>
  metric.unit !== parents.unit || metric.direction !== parents.direction || metric.distribution !== parents.distribution;

/** One run over one split; every rule adds what it finds. */
class SplitCheck {
  readonly violations: Violation[] = [];
  private readonly byKey = new Map<string, SplitRow>();
  private readonly byTask: ReadonlyMap<string, ParentFact>;
  private readonly families = new Map<string, Family>();
  private readonly roots: SplitRow[] = [];

  constructor(private readonly rows: readonly SplitRow[], private readonly frame: SplitFrame, private readonly facts: SplitFacts) {
    this.byTask = new Map(facts.parents.map((fact) => [fact.taskId, fact]));
  }

  run(): readonly Violation[] {
    for (const row of this.rows) {
      checkRow(row, this.frame, this.about(row));
      if (this.byKey.has(row.key)) this.about(row)('row-key-repeated', 'key');
      this.byKey.set(row.key, row);
    }
    for (const row of this.rows) this.placeInFamily(row);
    this.checkCircles();
    for (const { parent, children } of this.families.values()) this.checkFamily(parent, children);
    this.checkRoots();
    this.checkTenants();
    this.checkOrigins();
    const { register, dutyLists, unchanged } = this.facts;
    const asked = unchanged ? this.rows.filter(({ key }) => !unchanged.has(key)) : this.rows;
    return [
      ...this.violations,
      ...(register ? checkRegister(asked, register) : []),
      ...(dutyLists ? checkDuties(asked, dutyLists, this.leadsAbove()) : []),
    ];
  }

  private about(row: SplitRow) {
    return complainAbout(this.violations, row.key);
  }

  private placeInFamily(row: SplitRow): void {
    if (row.parentKey !== null && row.parentTaskId !== null) return this.about(row)('two-parents', 'parentTaskId');
    if (row.parentKey !== null) {
      const parent = this.byKey.get(row.parentKey);
      if (!parent) return this.about(row)('parent-row-unknown', 'parentKey', { parent: row.parentKey });
      return this.join(`row ${row.parentKey}`, parent, row);
    }
    if (row.parentTaskId === null) {
      this.roots.push(row);
      return;
    }
    const fact = this.byTask.get(row.parentTaskId);
    if (!fact) return this.about(row)('parent-task-unknown', 'parentTaskId', { parent: row.parentTaskId });
    if (fact.unitTenantId !== this.frame.tenantId) this.about(row)('parent-not-ours', 'parentTaskId', { parent: fact.taskId });
    if (fact.alreadySplit) this.about(row)('parent-already-split', 'parentTaskId', { parent: fact.taskId });
    this.join(`task ${fact.taskId}`, fact, row);
  }

  private join(name: string, parent: Parent, child: SplitRow): void {
    const family = this.families.get(name) ?? { parent, children: [] };
    family.children.push(child);
    this.families.set(name, family);
  }

  /** Follows each row upwards until known ground; meeting the way one came closes a circle. */
  private checkCircles(): void {
    const grounded = new Set<string>();
    for (const start of this.rows) {
      const way = new Set<string>();
      let row: SplitRow | undefined = start;
      while (row && !grounded.has(row.key) && !way.has(row.key)) {
        way.add(row.key);
        row = row.parentKey === null ? undefined : this.byKey.get(row.parentKey);
      }
      if (row && way.has(row.key)) this.about(row)('rows-form-cycle', 'parentKey');
      for (const key of way) grounded.add(key);
    }
  }

  private checkFamily(parent: Parent, children: readonly SplitRow[]): void {
    for (const child of children) this.checkChild(child, parent);
    this.checkWeights(children, 'weight');
    for (const metric of parent.metrics) {
      if (metric.distribution === 'share') this.checkShares(metric.code, parent, children);
    }
  }

  private checkChild(child: SplitRow, parent: Parent): void {
    const complain = this.about(child);
    if (child.unitId === parent.unitId) complain('lead-of-parent', 'unitId');
    // A department has the level of its tenant, so it may stand beside the government it works for.
    const deepEnough = child.level > parent.level || (child.level === parent.level && !isDivision(child.unitId));
    if (!deepEnough) complain('level-not-deeper', 'level');
    if (child.campaignId !== parent.campaignId) complain('indicator-differs', 'campaignId');
    if (child.indicatorCode !== parent.indicatorCode) complain('indicator-differs', 'indicatorCode');
    this.checkTimes(child, parent);
    for (const metric of child.metrics) {
      const above = parent.metrics.find(({ code }) => code === metric.code);
      if (above && differs(metric, above)) complain('metric-differs', `metrics[${metric.code}]`, { metric: metric.code });
    }
  }

  private checkTimes(child: SplitRow, parent: Parent): void {
    const complain = this.about(child);
    if (child.deadline > parent.deadline) complain('deadline-outside-parent', 'deadline');
    for (const { year, dueAt } of child.annualTargets) {
      const above = parent.annualTargets.find((annual) => annual.year === year);
      if (!above) complain('year-outside-cycle', `annualTargets[${year}]`, { year });
      else if (dueAt > above.dueAt) complain('deadline-outside-parent', `annualTargets[${year}].dueAt`);
    }
  }

  private checkWeights(siblings: readonly SplitRow[], field: string): void {
    const total = wrongSum(siblings.map(({ weight }) => weight).filter(isDecimal));
    if (total !== undefined) this.about(siblings[0] as SplitRow)('weights-not-100', field, { sum: total });
  }

  private checkShares(metric: string, parent: Parent, children: readonly SplitRow[]): void {
    for (const year of yearsOfCycle(this.frame.cycle)) {
      const target = targetOf(parent.annualTargets, year, metric);
      if (target === undefined) continue;
      const total = sum(children.map(({ annualTargets }) => targetOf(annualTargets, year, metric) ?? '0'));
      if (equals(total, target)) continue;
      this.about(children[0] as SplitRow)('shares-differ', `annualTargets[${year}].${metric}`, { year, metric, sum: total, target });
    }
  }

  /** The roots of a campaign are its indicators, each once, with their weights. */
  private checkRoots(): void {
    const campaigns = new Map(this.facts.campaigns.map(({ campaignId, weights }) =>
      [campaignId, new Map(weights.map(({ indicatorCode, weight }) => [indicatorCode, weight]))]));
    const byCampaign = new Map<string, SplitRow[]>();
    const seen = new Set<string>();
    for (const root of this.roots) {
      const indicator = `${root.campaignId} ${root.indicatorCode}`;
      if (seen.has(indicator)) this.about(root)('indicator-repeated', 'indicatorCode', { indicator: root.indicatorCode });
      seen.add(indicator);
      const weights = campaigns.get(root.campaignId);
      if (!weights) this.about(root)('campaign-unknown', 'campaignId', { campaign: root.campaignId });
      else this.checkRoot(root, weights);
      const siblings = byCampaign.get(root.campaignId);
      if (siblings) siblings.push(root);
      else byCampaign.set(root.campaignId, [root]);
    }
    for (const roots of byCampaign.values()) this.checkWeights(roots, 'weight');
  }

  private checkRoot(root: SplitRow, weights: Map<string, Decimal>): void {
    const expected = weights.get(root.indicatorCode);
    const indicator = root.indicatorCode;
    if (expected === undefined) return this.about(root)('indicator-unknown', 'indicatorCode', { indicator });
    if (isDecimal(root.weight) && !equals(root.weight, expected)) {
      this.about(root)('root-weight-differs', 'weight', { weight: root.weight, expected });
    }
  }

  /** Work is dispatched within the splitting tenant, or by a campaign's owner to its participants. */
  private checkTenants(): void {
    const { tenantId } = this.frame;
    const dispatched = new Map(this.facts.campaigns
      .filter(({ campaignId }) => parsePublicId(campaignId)?.tenantId === tenantId)
      .map(({ campaignId, participantTenantIds }) => [campaignId, new Set(participantTenantIds)]));
    for (const row of this.rows) {
      if (row.unitTenantId === tenantId || dispatched.get(row.campaignId)?.has(row.unitTenantId)) continue;
      this.about(row)('tenant-not-participant', 'unitTenantId', { tenant: row.unitTenantId });
    }
  }

  private leadsAbove(): LeadAbove {
    const leads = [...this.families.values()].flatMap(({ parent, children }) => children.map(({ key }) => [key, parent.unitId] as const));
    return new Map(leads);
  }

  /** What descends from dispatched work is shared up the chain, whole; so a split holds work of one origin. */
  private checkOrigins(): void {
    const origins = new Map<string, SplitRow | undefined>();
    if (this.roots.length > 0) origins.set('', this.roots[0]);
    for (const fact of this.byTask.values()) {
      const family = this.families.get(`task ${fact.taskId}`);
      if (family) origins.set(chainOf([fact], this.frame.tenantId).join(), family.children[0]);
    }
    const [, other] = [...origins.values()];
    if (other) this.about(other)('origins-mixed', 'parentTaskId');
  }
}

/**
 * Every rule a split breaks, over the whole batch, in time linear in its rows: shares sum exactly to the parent's
 * target, weights of siblings to exactly 100, deadlines lie within the parent's, one lead, no circles.
 */
export const checkSplit = (rows: readonly SplitRow[], frame: SplitFrame, facts: SplitFacts): readonly Violation[] =>
  new SplitCheck(rows, frame, facts).run();

/** The ancestors of each row's task, root first, by row key. Rows must have been checked. */
export const ancestorsOfRows = (
  rows: readonly SplitRow[],
  taskIdOf: (key: string) => string,
  parents: ReadonlyMap<string, TaskAncestor & { readonly ancestors: readonly TaskAncestor[] }>,
): ReadonlyMap<string, readonly TaskAncestor[]> => {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const known = new Map<string, readonly TaskAncestor[]>();
  const ancestorsOf = (row: SplitRow): readonly TaskAncestor[] => {
    const found = known.get(row.key);
    if (found) return found;
    const above = row.parentKey === null ? undefined : byKey.get(row.parentKey);
    const fact = row.parentTaskId === null ? undefined : parents.get(row.parentTaskId);
    const ancestors = above
      ? [...ancestorsOf(above), { taskId: taskIdOf(above.key), unitId: above.unitId }]
      : fact ? [...fact.ancestors, { taskId: fact.taskId, unitId: fact.unitId }] : [];
    known.set(row.key, ancestors);
    return ancestors;
  };
  return new Map(rows.map((row) => [row.key, ancestorsOf(row)]));
};
