import { ProblemError } from '@zeren/http';
import type { ImportError } from '@zeren/tasks-domain';

/** 422: a standard file with errors; each is named with its place in the file. Nothing was published. */
export class ImportRefused extends ProblemError {
  constructor(file: string, errors: readonly ImportError[]) {
    super(422, 'standard-import-refused', {
      field: errors[0]?.path ?? '',
      details: { file, errors: errors.length },
      faults: errors.map(({ path, code, reason }) => ({ field: path, code, text: reason })),
    });
  }
}
