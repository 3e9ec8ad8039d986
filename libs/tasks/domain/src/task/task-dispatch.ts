import { compare, isDecimal, parsePublicId, sameData, type Caller, type Command, type Decimal, type LocalisedText } from '@zeren/kernel';
import { dutyFault } from '../duty-list/check-duties.js';
import type { DutyItem } from '../duty-list/duty-list.events.js';
import type { PartTerms } from '../joint/part.events.js';
import { refuse } from '../refusals.js';
import { endOfDay, isCalendarDate } from '@zeren/organisation-domain';
import type { TaskMetric } from '../split/split.events.js';
import type { OriginKind, TaskOrigin, TaskPublished } from './task-published.events.js';
import { holdsOneOf, rolesThatDispatch, type Task } from './task-state.js';

export const originKinds = ['meeting-decision', 'inspection-finding', 'reform', 'leader-instruction'] as const satisfies readonly OriginKind[];

export const originText: Readonly<Record<OriginKind, LocalisedText>> = {
  'meeting-decision': { zh: '会议决定', en: 'Meeting decision' },
  'inspection-finding': { zh: '督查发现', en: 'Inspection finding' },
  reform: { zh: '改革事项', en: 'Reform' },
  'leader-instruction': { zh: '领导批示', en: 'Leader’s instruction' },
};

/** What came in tasks of one decision of a meeting. */
export type DecisionProgress = {
  readonly number: number;
  readonly tasks: number;
  readonly done: number;
  /** Ended otherwise than done. */
  readonly ended: number;
  readonly overdue: number;
};

/** The one metric of a task that is dispatched by itself. */
const METRIC = 'value';

type Published = TaskPublished['data'];
type PartAsked = Omit<PartTerms, 'number' | 'dueAt'> & { readonly dueOn: string };

/**
 * Dispatch one task that no split holds: one metric, due on one day, from a decision, a finding, a reform or an
 * instruction. Its public id, whether its campaign is open, which tenants take part there, and the time for objections
 * are what the handler read.
 */
export type DispatchTask = Command<'DispatchTask', Pick<Published, 'campaignId' | 'name' | 'evidence' | 'unitId' | 'unitTenantId' | 'supportingUnitIds' | 'accountablePostId' | 'dutyItem' | 'admissionDocument' | 'integrations'> & {
  readonly taskId: string;
  readonly code: string;
  readonly metric: Pick<TaskMetric, 'unit' | 'direction'>;
  readonly target: Decimal;
  readonly dueOn: string;
  readonly origin: TaskOrigin;
  readonly parts: readonly PartAsked[];
  readonly campaignOpen: boolean;
  readonly participantTenantIds: readonly string[];
  readonly objection: Published['objection'];
  /** The number of the minutes in which the decision named as the origin stands; null where the caller sees no such decision. */
  readonly minutesNumber?: string | null;
  /** The list of duties in force of the town that leads; empty where it is no town or has none. */
  readonly dutyItems?: readonly DutyItem[];
}>;

type Asked = DispatchTask['data'];

const isBlank = (text: string): boolean => text.trim() === '';

/** A decision is named with the number of the minutes in which it stands. */
const checkOrigin = ({ origin, minutesNumber = null }: Asked): void => {
  if (isBlank(origin.document)) refuse('origin-without-document', 'origin.document');
  if (!origin.decision) return;
  const minutes = origin.kind === 'meeting-decision' ? minutesNumber : null;
  if (minutes === null) return refuse('decision-unknown', 'origin.decision');
  if (origin.document !== minutes) refuse('decision-of-other-minutes', 'origin.document', { minutes });
};

const checkUnits = ({ unitId, supportingUnitIds, accountablePostId }: Asked): void => {
  if (isBlank(unitId)) refuse('lead-required', 'unitId');
  if (isBlank(accountablePostId)) refuse('post-required', 'accountablePostId');
  const supporting = new Set(supportingUnitIds);
  if (supporting.has(unitId) || supporting.size < supportingUnitIds.length) refuse('lead-also-supporting', 'supportingUnitIds');
};

/** A town takes what its list of duties says, or what was admitted. */
const checkDuty = ({ dutyItems = [], ...named }: Asked): void => {
  const fault = dutyItems.length === 0 ? undefined : dutyFault(named, (code) => dutyItems.find((item) => item.code === code));
  if (fault) refuse(fault.code, fault.field, fault.details);
};

