import type { LocalisedText, Role, ViewRow } from '@zeren/kernel';
import { publicId } from '@zeren/kernel';
import type { Application } from '@zeren/organisation-domain';

/** A page of a list; `next` is the cursor of the page after it. */
export type Page<Row> = { readonly items: readonly Row[]; readonly next?: string };

/** The public id of a row, as paths and cross references carry it. */
export const idOf = (row: Pick<ViewRow, 'ownerTenantId' | 'id'>): string => publicId(row.ownerTenantId, row.id);

/** Who reads: `GET /me`. */
export type Me = {
  readonly tenantId: string;
  readonly actorId: string;
  readonly unitId: string;
  readonly postId: string;
  readonly roles: readonly Role[];
  /** The reader's own post while acting in another's. */
  readonly ownPostId?: string;
  readonly now: string;
  readonly tenantName: LocalisedText | null;
  readonly unitName: LocalisedText | null;
  /** What its level sees and may do. */
  readonly application: Application;
};

/** How far the demonstration's loader has come: `GET /demonstration`. */
export type Demonstration = {
  readonly running: boolean;
  readonly done: boolean;
  readonly steps: readonly { readonly name: string; readonly done: number; readonly total: number }[];
  /** The demonstration's own time, UTC. */
  readonly now: string;
};

/** One event of a stream as the audit replays it: with the state before and after. */
export type ReplayedEvent = {
  readonly id: string;
  readonly type: string;
  readonly revision: number;
  readonly position: string;
  readonly recordedAt: string;
  readonly occurredAt: string;
  readonly actor: { readonly tenantId: string; readonly actorId: string; readonly postId: string; readonly unitId: string; readonly ownPostId?: string };
  readonly causationId: string;
  readonly correlationId: string;
  readonly data: unknown;
  readonly before: unknown;
  readonly after: unknown;
};

export type History = { readonly stream: string; readonly events: readonly ReplayedEvent[]; readonly next?: number };

/** CloudEvents 1.0, structured mode: `GET /events/:eventId` and the feed. */
export type CloudEvent = {
  readonly id: string;
  readonly source: string;
  readonly type: string;
  readonly subject: string;
  /** When it was recorded, and when it happened by the caller's clock. */
  readonly time: string;
  readonly occurredat: string;
  readonly data: unknown;
};
