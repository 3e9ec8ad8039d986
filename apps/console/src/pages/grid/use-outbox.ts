import { useCallback, useEffect, useState } from 'react';
import { queries } from '../../api/reads.js';
import { useAccount } from '../../session/session.js';
import { sendDraftsOf } from './door.js';
import { inOrder, type Draft, type KeptPhoto } from './outbox.js';
import { draftsOf, dropDraft, keepDraft } from './phone-store.js';

/** Milliseconds between two attempts while something waits: a phone does not always notice that the network is back. */
const PAUSE = 30_000;

/** A step as the page makes it: whose it is, when and under which key are added here. */
export type Step = Pick<Draft, 'requestId' | 'subject' | 'step' | 'body'> & { readonly photos: readonly KeptPhoto[] };

/** What is left, and what of it was refused: whether the service has answered something. */
const markOf = (drafts: readonly Draft[]): string => drafts.map(({ key, refusal }) => `${key}${refusal?.code ?? ''}`).join(' ');

/** What this person did on this phone and the service has not answered yet; it is sent whenever there may be a network. */
export const useOutbox = () => {
  const { actorId } = useAccount();
  const [drafts, setDrafts] = useState<readonly Draft[]>([]);
  const [isSending, setSending] = useState(false);
  const look = useCallback(async () => {
    const present = inOrder(await draftsOf(actorId));
    setDrafts(present);
    return present;
  }, [actorId]);

  const send = useCallback(async () => {
    const before = await look();
    if (before.length === 0) return;
    setSending(true);
    await sendDraftsOf(actorId).finally(() => setSending(false));
    if (markOf(await look()) !== markOf(before)) await queries.invalidateQueries();
  }, [actorId, look]);

  const take = useCallback(async (step: Step) => {
    await keepDraft({ ...step, key: crypto.randomUUID(), actorId, madeAt: new Date().toISOString(), attempts: 0, refusal: null });
    await look();
    void send();
  }, [actorId, look, send]);

  const retry = useCallback(async (draft: Draft) => {
    await keepDraft({ ...draft, refusal: null });
    await send();
  }, [send]);

  const giveUp = useCallback(async ({ key }: Draft) => {
    await dropDraft(key);
    await send();
  }, [send]);

  useEffect(() => {
    const again = () => void send();
    again();
    const pulse = setInterval(again, PAUSE);
    const online = () => {
      void queries.invalidateQueries();
      again();
    };
    addEventListener('online', online);
    return () => {
      clearInterval(pulse);
      removeEventListener('online', online);
    };
  }, [send]);
  return { drafts, isSending, take, send, retry, giveUp };
};

export type Outbox = ReturnType<typeof useOutbox>;
