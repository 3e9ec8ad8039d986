import { parseStreamName, readersOf, type Event, type Projection, type RecordedEvent, type RowKey, type ViewRow } from '@zeren/kernel';
import type { AssessmentPublished, SchemePublished, ScoreSheetIssued } from './assessment.events.js';

/** A scheme version, for its owner and every tenant it assesses. */
export type SchemeRow = ViewRow & SchemePublished['data'];

/** A published ranking; `id` is `<scheme>.<period>`. Totals and ranks only. */
export type PublishedRankingRow = ViewRow & AssessmentPublished['data'] & {
  /** The caller's clock at publication, UTC. */
  readonly publishedAt: string;
};

/** A unit's frozen score with its lines; `id` is `<scheme>.<period>.<unit>`. */
export type ScoreSheetRow = ViewRow & ScoreSheetIssued['data'] & { readonly unitId: string };

const keysOf = (event: RecordedEvent<Event>): RowKey[] => {
  const id = parseStreamName(event.stream);
  if (!id) throw new Error(`Not the stream of an aggregate: ${event.stream}`);
  return readersOf(event).map((readerTenantId) => ({ readerTenantId, ownerTenantId: id.tenantId, id: id.id }));
};

export const schemeProjection: Projection<SchemeRow, SchemePublished> = {
  name: 'scheme',
  version: 1,
  handles: ['SchemePublished'],
  keys: keysOf,
  evolve: (_row, event, key) => ({ ...key, ...event.data }),
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
  version: 1,
  handles: ['ScoreSheetIssued'],
  keys: keysOf,
  evolve: (_row, event, key) => ({ ...key, ...event.data, unitId: event.data.standing.unitId }),
};
