import type { Projection, RecordedEvent, RowKey } from '@zeren/kernel';
import { rowForEachReader } from '../reader-rows.js';
import type { ChecklistEvent } from './checklist.events.js';
import { checklistDecider, type DrawnChecklist } from './checklist.js';

/** The checklist of a campaign, under the campaign's id. */
export type ChecklistRow = RowKey & Omit<DrawnChecklist, 'status'> & { readonly drawnAt: string; readonly revision: number };

/** The state of the checklist behind a row: with it the reader's own side can decide, and say why not. */
export const checklistOf = ({ campaignId, standardId, items }: ChecklistRow): DrawnChecklist => ({ status: 'drawn', campaignId, standardId, items });

const evolve = (row: ChecklistRow | undefined, event: RecordedEvent<ChecklistEvent>, key: RowKey): ChecklistRow | undefined => {
  const checklist = checklistDecider.evolve(row ? checklistOf(row) : checklistDecider.initialState, event);
  if (checklist.status === 'none') return undefined;
  const { status: _, ...content } = checklist;
  return { ...key, ...content, drawnAt: event.type === 'ChecklistDrawn' ? event.metadata.occurredAt : row?.drawnAt ?? event.metadata.occurredAt, revision: event.revision };
};

export const readinessChecklist: Projection<ChecklistRow, ChecklistEvent> = {
  name: 'readiness_checklist',
  version: 1,
  handles: ['ChecklistDrawn', 'ChecklistMarked', 'ChecklistItemAssigned'],
  keys: rowForEachReader,
  evolve,
};
