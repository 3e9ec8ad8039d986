import { compare, isDecimal, sameData, type Caller, type Command, type Decider } from '@zeren/kernel';
import { isCalendarDate } from '../calendar-date.js';
import type { RegisterFindings, UnitFact } from '../leadership/register-facts.js';
import type { CalendarDate } from '../organisation.events.js';
import { refuse } from '../refusals.js';
import { refuseDevolution } from './devolution-refusals.js';
import type {
  DevolutionAccepted, DevolutionDeclined, DevolutionEvent, DevolutionOffered, DevolutionRecalled, DevolvedPower,
} from './devolution.events.js';

type Offered = DevolutionOffered['data'];

export type OfferDevolution = Command<'OfferDevolution', Omit<Offered, 'fromTenantId' | 'toTenantId'> & {
  readonly findings: RegisterFindings;
  /** Of the matter classes named, those that the catalogue holds on the first day; absent where none is named. */
  readonly matterCodes?: readonly string[];
}>;
export type AcceptDevolution = Command<'AcceptDevolution', Pick<DevolutionAccepted['data'], 'note'>>;
export type DeclineDevolution = Command<'DeclineDevolution', Pick<DevolutionDeclined['data'], 'reason'>>;
export type RecallDevolution = Command<'RecallDevolution', DevolutionRecalled['data']>;
export type DevolutionCommand = OfferDevolution | AcceptDevolution | DeclineDevolution | RecallDevolution;

/** Both sides of a delegation: what was offered, and what became of it. */
export type OfferedDevolution = {
  readonly status: 'offered' | 'accepted' | 'declined' | 'recalled';
  readonly content: Offered;
  /** What the receiving side said to it. */
  readonly answer: string;
  /** Why it was taken back. */
  readonly reason: string;
};
export type Devolution = { readonly status: 'none' } | OfferedDevolution;

const isBlank = (text: string): boolean => text.trim() === '';

const requireDate = (date: CalendarDate, field: string): void => {
  if (!isCalendarDate(date)) refuse('not-a-date', field, { value: date });
};

const unitOf = (unitId: string, field: string, day: CalendarDate, { units }: RegisterFindings): UnitFact => {
  if (unitId === '') refuseDevolution('devolution-unit-required', field);
  return units.find((unit) => unit.unitId === unitId) ?? refuseDevolution('devolution-unit-unknown', field, { unitId, day });
};

const checkPowers = (powers: readonly DevolvedPower[], matterCodes: readonly string[]): void => {
  if (powers.length === 0) refuseDevolution('devolution-without-powers', 'powers');
  powers.forEach(({ matterCode, name }, index) => {
    if (isBlank(name.zh) || isBlank(name.en)) refuseDevolution('devolution-without-powers', `powers[${index}].name`);
    if (matterCode !== null && !matterCodes.includes(matterCode)) refuseDevolution('devolution-matter-unknown', `powers[${index}].matterCode`, { matterCode });
    const same = (other: DevolvedPower) => (matterCode === null ? other.name.zh === name.zh : other.matterCode === matterCode);
    if (powers.findIndex(same) < index) refuseDevolution('devolution-power-repeated', `powers[${index}]`);
  });
};

const checkResources = ({ resources, withoutResources }: Offered, tenantId: string, { posts }: RegisterFindings): void => {
  const { postIds, money, vehicles } = resources;
  if (money !== null && (!isDecimal(money) || compare(money, '0') <= 0)) refuseDevolution('devolution-money-invalid', 'resources.money');
  postIds.forEach((postId, index) => {
    if (!posts.some((post) => post.postId === postId && post.tenantId === tenantId)) refuseDevolution('devolution-post-unknown', `resources.postIds[${index}]`, { postId });
  });
  const none = postIds.length === 0 && money === null && vehicles === 0;
  if (none && (withoutResources === null || isBlank(withoutResources))) refuseDevolution('devolution-without-resources', 'withoutResources');
  if (!none && withoutResources !== null) refuseDevolution('devolution-reason-needless', 'withoutResources');
};

const isStaff = ({ kind }: UnitFact): boolean => kind === 'department' || kind === 'office';

/** Whether one unit stands under another: under a department or office, whatever stands under the government it serves. */
const standsUnder = (lower: UnitFact, higher: UnitFact): boolean => {
  const above = isStaff(higher) ? higher.superiorUnitIds[0] : higher.unitId;
  if (above === undefined || !lower.superiorUnitIds.includes(above)) return false;
  return !(isStaff(higher) && isStaff(lower) && lower.superiorUnitIds[0] === above);
};

/** A tenant delegates for its own units only, and only to a unit below. */
const checkUnits = ({ fromUnitId, toUnitId, from }: Offered, tenantId: string, findings: RegisterFindings): void => {
  const higher = unitOf(fromUnitId, 'fromUnitId', from, findings);
  const lower = unitOf(toUnitId, 'toUnitId', from, findings);
  if (higher.tenantId !== tenantId) refuseDevolution('devolution-not-own', 'fromUnitId', { unitId: fromUnitId });
  if (!standsUnder(lower, higher)) refuseDevolution('devolution-not-downward', 'toUnitId', { fromUnitId, toUnitId });
};

