import { ProblemError } from '@zeren/http';
import type { LocalisedText } from '@zeren/kernel';
import type { ImportError } from '@zeren/tasks-domain';

/** 422: a standard file with errors; each is named with its place in the file. Nothing was published. */
export class ImportRefused extends ProblemError {
  readonly faults: readonly { readonly field: string; readonly code: string; readonly text: LocalisedText }[];

  constructor(file: string, errors: readonly ImportError[]) {
    super(422, 'standard-import-refused', { field: errors[0]?.path ?? '', details: { file, errors: errors.length } });
    this.faults = errors.map(({ path, code, reason }) => ({ field: path, code, text: reason }));
  }
}
