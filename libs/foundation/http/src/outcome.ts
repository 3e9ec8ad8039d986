import type { Outcome } from '@zeren/event-store';
import { publicId } from '@zeren/kernel';
import type { EdgeReply, EdgeRequest } from './edge-request.js';

/** What a command answers: whose stream it was, its revision now, and the commit position to read `?after=`. */
export type CommandAnswer = { readonly id: string; readonly revision: number; readonly position: string };

const isOutcome = (value: unknown): value is Outcome<unknown> => {
  if (typeof value !== 'object' || value === null) return false;
  const { id, revision, position } = value as Partial<Outcome<unknown>>;
  return typeof position === 'bigint' && typeof revision === 'number' && typeof id === 'object' && 'category' in id;
};

/** Whether the command's own events are all the stream has. */
const created = ({ recorded, revision }: Outcome<unknown>): boolean => recorded > 0 && revision === recorded - 1;

/** The address of what was created: of the collection it was posted to, or of the id named in it. */
const locationOf = (url: string, id: string): string => {
  const path = url.split('?', 1)[0] as string;
  const named = path.indexOf(`/${id}`);
  return named < 0 ? `${path}/${id}` : path.slice(0, named + id.length + 1);
};

/**
 * Turns an {@link Outcome} that a controller returned into the answer of a command: 201 with `Location`
 * where it created its stream, else 200; `ETag` and `Zeren-Position`. Any other value passes unchanged.
 */
export const answerOutcome = (request: EdgeRequest, reply: EdgeReply, payload: unknown): unknown => {
  if (!isOutcome(payload)) return payload;
  const id = publicId(payload.id.tenantId, payload.id.id);
  const position = String(payload.position);
  reply.header('ETag', `"${payload.revision}"`).header('Zeren-Position', position);
  if (created(payload)) reply.status(201).header('Location', locationOf(request.url, id));
  else reply.status(200);
  const answer: CommandAnswer = { id, revision: payload.revision, position };
  return answer;
};
