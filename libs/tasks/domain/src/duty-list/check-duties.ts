import type { SplitRow } from '../split/split.events.js';
import { complainAbout, type Complain, type Violation } from '../violation.js';
import type { DutyItem } from './duty-list.events.js';

/** The lists in force of the towns that rows go to, by unit; a town without a list is not there. */
export type DutyLists = ReadonlyMap<string, readonly DutyItem[]>;

/** Who leads what a row is split from, by row key: a department there answers for work that a town assists in. */
export type LeadAbove = ReadonlyMap<string, string>;

const checkItem = (row: SplitRow, item: DutyItem, leadAbove: string | undefined, complain: Complain): void => {
  const details = { item: item.code, unit: row.unitId, lead: item.leadUnitId ?? '' };
  switch (item.part) {
    case 'basic': return;
    case 'taken-back': return complain('duty-taken-back', 'dutyItem', details);
    case 'assisting': {
      const answers = item.leadUnitId !== null && [leadAbove, ...row.supportingUnitIds].includes(item.leadUnitId);
      if (!answers) complain('duty-lead-missing', 'supportingUnitIds', details);
    }
  }
};

/**
 * Work that goes to a town which has a list of its duties: what is basic goes freely; what the town assists in names the
 * department that leads, which leads the parent or stands by; what superiors took back is refused; anything else needs
 * the district's admission with its document's number (domain page, section 3).
 */
export const checkDuties = (rows: readonly SplitRow[], lists: DutyLists, leadAbove: LeadAbove): readonly Violation[] => {
  const violations: Violation[] = [];
  if (lists.size === 0) return violations;
  const items = new Map([...lists].map(([unit, list]) => [unit, new Map(list.map((item) => [item.code, item]))]));
  for (const row of rows) {
    const list = items.get(row.unitId);
    if (!list) continue;
    const complain = complainAbout(violations, row.key);
    const { dutyItem, admissionDocument = '' } = row;
    if (dutyItem === undefined) {
      if (admissionDocument.trim() === '') complain('duty-not-named', 'dutyItem', { unit: row.unitId });
      continue;
    }
    const item = list.get(dutyItem);
    if (item) checkItem(row, item, leadAbove.get(row.key), complain);
    else complain('duty-unknown', 'dutyItem', { item: dutyItem, unit: row.unitId });
  }
  return violations;
};