const offer = ({ findings, matterCodes = [], ...said }: OfferDevolution['data'], devolution: Devolution, caller: Caller): readonly DevolutionEvent[] => {
  const toTenantId = findings.units.find(({ unitId }) => unitId === said.toUnitId)?.tenantId ?? '';
  const content: Offered = { ...said, fromTenantId: caller.tenantId, toTenantId };
  if (devolution.status !== 'none') return sameData(devolution.content, content) ? [] : refuseDevolution('devolution-exists');
  requireDate(said.from, 'from');
  if (said.until !== null) {
    requireDate(said.until, 'until');
    if (said.until < said.from) refuseDevolution('devolution-dates', 'until', { from: said.from, until: said.until });
  }
  checkUnits(content, caller.tenantId, findings);
  checkPowers(said.powers, matterCodes);
  checkResources(content, caller.tenantId, findings);
  if (isBlank(said.document)) refuseDevolution('devolution-without-document', 'document');
  return [{ type: 'DevolutionOffered', data: content }];
};

/** The receiving unit speaks for itself: the unit, its own office, or for its district the district's office. */
const requireReceiver = ({ content: { toTenantId, toUnitId } }: OfferedDevolution, caller: Caller): void => {
  const acts = caller.unitId === toUnitId || caller.unitId.startsWith(`${toUnitId}-`);
  if (caller.tenantId !== toTenantId || !acts) refuseDevolution('devolution-not-receiver', undefined, { unitId: toUnitId });
};

const answer = (command: AcceptDevolution | DeclineDevolution, devolution: OfferedDevolution, caller: Caller): readonly DevolutionEvent[] => {
  requireReceiver(devolution, caller);
  const to = command.type === 'AcceptDevolution' ? 'accepted' : 'declined';
  if (devolution.status === to) return [];
  if (devolution.status === 'recalled') refuseDevolution('devolution-ended');
  if (devolution.status !== 'offered') refuseDevolution('devolution-answered');
  const { toUnitId: unitId } = devolution.content;
  if (command.type === 'AcceptDevolution') return [{ type: 'DevolutionAccepted', data: { unitId, note: command.data.note } }];
  if (isBlank(command.data.reason)) refuseDevolution('devolution-without-reason', 'reason');
  return [{ type: 'DevolutionDeclined', data: { unitId, reason: command.data.reason } }];
};

const recall = (data: DevolutionRecalled['data'], devolution: OfferedDevolution, caller: Caller): readonly DevolutionEvent[] => {
  const { status, content } = devolution;
  if (caller.tenantId !== content.fromTenantId) refuseDevolution('devolution-not-giver');
  if (status === 'recalled' && content.until === data.until) return [];
  if (status === 'recalled' || status === 'declined') refuseDevolution('devolution-ended');
  if (isBlank(data.reason)) refuseDevolution('devolution-without-reason', 'reason');
  if (isBlank(data.document)) refuseDevolution('devolution-without-document', 'document');
  requireDate(data.until, 'until');
  if (data.until < content.from) refuseDevolution('devolution-dates', 'until', { from: content.from, until: data.until });
  if (content.until !== null && data.until > content.until) refuseDevolution('devolution-ended');
  return [{ type: 'DevolutionRecalled', data }];
};

const evolve = (devolution: Devolution, event: DevolutionEvent): Devolution => {
  if (event.type === 'DevolutionOffered') return { status: 'offered', content: event.data, answer: '', reason: '' };
  if (devolution.status === 'none') return devolution;
  switch (event.type) {
    case 'DevolutionAccepted': return { ...devolution, status: 'accepted', answer: event.data.note };
    case 'DevolutionDeclined': return { ...devolution, status: 'declined', answer: event.data.reason };
    case 'DevolutionRecalled': return { ...devolution, status: 'recalled', reason: event.data.reason, content: { ...devolution.content, until: event.data.until } };
  }
};

/** A delegation downward, recorded with both sides: the higher unit's tenant owns it, the lower one's sees it. */
export const devolutionDecider: Decider<Devolution, DevolutionCommand, DevolutionEvent> = {
  category: 'devolution',
  initialState: { status: 'none' },
  decide: (command, devolution, caller) => {
    if (command.type === 'OfferDevolution') return offer(command.data, devolution, caller);
    if (devolution.status === 'none') return refuseDevolution('devolution-not-offered');
    switch (command.type) {
      case 'AcceptDevolution':
      case 'DeclineDevolution': return answer(command, devolution, caller);
      case 'RecallDevolution': return recall(command.data, devolution, caller);
    }
  },
  evolve,
  sharedWith: (devolution) => (devolution.status === 'none' ? [] : [devolution.content.toTenantId]),
};
