import type { DeciderRepository, EventStore } from '@zeren/event-store';
import type { RecordedEvent } from '@zeren/kernel';
import type { DataSource } from 'typeorm';

/**
 * An event that causes commands. Called at least once for each event it handles, in store order, never for two at a
 * time. A failure is tried again with growing pauses; then the event's stream is parked with the reason.
 */
export type PolicyJob = {
  /** Stable: its progress is kept under this name. */
  readonly name: string;
  readonly handles: readonly string[];
  readonly handle: (event: RecordedEvent, context: PolicyContext) => Promise<void>;
};

/** What a policy works with. `database` holds the views, of all tenants: each question names the tenant it is asked for. */
export type PolicyContext = { readonly store: EventStore; readonly repository: DeciderRepository; readonly database: DataSource };
