import { useMutation } from '@tanstack/react-query';
import { useRef } from 'react';
import { command, type Changed } from './client.js';
import { queries } from './reads.js';

type Attempt = { readonly text: string; readonly key: string };

/** What a command is sent with: its body, and the revision the reader saw. */
export type Intent = { readonly path: string; readonly body: unknown; readonly revision?: number };

/**
 * Sends a command once, however often its button is pressed: a repeat of the same intent carries the same key
 * until it has succeeded. Afterwards every read on the page is made again and includes the change.
 */
export const useCommand = <T extends Changed = Changed>(onDone?: (changed: T) => void) => {
  const attempt = useRef<Attempt | undefined>(undefined);
  return useMutation({
    mutationFn: ({ path, body, revision }: Intent) => {
      const text = JSON.stringify([path, body]);
      if (attempt.current?.text !== text) attempt.current = { text, key: crypto.randomUUID() };
      return command<T>(path, body, { key: attempt.current.key, ...(revision === undefined ? {} : { revision }) });
    },
    onSuccess: async (changed) => {
      attempt.current = undefined;
      await queries.invalidateQueries();
      onDone?.(changed);
    },
  });
};
