import type { EventMetadata } from '@zeren/kernel';
import { recorded } from '@zeren/kernel/testing';
import { randomUUID } from 'node:crypto';
import type { NewEvent } from '../event-store.js';

/** A stream no other test uses. */
export const aStream = (category = 'sample'): string => `${category}-511900_${randomUUID()}`;

/** An event to append; say only what matters. */
export const anEvent = (type: string, data: unknown = {}, metadata: Partial<EventMetadata> = {}): NewEvent => ({
  id: randomUUID(),
  type,
  data,
  metadata: recorded({ type, data }, { metadata }).metadata,
});

export const everything = async <T>(items: AsyncIterable<T>): Promise<T[]> => {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
};

/** Waits until something holds; a bound only against waiting for ever. */
export const eventually = async (holds: () => boolean, withinMs = 25_000): Promise<void> => {
  const until = Date.now() + withinMs;
  while (!holds()) {
    if (Date.now() > until) throw new Error(`Did not hold within ${withinMs} ms: ${holds.toString()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};
