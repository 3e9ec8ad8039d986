import type { RequestPhoto } from '@zeren/requests-domain';
import { command, sendFile } from '../../api/client.js';
import { ServiceProblem } from '../../api/problem.js';
import { bodyOf, sendAll, type Door, type Outcome } from './outbox.js';
import { draftsOf, dropDraft, keepDraft } from './phone-store.js';

/** Not signed in any more, or too early: the step itself was not judged. */
const unjudged: readonly number[] = [401, 412, 425, 428];

const ended = async <T>(attempt: Promise<T>): Promise<Outcome<T>> => {
  try {
    return { is: 'done', value: await attempt };
  } catch (failure) {
    if (!(failure instanceof ServiceProblem)) throw failure;
    const { status, code, detail, title } = failure.details;
    if (failure.passing || unjudged.includes(status)) return { is: 'passing' };
    return { is: 'refused', code, sentence: detail || title || code };
  }
};

const door: Door = {
  sendPhoto: ({ key, bytes, takenAt, point }) => ended(sendFile<RequestPhoto>(
    '/request-photos', { mediaType: bytes.type, takenAt, ...(point ?? {}) }, bytes, { key, onProgress: () => undefined, signal: new AbortController().signal },
  )),
  sendStep: (draft) => ended(command(`/requests/${encodeURIComponent(draft.requestId)}/${draft.step}`, bodyOf(draft), { key: draft.key })),
  keep: keepDraft,
  drop: dropDraft,
};

/** Sends what one person left on this phone; where another tab is already at it, nothing. */
export const sendDraftsOf = (actorId: string): Promise<void> =>
  navigator.locks.request('zeren-grid-outbox', { ifAvailable: true }, async (lock) => {
    if (lock) await sendAll(await draftsOf(actorId), door);
  });
