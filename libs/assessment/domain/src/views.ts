import { parseStreamName, readersOf, type Event, type Projection, type RecordedEvent, type RowKey, type ViewRow } from '@zeren/kernel';
import type { AssessmentPublished, DoingRules, SchemePublished, ScoreDoing, ScoreSheetIssued } from './assessment.events.js';

/** A scheme version, for its owner and every tenant it assesses. */
export type SchemeRow = ViewRow & Omit<SchemePublished['data'], 'doing'> & { readonly doing: DoingRules | null };

/** A published ranking; `id` is `<scheme>.<period>`. Totals and ranks only. */
export type PublishedRankingRow = ViewRow & AssessmentPublished['data'] & {
  /** The caller's clock at publication, UTC. */
  readonly publishedAt: string;
};

/** A unit's frozen score with its lines; `id` is `<scheme>.<period>.<unit>`. */
export type ScoreSheetRow = ViewRow & Omit<ScoreSheetIssued['data'], 'doing'> & { readonly unitId: string; readonly doing: ScoreDoing | null };

const keysOf = (event: RecordedEvent<Event>): RowKey[] => {
  const id = parseStreamName(event.stream);
  if (!id) throw new Error(`Not the stream of an aggregate: ${event.stream}`);
  return readersOf(event).map((readerTenantId) => ({ readerTenantId, ownerTenantId: id.tenantId, id: id.id }));
};

export const schemeProjection: Projection<SchemeRow, SchemePublished> = {
  name: 'scheme',
  version: 2,
  handles: ['SchemePublished'],
  keys: keysOf,
  evolve: (_row, { data }, key) => ({ ...key, ...data, doing: data.doing ?? null }),
};

export const publishedRankingProjection: Projection<PublishedRankingRow, AssessmentPublished> = {
  name: 'published_ranking',
  version: 1,
  handles: ['AssessmentPublished'],
  keys: keysOf,
  evolve: (_row, event, key) => ({ ...key, ...event.data, publishedAt: event.metadata.occurredAt }),
};

export const scoreSheetProjection: Projection<ScoreSheetRow, ScoreSheetIssued> = {
  name: 'score_sheet',
  version: 2,
  handles: ['ScoreSheetIssued'],
  keys: keysOf,
  evolve: (_row, { data }, key) => ({ ...key, ...data, unitId: data.standing.unitId, doing: data.doing ?? null }),
};
