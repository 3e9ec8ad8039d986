import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Event, EventMetadata } from '@zeren/kernel';

/** A published event as it was stored: these files are never edited, for neither is what the store holds. */
export type Sample = Event & { readonly file: string; readonly version: number; readonly stream: string; readonly metadata: EventMetadata };

const folder = join(__dirname, 'samples');

export const samples = (): Sample[] =>
  readdirSync(folder).sort().map((file) => {
    const version = /\.v(\d+)\.json$/.exec(file)?.[1];
    if (version === undefined) throw new Error(`${file} names no version`);
    return { file, version: Number(version), ...(JSON.parse(readFileSync(join(folder, file), 'utf8')) as Event & Pick<Sample, 'stream' | 'metadata'>) };
  });
