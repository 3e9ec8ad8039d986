import { parseStreamName, type LocalisedText, type Projection, type RecordedEvent, type RowKey, type ViewRow } from '@zeren/kernel';
import type { CalendarDate } from '../organisation.events.js';
import { keysFor } from '../unit-view.js';
import { leadingGroupDecider, type FoundedGroup, type GroupBody, type GroupMember } from './leading-group.js';
import type { LeadingGroupEvent } from './leading-group.events.js';

/** A leading group with its bodies and all their members, past ones too. */
export type LeadingGroupRow = ViewRow & {
  readonly name: LocalisedText;
  readonly purpose: string;
  readonly document: string;
  readonly validFrom: CalendarDate;
  readonly validUntil: CalendarDate | null;
  readonly sharedWith: readonly string[];
  readonly bodies: readonly GroupBody[];
  readonly members: readonly GroupMember[];
  readonly revision: number;
};

/** The state behind a row: with it the reader's own side can decide, and say why not. */
export const leadingGroupOf = (row: LeadingGroupRow): FoundedGroup => ({
  status: 'founded',
  content: { name: row.name, purpose: row.purpose, document: row.document, foundedOn: row.validFrom, sharedWith: row.sharedWith },
  bodies: row.bodies,
  members: row.members,
  until: row.validUntil,
});

const rowOf = ({ content, bodies, members, until }: FoundedGroup, key: RowKey, revision: number): LeadingGroupRow => {
  const { foundedOn, ...said } = content;
  return { ...key, ...said, validFrom: foundedOn, validUntil: until, bodies, members, revision };
};

export const leadingGroupProjection: Projection<LeadingGroupRow, LeadingGroupEvent> = {
  name: 'leading_group',
  version: 1,
  handles: ['LeadingGroupFounded', 'GroupBodyFormed', 'GroupBodyEnded', 'GroupMemberAppointed', 'GroupMemberReleased', 'LeadingGroupDissolved'],
  keys: (event: RecordedEvent<LeadingGroupEvent>) => keysFor(event, [parseStreamName(event.stream)?.id ?? '']),
  evolve: (row, event, key) => {
    const group = leadingGroupDecider.evolve(row ? leadingGroupOf(row) : leadingGroupDecider.initialState, event);
    return group.status === 'founded' ? rowOf(group, key, event.revision) : undefined;
  },
};
