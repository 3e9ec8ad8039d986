import { Injectable } from '@nestjs/common';
import {
  indicatorsServing, type EvidenceCreditRow, type EvidenceDemand, type EvidenceFigures, type EvidenceRequirementRow,
} from '@zeren/evidence-domain';
import { publicId, type LocalisedText } from '@zeren/kernel';
import { ReadModel, type Page } from '@zeren/read-model';
import type { EntityManager, SelectQueryBuilder } from 'typeorm';
import type { DemandQuery } from './evidence.bodies.js';
import { evidenceCampaignTable, evidenceCreditTable, evidenceMeasureTable, evidenceRequirementTable } from './evidence.tables.js';
import { pageOf, type SortedBy } from './keyset.js';
import { MeasureReader } from './measure-reader.js';

const tables = [evidenceCampaignTable, evidenceMeasureTable, evidenceRequirementTable, evidenceCreditTable];

/** What is demanded and what of it is filed: the missing-evidence list, and its figures. */
@Injectable()
export class DemandReader {
  constructor(private readonly readModel: ReadModel, private readonly measures: MeasureReader) {}

  async list(tenantId: string, query: DemandQuery, after?: bigint): Promise<Page<EvidenceDemand>> {
    await this.reached(after);
    return this.readModel.inTenant(tenantId, async (manager) => {
      const { items, ...rest } = await pageOf(asked(manager, tenantId, query), sorting(query.sort), query);
      const serving = await this.serving(tenantId, items);
      const credits = await creditsFor(manager, tenantId, items, [...items, ...[...serving.values()].flat()]);
      return { items: items.map((row) => demandOf(row, credits, serving.get(row) ?? [])), ...rest };
    });
  }

  async figures(tenantId: string, after?: bigint): Promise<readonly EvidenceFigures[]> {
    await this.reached(after);
    const rows = await this.readModel.inTenant(tenantId, (manager) => manager.query<FiguresRow[]>(FIGURES, [tenantId]));
    return rows.map(({ owner, id, name, required, met, indicators, without }) =>
      ({ campaignId: publicId(owner, id), name, required, met, missing: required - met, indicators, indicatorsWithout: without }));
  }

  /** For each requirement the indicators of other campaigns whose evidence proves it too. */
  private async serving(tenantId: string, rows: readonly EvidenceRequirementRow[]): Promise<Serving> {
    const { campaigns, measures } = await this.measures.known(tenantId);
    return new Map(rows.map((row) => [row, indicatorsServing(row, campaigns, measures)]));
  }

  private async reached(after: bigint | undefined): Promise<void> {
    if (after !== undefined) await Promise.all(tables.map((table) => this.readModel.waitFor(table, after)));
  }
}

const sorting = (sort: DemandQuery['sort']): SortedBy<EvidenceRequirementRow> => {
  const column = sort.replace('-', '') as 'indicatorCode' | 'unitId' | 'deadline';
  return { column, type: column === 'deadline' ? 'timestamptz' : 'text', descending: sort.startsWith('-') };
};

const requirements = `"${evidenceRequirementTable.name}"`;
const credits = `"${evidenceCreditTable.name}"`;
const campaigns = `"${evidenceCampaignTable.name}"`;

/** Evidence proves a requirement where its form is accepted and it is the lead unit's, or was filed under the task. */
const proof = (requirement: string, tie: string): string =>
  `select 1 from ${credits} credit where credit.reader_tenant_id = ${requirement}.reader_tenant_id
     and credit.campaign_id = ${requirement}.campaign_id and credit.indicator_code = ${requirement}.indicator_code
     and ${tie} and jsonb_exists(${requirement}.formats, credit.format)`;
const isMet = (requirement: string): string => `(
  exists (${proof(requirement, `credit.unit_id = ${requirement}.unit_id`)})
  or exists (${proof(requirement, `credit.task_id = ${requirement}.owner_tenant_id || '_' || ${requirement}.id`)}))`;

