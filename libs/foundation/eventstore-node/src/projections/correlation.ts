import type { RecordedEvent } from '../storage/record.js';

const property = '$correlationId';

/** What the event's metadata says under `$correlationId`, as text. */
export function correlationOf({ metadata }: RecordedEvent): string | undefined {
  // Most events carry none, and parsing is what costs.
  if (!metadata.includes(property)) return undefined;
  try {
    const value = (JSON.parse(metadata.toString('utf8')) as Record<string, unknown> | null)?.[property];
    return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
  } catch {
    return undefined;
  }
}
