import { isCalendarDate } from '@zeren/organisation-domain';
import type { Caller } from '@zeren/kernel';
import { actsForUnit } from './evidence.js';
import { refuse } from './refusals.js';

/** What the recording tenant knows of the campaign a record is about, and which of the named evidence it sees. */
export type RecordFacts = {
  readonly campaign: { readonly campaignId: string; readonly indicatorCodes: readonly string[]; readonly participantTenantIds: readonly string[] } | null;
  readonly evidenceIds: readonly string[];
};

type AboutCampaign = { readonly unitId: string; readonly campaignId: string; readonly evidenceIds: readonly string[] };

/** What holds of every record: who makes it, the campaign it is about, the evidence that goes with it. */
export const requireRecordable = ({ unitId, campaignId, evidenceIds }: AboutCampaign, facts: RecordFacts, caller: Caller): void => {
  if (!actsForUnit(caller, unitId)) refuse('evidence-unit-not-yours', 'unitId', { unit: unitId });
  if (facts.campaign?.campaignId !== campaignId) refuse('evidence-campaign-unknown', 'campaignId', { campaign: campaignId });
  evidenceIds.forEach((id, index) => {
    if (!facts.evidenceIds.includes(id)) refuse('record-evidence-unknown', `evidenceIds[${index}]`, { evidence: id });
  });
};

export const requireDay = (day: string, field: string): void => {
  if (!isCalendarDate(day)) refuse('record-day-wrong', field, { day });
};

/** People are counted whole. */
export const requirePeople = (count: number, field: string): void => {
  if (!Number.isSafeInteger(count) || count < 0) refuse('record-count-wrong', field);
};
