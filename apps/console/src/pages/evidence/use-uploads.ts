import { isImage, isMediaType, type EvidenceFormat } from '@zeren/evidence-domain';
import { useCallback, useEffect, useRef, useState } from 'react';
import { afterOwnWrites, upload } from '../../api/client.js';
import { ServiceProblem } from '../../api/problem.js';
import { queries } from '../../api/reads.js';
import { declaredTypeOf } from './evidence-state.js';

/** A file on its way: chosen, sending, being checked by the service, filed, or not. */
export type Upload = {
  /** The key of its command: the same for every attempt. */
  readonly key: string;
  readonly file: File;
  readonly mediaType: string;
  readonly accepted: boolean;
  readonly title: string;
  readonly state: 'waiting' | 'sending' | 'checking' | 'done' | 'failed';
  /** From 0 to 1. */
  readonly share: number;
  readonly failure?: unknown;
  readonly evidenceId?: string;
};

/** What is said of all of them. */
export type Statement = {
  readonly unitId: string;
  readonly format: EvidenceFormat;
  readonly taskIds: readonly string[];
  readonly placeAndTime: boolean;
  readonly placeName: string;
};

const ATTEMPTS = 3;
const PAUSE_MS = 1_000;

const stemOf = (name: string): string => name.replace(/\.[A-Za-z0-9]{1,5}$/, '');

const chosen = (file: File): Upload => {
  const mediaType = declaredTypeOf(file);
  return { key: crypto.randomUUID(), file, mediaType, accepted: isMediaType(mediaType), title: stemOf(file.name), state: 'waiting', share: 0 };
};

/** A passing failure is tried again: the key makes sure that it is filed once. */
const sent = async (one: Upload, statement: Statement, onProgress: (share: number) => void, signal: AbortSignal): Promise<string> => {
  const params = {
    title: one.title, fileName: one.file.name, mediaType: one.mediaType, format: statement.format, unitId: statement.unitId, taskId: statement.taskIds,
    ...(statement.placeAndTime && isImage(one.mediaType) ? { placeAndTime: 'true' } : {}),
    ...(statement.placeName ? { placeName: statement.placeName } : {}), ...afterOwnWrites(),
  };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return (await upload('/evidence', params, one.file, { key: one.key, onProgress, signal })).id;
    } catch (failure) {
      if (attempt === ATTEMPTS || !(failure instanceof ServiceProblem) || !failure.passing) throw failure;
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
    }
  }
};

/** Files to be filed, sent one after the other; leaving the page stops them. */
export const useUploads = () => {
  const [uploads, setUploads] = useState<readonly Upload[]>([]);
  const [isSending, setSending] = useState(false);
  const stopping = useRef<AbortController | undefined>(undefined);
  useEffect(() => () => stopping.current?.abort(), []);
  const change = useCallback((key: string, said: Partial<Upload>) =>
    setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...said } : one))), []);
  const add = useCallback((files: Iterable<File>) => setUploads((all) => [...all, ...[...files].map(chosen)]), []);
  const remove = useCallback((key: string) => setUploads((all) => all.filter((one) => one.key !== key)), []);

  const send = async (statement: Statement): Promise<void> => {
    const controller = new AbortController();
    stopping.current = controller;
    setSending(true);
    for (const one of uploads.filter(({ state, accepted }) => accepted && (state === 'waiting' || state === 'failed'))) {
      if (controller.signal.aborted) break;
      const onProgress = (share: number) => change(one.key, { share, state: share < 1 ? 'sending' : 'checking' });
      change(one.key, { state: 'sending', share: 0, failure: undefined });
      await sent(one, statement, onProgress, controller.signal).then(
        (evidenceId) => change(one.key, { state: 'done', share: 1, evidenceId }),
        (failure: unknown) => change(one.key, controller.signal.aborted ? { state: 'waiting', share: 0 } : { state: 'failed', share: 0, failure }),
      );
    }
    setSending(false);
    await queries.invalidateQueries();
  };
  return { uploads, isSending, add, remove, change, send, stop: () => stopping.current?.abort() };
};
