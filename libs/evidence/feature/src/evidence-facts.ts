import { Inject, Injectable } from '@nestjs/common';
import { indicatorsServedBy, type Credit, type CreditFacts, type EvidenceFormat, type EvidenceRequirementRow } from '@zeren/evidence-domain';
import { parsePublicId, publicId, type Caller } from '@zeren/kernel';
import { Confinements, isOwn } from '@zeren/organisation-domain';
import { ReadModel, type ViewTable } from '@zeren/read-model';
import { evidenceCampaignTable, evidenceCreditTable, evidenceMeasureTable, evidenceRequirementTable, evidenceStandardTable } from './evidence.tables.js';
import { MeasureReader, type KnownMeasures } from './measure-reader.js';
import { EVIDENCE_SETTINGS, type EvidenceSettings } from './settings.js';

/** What evidence is asked to count for. */
export type AskedCredits = {
  readonly taskIds: readonly string[];
  readonly indicators: readonly { readonly campaignId: string; readonly indicatorCode: string }[];
};

/** Whose piece it is, and of which form. */
export type FiledAs = { readonly unitId: string; readonly format: EvidenceFormat };

/** The credits that are meant, those of what measures the same, what is known of them, and the position up to which it was read. */
export type KnownCredits = {
  readonly asked: readonly Credit[];
  readonly served: readonly Credit[];
  readonly facts: CreditFacts;
  readonly position: bigint;
};

const tables = [evidenceCampaignTable, evidenceStandardTable, evidenceMeasureTable, evidenceRequirementTable, evidenceCreditTable];

/** More than a unit may have on file for all the indicators of one command. */
const MOST_ON_FILE = 10_000;

/** What evidence knows of campaigns and tasks, from their events by projections of its own. */
@Injectable()
export class EvidenceFacts {
  constructor(
    private readonly readModel: ReadModel,
    private readonly measures: MeasureReader,
    @Inject(EVIDENCE_SETTINGS) private readonly settings: EvidenceSettings,
    private readonly confinements: Confinements,
  ) {}

  /** Whether somebody may see what a unit filed. */
  async isSeenBy(caller: Caller, unitId: string): Promise<boolean> {
    return isOwn(await this.confinements.of(caller), unitId);
  }

  /** To what is asked for comes what measures the same in other campaigns and accepts this form: collected once, it counts for all. */
  async forCredits(tenantId: string, { unitId, format }: FiledAs, asked: AskedCredits, after: bigint | undefined): Promise<KnownCredits> {
    const position = await this.reached(tables, after);
    const [tasks, measures] = await Promise.all([this.tasks(tenantId, asked.taskIds), this.measures.known(tenantId)]);
    const meant = creditsOf(asked, tasks);
    const served = servedBy(meant, measures).filter(({ campaignId, indicatorCode }) => {
      const stated = measures.statedOf(campaignId)[indicatorCode];
      return !stated || stated.includes(format);
    });
    const all = [...meant, ...served];
    const [campaigns, onFile] = await Promise.all([this.campaigns(tenantId, all, measures), this.onFile(tenantId, unitId, all)]);
    return { asked: meant, served, facts: { campaigns, tasks, onFile, limit: this.settings.maxFiles }, position };
  }

  private async tasks(tenantId: string, taskIds: readonly string[]): Promise<CreditFacts['tasks']> {
    const rows = await this.byPublicId(evidenceRequirementTable, tenantId, taskIds);
    return rows.map((row: EvidenceRequirementRow) => ({
      taskId: publicId(row.ownerTenantId, row.id), campaignId: row.campaignId, indicatorCode: row.indicatorCode,
      unitIds: [row.unitId, ...row.supportingUnitIds],
    }));
  }

  private async campaigns(tenantId: string, credits: readonly Credit[], { statedOf }: KnownMeasures): Promise<CreditFacts['campaigns']> {
    const rows = await this.byPublicId(evidenceCampaignTable, tenantId, credits.map(({ campaignId }) => campaignId));
    return rows.map(({ ownerTenantId, id, indicatorCodes }) => {
      const campaignId = publicId(ownerTenantId, id);
      return { campaignId, indicatorCodes, formats: statedOf(campaignId) };
    });
  }

  private async onFile(tenantId: string, unitId: string, credits: readonly Credit[]): Promise<CreditFacts['onFile']> {
    if (credits.length === 0) return [];
    const where = { unitId, campaignId: credits.map(({ campaignId }) => campaignId), indicatorCode: credits.map(({ indicatorCode }) => indicatorCode) };
    const { items } = await this.readModel.find(evidenceCreditTable, tenantId, { where, limit: MOST_ON_FILE });
    return credits.map(({ campaignId, indicatorCode }) => ({
      campaignId, indicatorCode,
      count: items.filter((one) => sameIndicator(one, { campaignId, indicatorCode })).length,
    }));
  }

  private async byPublicId<Row extends { ownerTenantId: string; id: string; readerTenantId: string }>(
    table: ViewTable<Row>, tenantId: string, publicIds: readonly string[],
  ): Promise<readonly Row[]> {
    const ids = [...new Set(publicIds)].map(parsePublicId).filter((id) => id !== undefined);
    const rows = await Promise.all(ids.map((id) => this.readModel.one(table, tenantId, { ownerTenantId: id.tenantId, id: id.id })));
    return rows.filter((row) => row !== undefined);
  }

  /** The position that all of the views have reached before anything is read of them. */
  private async reached(tables: readonly ViewTable[], after: bigint | undefined): Promise<bigint> {
    if (after !== undefined) await Promise.all(tables.map((table) => this.readModel.waitFor(table, after)));
    const positions = await Promise.all(tables.map((table) => this.readModel.positionOf(table)));
    return positions.reduce((least, position) => (position < least ? position : least));
  }
}

/** What else is proved, once each. */
const servedBy = (meant: readonly Credit[], { campaigns, measures }: KnownMeasures): Credit[] => {
  const served = meant.flatMap((credit) => indicatorsServedBy(credit, campaigns, measures));
  return served
    .filter((one, index) => !meant.some((credit) => sameIndicator(credit, one)) && served.findIndex((other) => sameIndicator(other, one)) === index)
    .map(({ campaignId, indicatorCode }) => ({ campaignId, indicatorCode, taskId: null }));
};

type Indicator = Pick<Credit, 'campaignId' | 'indicatorCode'>;
const sameIndicator = (a: Indicator, b: Indicator): boolean => a.campaignId === b.campaignId && a.indicatorCode === b.indicatorCode;

/** A task nobody knows stays in the list, for the decision to refuse it by name. */
const creditsOf = ({ taskIds, indicators }: AskedCredits, tasks: CreditFacts['tasks']): Credit[] => {
  const ofTasks = taskIds.map((taskId): Credit => {
    const { campaignId = '', indicatorCode = '' } = tasks.find((task) => task.taskId === taskId) ?? {};
    return { campaignId, indicatorCode, taskId };
  });
  const isNew = (asked: Indicator) => !ofTasks.some((credit) => sameIndicator(credit, asked));
  return [...ofTasks, ...indicators.filter(isNew).map(({ campaignId, indicatorCode }) => ({ campaignId, indicatorCode, taskId: null }))];
};
