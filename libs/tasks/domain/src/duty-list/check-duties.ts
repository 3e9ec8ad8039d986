import type { SplitRow } from '../split/split.events.js';
import type { TasksRefusal } from '../refusals.js';
import { complainAbout, type Violation } from '../violation.js';
import type { DutyItem } from './duty-list.events.js';

/** The lists in force of the towns that rows go to, by unit; a town without a list is not there. */
export type DutyLists = ReadonlyMap<string, readonly DutyItem[]>;

/** Who leads what a row is split from, by row key: a department there answers for work that a town assists in. */
export type LeadAbove = ReadonlyMap<string, string>;

/** What work that goes to a town says of the town's list. */
export type WorkForTown = Pick<SplitRow, 'unitId' | 'supportingUnitIds' | 'dutyItem' | 'admissionDocument'>;

/** Why work may not go to a town, by the field that is wrong. */
export type DutyFault = { readonly code: TasksRefusal; readonly field: 'dutyItem' | 'supportingUnitIds'; readonly details: Readonly<Record<string, string>> };

const itemFault = ({ unitId, supportingUnitIds }: WorkForTown, { code: item, part, leadUnitId }: DutyItem, leadAbove: string | undefined): DutyFault | undefined => {
  const details = { item, unit: unitId, lead: leadUnitId ?? '' };
  switch (part) {
    case 'basic': return undefined;
    case 'taken-back': return { code: 'duty-taken-back', field: 'dutyItem', details };
    case 'assisting': {
      const answers = leadUnitId !== null && [leadAbove, ...supportingUnitIds].includes(leadUnitId);
      return answers ? undefined : { code: 'duty-lead-missing', field: 'supportingUnitIds', details };
    }
  }
};

/**
 * Work that goes to a town which has a list of its duties: what is basic goes freely; what the town assists in names the
 * department that leads, which leads the parent or stands by; what superiors took back is refused; anything else needs
 * the district's admission with its document's number (domain page, section 3).
 */
export const dutyFault = (named: WorkForTown, itemOf: (code: string) => DutyItem | undefined, leadAbove?: string): DutyFault | undefined => {
  const { unitId, dutyItem, admissionDocument = '' } = named;
  if (dutyItem === undefined) return admissionDocument.trim() === '' ? { code: 'duty-not-named', field: 'dutyItem', details: { unit: unitId } } : undefined;
  const item = itemOf(dutyItem);
  return item ? itemFault(named, item, leadAbove) : { code: 'duty-unknown', field: 'dutyItem', details: { item: dutyItem, unit: unitId } };
};

/** What is wrong with the rows of a split that go to towns, by their lists. */
export const checkDuties = (rows: readonly SplitRow[], lists: DutyLists, leadAbove: LeadAbove): readonly Violation[] => {
  const violations: Violation[] = [];
  const items = new Map([...lists].map(([unit, list]) => [unit, new Map(list.map((item) => [item.code, item]))]));
  for (const row of rows) {
    const list = items.get(row.unitId);
    const fault = list && dutyFault(row, (code) => list.get(code), leadAbove.get(row.key));
    if (fault) complainAbout(violations, row.key)(fault.code, fault.field, fault.details);
  }
  return violations;
};
