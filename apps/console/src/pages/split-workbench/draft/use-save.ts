import type { SplitProgressRow } from '@zeren/tasks-domain';
import { useMutation } from '@tanstack/react-query';
import { command } from '../../../api/client.js';
import { queries } from '../../../api/reads.js';
import { idOf } from '../../../api/rows.js';
import type { Changes } from './working-table.js';

/** Saves portion after portion, each on top of the one before; what was saved before a failure stays saved, and the rest is still there to be saved. */
export const useSave = (split: SplitProgressRow, onSaved: () => void) =>
  useMutation({
    mutationFn: async (changes: readonly Changes[]) => {
      let revision = split.revision;
      for (const body of changes) ({ revision } = await command(`/splits/${idOf(split)}/rows/changes`, body, { key: crypto.randomUUID(), revision }));
    },
    onSettled: () => queries.invalidateQueries(),
    onSuccess: onSaved,
  });
