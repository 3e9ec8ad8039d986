import { parseStreamName, type LocalisedText, type Projection, type RecordedEvent, type ViewRow } from '@zeren/kernel';
import type { CalendarDate } from '../organisation.events.js';
import { keysFor } from '../unit-view.js';
import type { LeadershipEvent, LeaderTargetKind } from './leader-assignment.events.js';

/** One period in which a leader answers for something; its id is `<id of the pair>@<first day>`. */
export type LeaderAssignmentRow = ViewRow & {
  readonly postId: string;
  readonly unitId: string;
  readonly targetKind: LeaderTargetKind;
  readonly targetId: string;
  readonly targetName: LocalisedText;
  readonly areaUnitId: string | null;
  readonly duty: string;
  readonly document: string;
  readonly reason: string;
  readonly validFrom: CalendarDate;
  /** Last day; null while no end is laid down. */
  readonly validUntil: CalendarDate | null;
  /** Why it ended; null where it ends as laid down at first. */
  readonly endReason: string | null;
  readonly revision: number;
};

const keys = (event: RecordedEvent<LeadershipEvent>) => {
  const pair = parseStreamName(event.stream)?.id ?? '';
  return keysFor(event, [`${pair}@${event.data.from}`]);
};

export const leaderAssignmentProjection: Projection<LeaderAssignmentRow, LeadershipEvent> = {
  name: 'leader_assignment',
  version: 1,
  handles: ['LeaderAssigned', 'LeaderAssignmentEnded'],
  keys,
  evolve: (row, event, key) => {
    switch (event.type) {
      case 'LeaderAssigned': {
        const { postId, unitId, target, duty, document, reason, from, until } = event.data;
        return {
          ...key, postId, unitId, targetKind: target.kind, targetId: target.id, targetName: target.name, areaUnitId: target.areaUnitId,
          duty, document, reason, validFrom: from, validUntil: until, endReason: null, revision: event.revision,
        };
      }
      case 'LeaderAssignmentEnded':
        return row && { ...row, validUntil: event.data.until, endReason: event.data.reason, revision: event.revision };
    }
  },
};

/** Those of several assignments that answer for a place, the nearest first: its own leader, then those of each area above it. */
export const nearestFirst = (rows: readonly LeaderAssignmentRow[], places: readonly string[]): readonly LeaderAssignmentRow[] =>
  rows.filter(({ targetId }) => places.includes(targetId))
    .sort((a, b) => places.indexOf(a.targetId) - places.indexOf(b.targetId) || (a.id < b.id ? -1 : 1));
