import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { sendFile, upload, type Changed, type Params } from './client.js';
import { queries } from './reads.js';

/** A file held against the rules, and then brought in: nothing is written before it is sound. */
export const useFileImport = <DryRun>(path: string, said: Params, revision: number | undefined, onImported: (changed: Changed) => void) => {
  const [key] = useState(() => crypto.randomUUID());
  const options = { key, onProgress: () => undefined, signal: new AbortController().signal, ...(revision === undefined ? {} : { revision }) };
  const check = useMutation({ mutationFn: (file: File) => sendFile<DryRun>(path, { ...said, dryRun: 'true' }, file, options) });
  const bringIn = useMutation({
    mutationFn: (file: File) => upload(path, said, file, options),
    onSuccess: async (changed) => {
      await queries.invalidateQueries();
      onImported(changed);
    },
  });
  return { check, bringIn };
};
