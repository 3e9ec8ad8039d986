import { ownerOnly, sameData, type Command, type Decider } from '@zeren/kernel';
import { refuse } from '../refusals.js';
import type { DutyItem, DutyListPublished, DutyPart } from './duty-list.events.js';

/** An event is limited to 1 MiB; so many items stay well below it. */
export const DUTIES_AT_MOST = 500;

export const dutyParts = ['basic', 'assisting', 'taken-back'] as const satisfies readonly DutyPart[];

/** A town's list in force; version 0 where it has none. */
export type DutyList = Omit<DutyListPublished['data'], 'townUnitId'>;

/** Lay a town's list down, as its next version. The document that is in force with the same items changes nothing. */
export type PublishDutyList = Command<'PublishDutyList', Omit<DutyListPublished['data'], 'version'> & {
  /** Whether the unit is a town of the tenant on the day, by the organisation's register. */
  readonly isTown: boolean;
}>;

const checkItems = (items: readonly DutyItem[]): void => {
  if (items.length === 0 || items.length > DUTIES_AT_MOST) refuse('duty-list-size', 'items', { limit: DUTIES_AT_MOST });
  const seen = new Set<string>();
  items.forEach(({ code, part, leadUnitId }, index) => {
    const field = `items[${index}]`;
    if (code.trim() === '' || seen.has(code)) refuse('duty-repeated', `${field}.code`, { item: code });
    seen.add(code);
    const isNamed = leadUnitId !== null && leadUnitId.trim() !== '';
    if (isNamed !== (part === 'assisting')) refuse('duty-lead-named', `${field}.leadUnitId`, { item: code });
  });
};

const decide = ({ data: { isTown, ...list } }: PublishDutyList, { version, document, items }: DutyList): readonly DutyListPublished[] => {
  if (!isTown) refuse('not-a-town', 'townUnitId', { unit: list.townUnitId });
  if (list.document.trim() === '') refuse('document-required', 'document');
  checkItems(list.items);
  if (document === list.document) return sameData(items, list.items) ? [] : refuse('duty-list-published', 'document', { document });
  return [{ type: 'DutyListPublished', data: { version: version + 1, ...list } }];
};

/** One stream for each town, owned by its district. */
export const dutyListDecider: Decider<DutyList, PublishDutyList, DutyListPublished> = {
  category: 'dutylist',
  initialState: { version: 0, document: '', items: [] },
  decide,
  evolve: (_, { data: { version, document, items } }) => ({ version, document, items }),
  sharedWith: ownerOnly,
};
