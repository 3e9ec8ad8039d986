import { parseStreamName, type Projection, type RecordedEvent, type ViewRow } from '@zeren/kernel';
import { integrationSet } from '../integrations.js';
import { keysFor } from '../unit-view.js';
import type { EscalatedMatter, EscalationEvent, EscalationMeasure } from './escalation.events.js';

/** Something taken up, as both centres see it. */
export type EscalationRow = ViewRow & {
  readonly status: 'open' | 'answered';
  readonly round: number;
  readonly about: EscalatedMatter;
  /** The integrations under which it counts, as one text. */
  readonly integrationSet: string;
  readonly fromUnitId: string;
  readonly toUnitId: string;
  readonly reason: string;
  readonly raisedAt: string;
  readonly measure: EscalationMeasure | null;
  readonly instruction: string | null;
  readonly answeredAt: string | null;
  readonly revision: number;
};

export const escalationProjection: Projection<EscalationRow, EscalationEvent> = {
  name: 'escalation',
  version: 2,
  handles: ['EscalationRaised', 'EscalationAnswered'],
  keys: (event: RecordedEvent<EscalationEvent>) => keysFor(event, [parseStreamName(event.stream)?.id ?? '']),
  evolve: (row, event, key) => {
    const { occurredAt } = event.metadata;
    switch (event.type) {
      case 'EscalationRaised': {
        const { round, about, fromUnitId, toUnitId, reason } = event.data;
        return { ...key, status: 'open', round, about, integrationSet: integrationSet(about.integrations ?? []), fromUnitId, toUnitId, reason, raisedAt: occurredAt, measure: null, instruction: null, answeredAt: null, revision: event.revision };
      }
      case 'EscalationAnswered': {
        const { measure, instruction } = event.data;
        return row && { ...row, status: 'answered', measure, instruction, answeredAt: occurredAt, revision: event.revision };
      }
    }
  },
};
