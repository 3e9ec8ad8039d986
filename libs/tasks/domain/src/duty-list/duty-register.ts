import type { Projection, RecordedEvent, RowKey } from '@zeren/kernel';
import { rowForEachReader } from '../reader-rows.js';
import type { DutyListPublished } from './duty-list.events.js';

/** One version of a town's list, in force until the next was laid down. */
export type DutyListVersion = Pick<DutyListPublished['data'], 'version' | 'document' | 'items'> & { readonly publishedAt: string };

/** A town's list as its district reads it, under the town's id. */
export type DutyListRow = RowKey & DutyListVersion & {
  /** Every version, the latest last. */
  readonly versions: readonly DutyListVersion[];
  readonly revision: number;
};

const evolve = (row: DutyListRow | undefined, { data, metadata, revision }: RecordedEvent<DutyListPublished>, key: RowKey): DutyListRow => {
  const { version, document, items } = data;
  const latest: DutyListVersion = { version, document, items, publishedAt: metadata.occurredAt };
  return { ...key, ...latest, versions: [...(row?.versions ?? []), latest], revision };
};

export const dutyRegister: Projection<DutyListRow, DutyListPublished> = {
  name: 'duty_register', version: 1, handles: ['DutyListPublished'], keys: rowForEachReader, evolve,
};
