import type { Integration } from '@zeren/organisation-domain';
import type { DispatchTask, EvidenceKind, OriginKind, TaskMetric } from '@zeren/tasks-domain';

/** A party's part as it is being written. */
export type PartSaid = { readonly unitId: string; readonly representedBy: string; readonly what: string; readonly value: string; readonly unit: string; readonly dueOn: string };

/** A task as its form holds it. */
export type DispatchSaid = {
  readonly kind: OriginKind; readonly document: string;
  /** The meeting's decision it comes from, `<meeting>#<number>`; empty where it comes from none. */
  readonly decision: string; readonly campaignId: string; readonly code: string; readonly zh: string; readonly en: string;
  readonly evidence: EvidenceKind; readonly unitId: string; readonly postId: string; readonly supporting: string;
  readonly direction: TaskMetric['direction']; readonly unit: string; readonly target: string; readonly dueOn: string; readonly parts: readonly PartSaid[];
  /** The item of the town's list of duties, or the document that admits what is not on it; both empty where the lead is no town. */
  readonly duty: string; readonly admission: string;
  /** None: it counts as its campaign does. */
  readonly integrations: readonly Integration[];
};

export const freshPart = (dueOn: string): PartSaid => ({ unitId: '', representedBy: '', what: '', value: '', unit: '', dueOn });

const decisionOf = (decision: string) => {
  const [meetingId = '', number = ''] = decision.split('#');
  return { meetingId, number: Number(number) };
};

/** A unit's code begins with its tenant's. */
const tenantOf = (unitId: string): string => unitId.trim().slice(0, 6);

const partOf = ({ unitId, representedBy, what, value, unit, dueOn }: PartSaid) => ({
  unitId: unitId.trim(), unitTenantId: tenantOf(representedBy || unitId), representedBy: representedBy.trim() || null, what,
  quantity: value.trim() === '' ? null : { value: value.trim(), unit: unit.trim() }, dueOn,
});

/** The body that is sent. */
export const bodyOf = ({ duty, admission, kind, document, decision, zh, en, unitId, postId, supporting, direction, unit, target, parts, campaignId, code, evidence, dueOn, integrations }: DispatchSaid) => ({
  campaignId, code: code.trim(), evidence, dueOn, origin: { kind, document, ...(decision && { decision: decisionOf(decision) }) }, name: { zh, en: en || zh }, unitId: unitId.trim(), unitTenantId: tenantOf(unitId),
  accountablePostId: postId.trim() || `${unitId.trim()}.head`, supportingUnitIds: supporting.split(/[\s,，、]+/).filter(Boolean),
  metric: { unit: direction === 'boolean' ? '' : unit.trim(), direction }, target: direction === 'boolean' ? '1' : target.trim(), parts: parts.map(partOf),
  ...(duty.trim() && { dutyItem: duty.trim() }), ...(admission.trim() && { admissionDocument: admission.trim() }), ...(integrations.length > 0 && { integrations }),
});

/** The command the task itself decides on; what a browser does not know is taken as favourable. */
export const commandOf = (said: DispatchSaid, tenantId: string, participantTenantIds: readonly string[]): DispatchTask => ({
  type: 'DispatchTask', data: { ...bodyOf(said), taskId: `${tenantId}_new`, campaignOpen: said.campaignId !== '', participantTenantIds, objection: undefined, minutesNumber: said.document },
});

/** Towns, of nine digits, may have a list of duties. */
export const isTownCode = (unitId: string): boolean => /^\d{9}$/.test(unitId.trim());
