/** One aggregate's events. Its id carries its owner, so that the same local id in two tenants never meets. */
export type StreamId = {
  readonly category: string;
  readonly tenantId: string;
  readonly id: string;
};

/** `task-511900_abc`: the category before the first `-`, the owner after it, up to the first `_`. */
export const streamName = ({ category, tenantId, id }: StreamId): string => `${category}-${tenantId}_${id}`;

/** The parts of a stream name, or undefined where the name is not of this form. */
export const parseStreamName = (name: string): StreamId | undefined => {
  const match = /^([^-]+)-([^_]+)_(.+)$/.exec(name);
  if (!match) return undefined;
  const [, category, tenantId, id] = match as unknown as [string, string, string, string];
  return { category, tenantId, id };
};

/** The public id of an aggregate: `511900_abc`. */
export const publicId = (tenantId: string, id: string): string => `${tenantId}_${id}`;

/** The owner and local id of a public id, or undefined where it is not one. */
export const parsePublicId = (text: string): { tenantId: string; id: string } | undefined => {
  const match = /^([^_]+)_(.+)$/.exec(text);
  return match ? { tenantId: match[1] as string, id: match[2] as string } : undefined;
};
