import { parseStreamName, type Projection, type RecordedEvent, type ViewRow } from '@zeren/kernel';
import { keysFor } from '../unit-view.js';
import { meetingDecider, type ConvenedMeeting } from './meeting.js';
import type { Attendance, MeetingConvened, MeetingDecision, MeetingEvent } from './meeting.events.js';

/** A joint meeting as its tenant and those called to it see it. */
export type MeetingRow = ViewRow & MeetingConvened['data'] & {
  readonly status: ConvenedMeeting['status'];
  readonly heldOn: string | null;
  readonly minutesNumber: string | null;
  readonly attendance: readonly Attendance[];
  readonly decisions: readonly MeetingDecision[];
  readonly reason: string;
  readonly revision: number;
};

/** The state behind a row: with it the reader's own side can decide, and say why not. */
export const meetingOf = (row: MeetingRow): ConvenedMeeting => {
  const { title, groupId, conveningUnitId, plannedOn, place, chairPostId, agenda, invited, heldOn, minutesNumber, attendance, decisions } = row;
  return {
    status: row.status,
    content: { title, groupId, conveningUnitId, plannedOn, place, chairPostId, agenda, invited },
    minutes: heldOn === null || minutesNumber === null ? null : { heldOn, minutesNumber, attendance, decisions },
    reason: row.reason,
  };
};

export const meetingProjection: Projection<MeetingRow, MeetingEvent> = {
  name: 'meeting',
  version: 1,
  handles: ['MeetingConvened', 'MeetingRearranged', 'MeetingCalledOff', 'MeetingHeld'],
  keys: (event: RecordedEvent<MeetingEvent>) => keysFor(event, [parseStreamName(event.stream)?.id ?? '']),
  evolve: (row, event, key) => {
    const meeting = meetingDecider.evolve(row ? meetingOf(row) : meetingDecider.initialState, event);
    if (meeting.status === 'none') return undefined;
    const { status, content, minutes, reason } = meeting;
    return {
      ...key, ...content, status, reason, revision: event.revision,
      heldOn: minutes?.heldOn ?? null, minutesNumber: minutes?.minutesNumber ?? null, attendance: minutes?.attendance ?? [], decisions: minutes?.decisions ?? [],
    };
  },
};
