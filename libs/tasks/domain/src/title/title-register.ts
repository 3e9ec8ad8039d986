import type { LocalisedText, Projection, RecordedEvent, RowKey } from '@zeren/kernel';
import { rowForEachReader } from '../reader-rows.js';
import type { TitleApplied, TitleEvent } from './title.events.js';
import { titleDecider, type AppliedTitle, type TitleStatus } from './title.js';

/** A title as its city and the tenants that take part see it. */
export type TitleRow = RowKey & Omit<TitleApplied['data'], 'standardId'> & Omit<AppliedTitle, 'content'> & {
  /** By which version of the standard it was declared; null where that was not recorded. */
  readonly standardId: string | null;
  readonly appliedAt: string;
  readonly revision: number;
};

export const titleStatusText: Readonly<Record<TitleStatus, LocalisedText>> = {
  applied: { zh: '已申报', en: 'Applied for' },
  ended: { zh: '申报终止', en: 'Application ended' },
  nominated: { zh: '已提名', en: 'Nominated' },
  awarded: { zh: '称号有效', en: 'Held' },
  're-reviewed': { zh: '已复审', en: 'Reviewed again' },
  withdrawn: { zh: '已撤销', en: 'Withdrawn' },
};

/** The state of the title behind a row: with it the reader's own side can decide, and say why not. */
export const titleOf = (row: TitleRow): AppliedTitle => {
  const { code, name, campaignId, standardId, areaUnitId, partUnitIds, year, preconditions, negativeList, participantTenantIds } = row;
  const { status, missing, occurred, terms, validUntil, reviews, documents } = row;
  return {
    status, missing, occurred, terms, validUntil, reviews, documents,
    content: { code, name, campaignId, ...(standardId !== null && { standardId }), areaUnitId, partUnitIds, year, preconditions, negativeList, participantTenantIds },
  };
};

const evolve = (row: TitleRow | undefined, event: RecordedEvent<TitleEvent>, key: RowKey): TitleRow | undefined => {
  const title = titleDecider.evolve(row ? titleOf(row) : titleDecider.initialState, event);
  if (title.status === 'none') return undefined;
  const { content, ...since } = title;
  return { ...key, ...content, standardId: content.standardId ?? null, ...since, appliedAt: row?.appliedAt ?? event.metadata.occurredAt, revision: event.revision };
};

export const titleRegister: Projection<TitleRow, TitleEvent> = {
  name: 'title_register',
  version: 2,
  handles: ['TitleApplied', 'TitleApplicationEnded', 'TitleNominated', 'TitleAwarded', 'TitleReReviewed', 'TitleKept', 'TitleWithdrawn'],
  keys: rowForEachReader,
  evolve,
};