const checkTarget = ({ metric: { direction }, target, dueOn }: Asked, caller: Caller): void => {
  const acceptable = direction === 'boolean' ? target === '1' : isDecimal(target) && compare(target, '0') > 0;
  if (!acceptable) refuse('target-invalid', 'target', { metric: METRIC });
  if (!isCalendarDate(dueOn)) refuse('date-invalid', 'dueOn');
  if (endOfDay(dueOn) <= caller.now) refuse('due-passed', 'dueOn');
};

const checkPart = (part: PartAsked, dueOn: string, field: string): void => {
  if (isBlank(part.unitId)) refuse('party-required', `${field}.unitId`);
  if (part.representedBy === part.unitId) refuse('represents-itself', `${field}.representedBy`);
  if (isBlank(part.what)) refuse('part-without-content', `${field}.what`);
  const { quantity } = part;
  if (quantity && (!isDecimal(quantity.value) || compare(quantity.value, '0') <= 0 || isBlank(quantity.unit))) refuse('part-quantity-invalid', `${field}.quantity`);
  if (!isCalendarDate(part.dueOn)) refuse('date-invalid', `${field}.dueOn`);
  if (part.dueOn > dueOn) refuse('part-due-after-task', `${field}.dueOn`);
};

const checkParts = ({ parts, dueOn }: Asked): void => {
  parts.forEach((part, index) => {
    checkPart(part, dueOn, `parts[${index}]`);
    if (parts.findIndex(({ unitId }) => unitId === part.unitId) < index) refuse('party-repeated', `parts[${index}].unitId`, { unit: part.unitId });
  });
};

const checkTenants = ({ unitTenantId, parts, participantTenantIds }: Asked, caller: Caller): void => {
  const admitted = [caller.tenantId, ...participantTenantIds];
  const check = (tenant: string, field: string): void => {
    if (!admitted.includes(tenant)) refuse('tenant-not-participant', field, { tenant });
  };
  check(unitTenantId, 'unitTenantId');
  parts.forEach((part, index) => { check(part.unitTenantId, `parts[${index}].unitTenantId`); });
};

const contentOf = (asked: Asked, tenantId: string): Published => {
  const { taskId, code, metric, target, dueOn, origin, parts, campaignId, name, evidence, unitId, unitTenantId, supportingUnitIds, accountablePostId, objection, dutyItem, admissionDocument, integrations } = asked;
  const dueAt = endOfDay(dueOn);
  const isAdditive = metric.direction === 'at-least' || metric.direction === 'at-most';
  return {
    splitId: taskId, rowKey: code, parentTaskId: null, ancestors: [], campaignId, indicatorCode: code, name, evidence,
    unitId, unitTenantId, supportingUnitIds, accountablePostId, level: unitTenantId === tenantId ? 1 : 2, weight: '100',
    metrics: [{ code: METRIC, ...metric, distribution: isAdditive ? 'share' : 'threshold' }],
    annualTargets: [{ year: Number(dueOn.slice(0, 4)), dueAt, targets: [{ metric: METRIC, value: target }] }], deadline: dueAt,
    sharedWith: [...new Set([unitTenantId, ...parts.map((part) => part.unitTenantId)])].filter((tenant) => tenant !== tenantId),
    ...(objection && { objection }),
    origin,
    ...(dutyItem !== undefined && { dutyItem }),
    ...(admissionDocument !== undefined && { admissionDocument }),
    ...(integrations && { integrations }),
    ...(parts.length > 0 && { parts: parts.map(({ dueOn: day, ...part }, index) => ({ number: index + 1, ...part, dueAt: endOfDay(day) })) }),
  };
};

const withoutTime = ({ objection: _, ...content }: Published): Omit<Published, 'objection'> => content;

/** A task is dispatched once; asked again the same way it is the one that is there. */
export const decideOnDispatch = (asked: Asked, task: Task, caller: Caller): readonly TaskPublished[] => {
  const content = contentOf(asked, caller.tenantId);
  if (task.status !== 'unpublished') return sameData(withoutTime(task.content), withoutTime(content)) ? [] : refuse('task-dispatched');
  if (!holdsOneOf(caller, rolesThatDispatch) || parsePublicId(asked.taskId)?.tenantId !== caller.tenantId) refuse('role-cannot-dispatch');
  if (!asked.campaignOpen) refuse('campaign-unknown', 'campaignId', { campaign: asked.campaignId });
  checkOrigin(asked);
  checkUnits(asked);
  checkDuty(asked);
  checkTarget(asked, caller);
  checkParts(asked);
  checkTenants(asked, caller);
  return [{ type: 'TaskPublished', data: content }];
};
