import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';

/** Files below a folder in which one of these texts stands: the events, the tables and their log, what the processes said. */
export const filesNaming = (folder: string, texts: readonly string[]): readonly string[] => {
  const marks = texts.map((text) => Buffer.from(text, 'utf8'));
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true)
    .filter((path) => {
      const bytes = readFileSync(path);
      return marks.some((mark) => bytes.includes(mark));
    })
    .map((path) => relative(folder, path));
};