const asked = (
  manager: EntityManager, tenantId: string, { campaignId, indicatorCode, unitId, level, state }: DemandQuery,
): SelectQueryBuilder<EvidenceRequirementRow> => {
  const question = manager.createQueryBuilder(evidenceRequirementTable.entity, 'entry').where({
    readerTenantId: tenantId, ...(campaignId && { campaignId }), ...(indicatorCode && { indicatorCode }), ...(unitId && { unitId }), ...(level && { level }),
  });
  if (state === 'all') return question;
  return question.andWhere(state === 'met' ? isMet('entry') : `not ${isMet('entry')}`);
};

type Indicator = Pick<EvidenceCreditRow, 'campaignId' | 'indicatorCode'>;
type Serving = ReadonlyMap<EvidenceRequirementRow, readonly Indicator[]>;

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
      units: [...new Set(rows.map(({ unitId }) => unitId))], tasks: rows.map(({ ownerTenantId, id }) => publicId(ownerTenantId, id)),
    })
    .getMany();
};

const demandOf = (row: EvidenceRequirementRow, all: readonly EvidenceCreditRow[], serving: readonly Indicator[]): EvidenceDemand => {
  const taskId = publicId(row.ownerTenantId, row.id);
  const own = all.filter(({ campaignId, indicatorCode, ...credit }) =>
    campaignId === row.campaignId && indicatorCode === row.indicatorCode && (credit.unitId === row.unitId || credit.taskId === taskId));
  const filed = own.filter(({ format }) => row.formats.includes(format)).length;
  const elsewhere = all.filter((credit) => credit.unitId === row.unitId && row.formats.includes(credit.format)
    && serving.some(({ campaignId, indicatorCode }) => campaignId === credit.campaignId && indicatorCode === credit.indicatorCode));
  const servedBy = filed > 0 ? [] : [...new Set(elsewhere.map(({ evidenceId }) => evidenceId))];
  return { ...row, filed, unfit: own.length - filed, servedBy };
};

type FiguresRow = {
  readonly owner: string; readonly id: string; readonly name: LocalisedText;
  readonly required: number; readonly met: number; readonly indicators: number; readonly without: number;
};

/** Every requirement meets the forms on file for its unit and for its task in one join each: no question per row. */
const FIGURES = `
  with counted as (
    select demanded.campaign_id, count(*)::int as required,
        count(*) filter (where jsonb_exists_any(demanded.formats, of_unit.formats) or jsonb_exists_any(demanded.formats, of_task.formats))::int as met
      from ${requirements} demanded
      left join (select campaign_id, indicator_code, unit_id, array_agg(format) as formats from ${credits} where reader_tenant_id = $1
          group by campaign_id, indicator_code, unit_id) of_unit
        on of_unit.campaign_id = demanded.campaign_id and of_unit.indicator_code = demanded.indicator_code and of_unit.unit_id = demanded.unit_id
      left join (select campaign_id, indicator_code, task_id, array_agg(format) as formats from ${credits} where reader_tenant_id = $1 and task_id is not null
          group by campaign_id, indicator_code, task_id) of_task
        on of_task.task_id = demanded.owner_tenant_id || '_' || demanded.id and of_task.campaign_id = demanded.campaign_id
          and of_task.indicator_code = demanded.indicator_code
      where demanded.reader_tenant_id = $1 group by demanded.campaign_id),
  credited as (select campaign_id, count(distinct indicator_code)::int as indicators from ${credits} where reader_tenant_id = $1 group by campaign_id)
  select campaign.owner_tenant_id as owner, campaign.id, campaign.name, coalesce(required, 0) as required, coalesce(met, 0) as met,
      jsonb_array_length(campaign.indicator_codes) as indicators,
      jsonb_array_length(campaign.indicator_codes) - coalesce(credited.indicators, 0) as without
    from ${campaigns} campaign
    left join counted on counted.campaign_id = campaign.owner_tenant_id || '_' || campaign.id
    left join credited on credited.campaign_id = campaign.owner_tenant_id || '_' || campaign.id
    where campaign.reader_tenant_id = $1 order by campaign.owner_tenant_id, campaign.id`;
