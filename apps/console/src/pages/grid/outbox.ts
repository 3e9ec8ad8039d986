import type { RequestPhoto } from '@zeren/requests-domain';

/** A photo on this phone: its bytes until the service has them, and what the service called it then. */
export type KeptPhoto = {
  readonly key: string;
  readonly bytes: Blob;
  /** When it was taken by this phone's clock, UTC; and where, where the officer let the phone say so. */
  readonly takenAt: string;
  readonly point: RequestPhoto['point'];
  /** Null until the service has it. */
  readonly sent: RequestPhoto | null;
};

/** One step that an officer took, kept on the phone until the service has answered it. */
export type Draft = {
  /** Its Idempotency-Key: the same for every attempt, so that the step is taken once. */
  readonly key: string;
  /** Whose it is: nobody else who signs in on this phone sends it. */
  readonly actorId: string;
  readonly requestId: string;
  readonly subject: string;
  /** The last part of the command's path. */
  readonly step: GridStep;
  readonly body: Readonly<Record<string, unknown>>;
  readonly photos: readonly KeptPhoto[];
  /** UTC, by this phone's clock. */
  readonly madeAt: string;
  readonly attempts: number;
  /** Why the service refused it, in the words it gave; null while it waits. */
  readonly refusal: { readonly code: string; readonly sentence: string } | null;
};

export const gridSteps = ['taking', 'stages', 'part', 'report'] as const;
export type GridStep = (typeof gridSteps)[number];

/** How an attempt ended: the service has it; it may succeed later; it is refused for a reason. */
export type Outcome<T> = { readonly is: 'done'; readonly value: T } | { readonly is: 'passing' } | { readonly is: 'refused'; readonly code: string; readonly sentence: string };

/** The way out of the phone, and the place where drafts are kept meanwhile. */
export type Door = {
  readonly sendPhoto: (photo: KeptPhoto) => Promise<Outcome<RequestPhoto>>;
  readonly sendStep: (draft: Draft) => Promise<Outcome<unknown>>;
  readonly keep: (draft: Draft) => Promise<void>;
  readonly drop: (key: string) => Promise<void>;
};

/** In the order in which they were made. */
export const inOrder = (drafts: readonly Draft[]): readonly Draft[] =>
  [...drafts].sort((one, other) => one.madeAt.localeCompare(other.madeAt) || one.key.localeCompare(other.key));

const withPhotosSent = async (draft: Draft, door: Door): Promise<Outcome<Draft>> => {
  let current = draft;
  for (const photo of draft.photos) {
    if (photo.sent) continue;
    const outcome = await door.sendPhoto(photo);
    if (outcome.is !== 'done') return outcome;
    current = { ...current, photos: current.photos.map((one) => (one.key === photo.key ? { ...one, sent: outcome.value } : one)) };
    await door.keep(current);
  }
  return { is: 'done', value: current };
};

const sendOne = async (draft: Draft, door: Door): Promise<Outcome<unknown>['is']> => {
  const attempt = { ...draft, attempts: draft.attempts + 1 };
  await door.keep(attempt);
  const ready = await withPhotosSent(attempt, door);
  const outcome = ready.is === 'done' ? await door.sendStep(ready.value) : ready;
  if (outcome.is === 'done') await door.drop(draft.key);
  if (outcome.is === 'refused') {
    const latest = ready.is === 'done' ? ready.value : attempt;
    await door.keep({ ...latest, refusal: { code: outcome.code, sentence: outcome.sentence } });
  }
  return outcome.is;
};

/**
 * Sends what waits, one after the other. The first failure that may pass ends it: there is no network. What is refused
 * is kept with the reason, and later steps on the same request wait for it; other requests go on.
 */
export const sendAll = async (drafts: readonly Draft[], door: Door): Promise<void> => {
  const halted = new Set(drafts.filter(({ refusal }) => refusal).map(({ requestId }) => requestId));
  for (const draft of inOrder(drafts)) {
    if (halted.has(draft.requestId)) continue;
    const end = await sendOne(draft, door);
    if (end === 'passing') return;
    if (end === 'refused') halted.add(draft.requestId);
  }
};

/** The body a step is sent with, its photos by their hashes, as the service has them. */
export const bodyOf = ({ step, body, photos }: Draft): object =>
  (step === 'part' || step === 'report' ? { ...body, photos: photos.flatMap(({ sent }) => (sent ? [sent.hash] : [])) } : body);
