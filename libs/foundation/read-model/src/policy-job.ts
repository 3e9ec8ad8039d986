import type { DeciderRepository, EventStore } from '@zeren/event-store';
import type { RecordedEvent } from '@zeren/kernel';

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

export type PolicyContext = { readonly store: EventStore; readonly repository: DeciderRepository };
