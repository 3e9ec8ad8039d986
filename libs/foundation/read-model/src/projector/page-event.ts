import type { EventStore, RawRecordedEvent } from '@zeren/event-store';
import type { RecordedEvent } from '@zeren/kernel';

/** An event in stored bytes that is decoded once, and only if somebody wants it. */
export type PageEvent = {
  readonly raw: RawRecordedEvent;
  /** Throws where the bytes are not an event this process knows. */
  readonly decoded: () => RecordedEvent;
};

export const pageEventOf = (store: Pick<EventStore, 'decode'>, raw: RawRecordedEvent): PageEvent => {
  let event: RecordedEvent | undefined;
  return { raw, decoded: () => (event ??= store.decode(raw)) };
};
