/** Why the standalone cannot start, in one line for the person who started it. */
export class CannotStart extends Error {
  override readonly name = 'CannotStart';
}

const codeOf = (error: unknown): string => (error instanceof Error && 'code' in error ? String(error.code) : '');

/** The one line for an error met while starting; undefined where it is none that is expected. */
export const lineFor = (error: unknown, data: string): string | undefined => {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof CannotStart) return error.message;
  if (codeOf(error) === 'ENOSPC' || /No space left on device|ENOSPC/.test(error.message)) return `The disk that holds ${data} is full`;
  if (codeOf(error) === 'EACCES' || codeOf(error) === 'EROFS') return `The data folder ${data} cannot be written: choose another with ZEREN_DATA=<folder>`;
  if (error.name === 'DataFolderInUse') return inUse(data);
  return undefined;
};

export const inUse = (data: string): string =>
  `The data folder ${data} is in use by another copy of Zeren: stop it, or choose another folder with ZEREN_DATA=<folder>`;
