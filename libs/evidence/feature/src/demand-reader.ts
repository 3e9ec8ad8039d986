import { Injectable } from '@nestjs/common';
import {
  indicatorsServing, type EvidenceCreditRow, type EvidenceDemand, type EvidenceFigures, type EvidenceRequirementRow, type StatedFormats,
} from '@zeren/evidence-domain';
import { publicId, type Caller, type LocalisedText } from '@zeren/kernel';
import { Confinements, type Confinement } from '@zeren/organisation-domain';
import { ReadModel, type Page } from '@zeren/read-model';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import { figuresQuestion, isMet, isMissing } from './demand-questions.js';
import type { DemandQuery } from './evidence.bodies.js';
import {
  evidenceCampaignTable, evidenceCreditTable, evidenceMeasureTable, evidenceRequirementTable, evidenceStandardTable, evidenceUnitTable,
} from './evidence.tables.js';
import { pageOf, type SortedBy } from './keyset.js';
import { MeasureReader } from './measure-reader.js';

const tables = [evidenceCampaignTable, evidenceStandardTable, evidenceMeasureTable, evidenceRequirementTable, evidenceCreditTable];

/** Demands read at once where all are wanted; each is looked up with its credits in one question. */
const PAGE = 1_000;
/** More campaigns, and more units, than one city has. */
const MOST_NAMES = 20_000;

/** What is demanded and what of it is filed: the missing-evidence list, and its figures. */
@Injectable()
export class DemandReader {
  constructor(private readonly readModel: ReadModel, private readonly measures: MeasureReader, private readonly confinements: Confinements) {}

  async list(caller: Caller, query: DemandQuery, after?: bigint): Promise<Page<EvidenceDemand>> {
    await this.reached(after);
    const { tenantId } = caller;
    const [known, kept] = await Promise.all([this.measures.known(tenantId), this.confinements.of(caller)]);
    return this.readModel.inTenant(tenantId, async (manager) => {
      const { items, ...rest } = await pageOf(asked(manager, tenantId, query, kept), sorting(query.sort), query);
      const serving = new Map(items.map((row) => [row, indicatorsServing(row, known.campaigns, known.measures)]));
      const credits = await creditsFor(manager, tenantId, items, [...items, ...[...serving.values()].flat()]);
      return { items: items.map((row) => demandOf(row, credits, { serving: serving.get(row) ?? [], stated: known.statedOf(row.campaignId) })), ...rest };
    });
  }

  /** All that is asked for, page by page. */
  async *pages(caller: Caller, query: DemandQuery): AsyncGenerator<readonly EvidenceDemand[]> {
    for (let cursor: string | undefined; ;) {
      const { items, next } = await this.list(caller, { ...query, limit: PAGE, ...(cursor === undefined ? {} : { cursor }) });
      yield items;
      if (next === undefined) return;
      cursor = next;
    }
  }

  /** What the campaigns a tenant takes part in, and the units it knows, are called now. */
  async names(tenantId: string): Promise<ReadonlyMap<string, LocalisedText>> {
    const [campaigns, units] = await Promise.all([
      this.readModel.find(evidenceCampaignTable, tenantId, { limit: MOST_NAMES }),
      this.readModel.find(evidenceUnitTable, tenantId, { where: { validUntil: null }, limit: MOST_NAMES }),
    ]);
    return new Map([
      ...campaigns.items.map(({ ownerTenantId, id, name }) => [publicId(ownerTenantId, id), name] as const), ...units.items.map(({ unitId, name }) => [unitId, name] as const),
    ]);
  }

  async figures(caller: Caller, after?: bigint): Promise<readonly EvidenceFigures[]> {
    await this.reached(after);
    const kept = await this.confinements.of(caller);
    const { text, values } = figuresQuestion(caller.tenantId, kept);
    const rows = await this.readModel.inTenant(caller.tenantId, (manager) => manager.query<FiguresRow[]>(text, [...values]));
    return rows.map(({ campaignId, name, required, missing, indicators, without }) =>
      ({ campaignId, name, required, met: required - missing, missing, indicators, indicatorsWithout: without }));
  }

  private async reached(after: bigint | undefined): Promise<void> {
    if (after !== undefined) await Promise.all(tables.map((table) => this.readModel.waitFor(table, after)));
  }
}

type FiguresRow = {
  readonly campaignId: string; readonly name: LocalisedText;
  readonly required: number; readonly missing: number; readonly indicators: number; readonly without: number;
};

const sorting = (sort: DemandQuery['sort']): SortedBy<EvidenceRequirementRow> => {
  const column = sort.replace('-', '') as 'indicatorCode' | 'unitId' | 'deadline';
  return { column, type: column === 'deadline' ? 'timestamptz' : 'text', descending: sort.startsWith('-') };
};

const asked = (
  manager: EntityManager, tenantId: string, { campaignId, indicatorCode, unitId, level, state }: DemandQuery, kept: Confinement | undefined,
): SelectQueryBuilder<EvidenceRequirementRow> => {
  const question = manager.createQueryBuilder(evidenceRequirementTable.entity, 'entry').where({
    readerTenantId: tenantId, ...(campaignId && { campaignId }), ...(indicatorCode && { indicatorCode }), ...(unitId && { unitId }), ...(level && { level }),
  });
  if (kept) question.andWhere('(entry.unitId = any(:own) or jsonb_exists_any(entry.supportingUnitIds, cast(:own as text[])))', { own: kept.unitIds });
  if (state === 'all') return question;
  return question.andWhere(state === 'met' ? isMet(':reader') : isMissing(':reader'), { reader: tenantId });
};

type Indicator = Pick<EvidenceCreditRow, 'campaignId' | 'indicatorCode'>;

/** The credits of these units, or under these tasks, for any of these indicators. */
const creditsFor = (
  manager: EntityManager, tenantId: string, rows: readonly EvidenceRequirementRow[], indicators: readonly Indicator[],
): Promise<EvidenceCreditRow[]> => {
  if (rows.length === 0) return Promise.resolve([]);
  return manager.createQueryBuilder(evidenceCreditTable.entity, 'credit')
    .where('credit.readerTenantId = :tenantId', { tenantId })
    .andWhere('credit.campaignId in (:...campaigns) and credit.indicatorCode in (:...indicators)', {
      campaigns: [...new Set(indicators.map(({ campaignId }) => campaignId))], indicators: [...new Set(indicators.map(({ indicatorCode }) => indicatorCode))],
    })
    .andWhere('(credit.unitId in (:...units) or credit.taskId in (:...tasks))', {
      units: [...new Set(rows.map(({ unitId }) => unitId))], tasks: rows.map(({ taskId }) => taskId),
    })
    .getMany();
};

const demandOf = (
  { taskId, duty, accepts, ...row }: EvidenceRequirementRow, all: readonly EvidenceCreditRow[],
  { serving, stated }: { readonly serving: readonly Indicator[]; readonly stated: StatedFormats },
): EvidenceDemand => {
  const own = all.filter((credit) => credit.duty === duty || credit.taskId === taskId);
  const filed = own.filter(({ proves }) => (proves & accepts) !== 0).length;
  const formats = stated[row.indicatorCode] ?? row.formats;
  const elsewhere = all.filter((credit) => credit.unitId === row.unitId && formats.includes(credit.format)
    && serving.some(({ campaignId, indicatorCode }) => campaignId === credit.campaignId && indicatorCode === credit.indicatorCode));
  const servedBy = filed > 0 ? [] : [...new Set(elsewhere.map(({ evidenceId }) => evidenceId))];
  return { ...row, formats, filed, unfit: own.length - filed, servedBy };
};
