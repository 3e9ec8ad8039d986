import { existsSync } from 'node:fs';
import { PageFile } from './page-file.js';

/**
 * Refuses a data file that is not one, or that has lost its end: lmdb maps the file into memory,
 * and reading a page that is not there would end the process instead of raising an error.
 */
export function checkDataFile(file: string): void {
  if (!existsSync(file)) return;
  const pages = PageFile.open(file);
  try {
    pages.checkLength();
  } finally {
    pages.close();
  }
}
