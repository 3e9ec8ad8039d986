import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { Draft } from './outbox.js';

/** What was read last, to be shown where there is no network. */
export type Remembered<T> = { readonly key: string; readonly value: T; /** UTC, by this phone's clock. */ readonly readAt: string };

type Phone = DBSchema & {
  drafts: { key: string; value: Draft; indexes: { actorId: string } };
  readings: { key: string; value: Remembered<unknown> };
};

let opened: Promise<IDBPDatabase<Phone>> | undefined;

const phone = (): Promise<IDBPDatabase<Phone>> => {
  opened ??= openDB<Phone>('zeren-grid', 1, {
    upgrade: (database) => {
      database.createObjectStore('drafts', { keyPath: 'key' }).createIndex('actorId', 'actorId');
      database.createObjectStore('readings', { keyPath: 'key' });
    },
  });
  return opened;
};

export const keepDraft = async (draft: Draft): Promise<void> => { await (await phone()).put('drafts', draft); };

export const dropDraft = async (key: string): Promise<void> => { await (await phone()).delete('drafts', key); };

/** The drafts of one person on this phone. */
export const draftsOf = async (actorId: string): Promise<readonly Draft[]> => (await phone()).getAllFromIndex('drafts', 'actorId', actorId);

export const remember = async (key: string, value: unknown): Promise<void> => {
  await (await phone()).put('readings', { key, value, readAt: new Date().toISOString() });
};

export const recall = async <T>(key: string): Promise<Remembered<T> | undefined> =>
  (await (await phone()).get('readings', key)) as Remembered<T> | undefined;
