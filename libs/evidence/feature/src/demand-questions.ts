import type { Confinement } from '@zeren/organisation-domain';
import { evidenceCampaignTable, evidenceCreditTable, evidenceRequirementTable } from './evidence.tables.js';

const requirements = `"${evidenceRequirementTable.name}"`;
const credits = `"${evidenceCreditTable.name}"`;
const campaigns = `"${evidenceCampaignTable.name}"`;

/** Numbers and single keys only: what row security lets an index answer, so that both sides are read in its order and merged. */
const proof = (reader: string, tie: string): string =>
  `exists (select 1 from ${credits} credit where credit.reader_tenant_id = ${reader} and ${tie} and (credit.proves & entry.accepts) <> 0)`;
const byUnit = (reader: string): string => proof(reader, 'credit.duty = entry.duty');
const underTask = (reader: string): string => proof(reader, 'credit.task_id = entry.task_id');

/**
 * That the requirement called `entry` is met, for a reader named by a placeholder: evidence proves it where its form is
 * accepted and it is the lead unit's, or was filed under the task.
 */
export const isMet = (reader: string): string => `(${byUnit(reader)} or ${underTask(reader)})`;

/** That it is not. Two exclusions rather than one of both: only so can each be joined. */
export const isMissing = (reader: string): string => `not ${byUnit(reader)} and not ${underTask(reader)}`;

/** For each campaign of a tenant what is required, what of it is missing, and the indicators without any evidence; of somebody's own units where it is kept to these. */
export const figuresQuestion = (tenantId: string, kept: Confinement | undefined): { readonly text: string; readonly values: readonly unknown[] } =>
  ({ text: figures(kept ? 'and unit_id = any($2::text[])' : ''), values: kept ? [tenantId, kept.unitIds] : [tenantId] });

const figures = (within: string): string => `
  with required as (
      select campaign_id, count(*)::int as required from ${requirements} where reader_tenant_id = $1 ${within} group by campaign_id),
    lacking as (
      select campaign_id, count(*)::int as missing from ${requirements} entry where reader_tenant_id = $1 ${within} and ${isMissing('$1')} group by campaign_id),
    credited as (
      select campaign_id, count(*)::int as indicators
        from (select distinct campaign_id, indicator_code from ${credits} where reader_tenant_id = $1 ${within}) one group by campaign_id)
  select campaign.owner_tenant_id || '_' || campaign.id as "campaignId", campaign.name, coalesce(required, 0) as required, coalesce(missing, 0) as missing,
      jsonb_array_length(campaign.indicator_codes) as indicators,
      jsonb_array_length(campaign.indicator_codes) - coalesce(credited.indicators, 0) as without
    from ${campaigns} campaign
    left join required on required.campaign_id = campaign.owner_tenant_id || '_' || campaign.id
    left join lacking on lacking.campaign_id = campaign.owner_tenant_id || '_' || campaign.id
    left join credited on credited.campaign_id = campaign.owner_tenant_id || '_' || campaign.id
    where campaign.reader_tenant_id = $1 order by campaign.owner_tenant_id, campaign.id`;
