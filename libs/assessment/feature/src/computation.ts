import { Injectable } from '@nestjs/common';
import {
  assess, endOf, inputsBeyond, latestFactOf, type AssessedGroup, type AssessmentFactRow, type AssessmentInputRow, type IndicatorWeights, type SchemeRow,
} from '@zeren/assessment-domain';
import { ReadModel } from '@zeren/read-model';
import { assessmentCampaignTable, assessmentFactTable, assessmentInputTable, scoredTables } from './assessment.tables.js';

/** Milliseconds that a result to be published waits for its inputs to have been folded. */
const FREEZE_WAIT = 30_000;

/** Computed results that are kept: what was so at a position never changes. */
const KEPT = 16;

/** Scores every unit of a scheme from the inputs as they stood at a position of the store. */
@Injectable()
export class Computation {
  private readonly kept = new Map<string, Promise<AssessedGroup[]>>();

  constructor(private readonly readModel: ReadModel) {}

  /** The last position up to which everything is known that a result is computed from. */
  async latestPosition(): Promise<bigint> {
    const positions = await Promise.all(scoredTables.map((table) => this.readModel.positionOf(table)));
    return positions.reduce((first, position) => (position < first ? position : first));
  }

  /** Of any past moment, up to {@link latestPosition}: due is what was so at the latest fact known at the position. */
  asOf(scheme: SchemeRow, period: string, position: bigint): Promise<AssessedGroup[]> {
    const key = [scheme.readerTenantId, scheme.id, period, position].join('/');
    const known = this.kept.get(key);
    if (known) return known;
    const computed = this.compute(scheme, { period, position }, latestFactOf);
    this.keep(key, computed);
    return computed;
  }

  /** Of a period that is over: all of it is due. Waits until the inputs have reached the position. */
  async final(scheme: SchemeRow, period: string, position: bigint): Promise<AssessedGroup[]> {
    await Promise.all(scoredTables.map((table) => this.readModel.waitFor(table, position, FREEZE_WAIT)));
    return this.compute(scheme, { period, position }, () => endOf(period));
  }

  private keep(key: string, computed: Promise<AssessedGroup[]>): void {
    const [oldest] = this.kept.keys();
    if (this.kept.size >= KEPT && oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(key, computed);
    computed.catch(() => this.kept.delete(key));
  }

  private async compute(
    scheme: SchemeRow,
    { period, position }: { period: string; position: bigint },
    dueBefore: typeof latestFactOf,
  ): Promise<AssessedGroup[]> {
    const facts = await this.facts(scheme, position);
    const inputs = await this.inputs(scheme, { period, position }, facts);
    const indicatorWeights = await this.indicatorWeights(scheme);
    return assess({ scheme, indicatorWeights, period, dueBefore: dueBefore([...inputs, ...facts]), facts }, inputs);
  }

  private async facts({ doing, readerTenantId }: SchemeRow, position: bigint): Promise<AssessmentFactRow[]> {
    return doing ? this.readModel.asOf(assessmentFactTable, readerTenantId, position) : [];
  }

  /** The inputs due in the period, and those that the doing brings into it. */
  private async inputs(
    { readerTenantId }: SchemeRow,
    { period, position }: { period: string; position: bigint },
    facts: readonly AssessmentFactRow[],
  ): Promise<AssessmentInputRow[]> {
    const ofPeriod = period.length === 4 ? { dueYear: period } : { dueQuarter: period };
    const due = await this.readModel.asOf(assessmentInputTable, readerTenantId, position, ofPeriod);
    const known = new Set(due.map(({ id }) => id));
    const id = inputsBeyond(period, facts).filter((one) => !known.has(one));
    if (id.length === 0) return due;
    return [...due, ...(await this.readModel.asOf(assessmentInputTable, readerTenantId, position, { id }))];
  }

  private async indicatorWeights({ readerTenantId, campaigns }: SchemeRow): Promise<IndicatorWeights> {
    const campaignId = campaigns.map((campaign) => campaign.campaignId);
    const { items } = await this.readModel.find(assessmentCampaignTable, readerTenantId, { where: { campaignId }, limit: campaignId.length });
    return Object.fromEntries(items.map((row) => [row.campaignId, row.weights]));
  }
}
