import type { EdgeRequest } from '../edge-request.js';
import { ProblemError } from '../problem.js';

const MEGABYTE = 1024 * 1024;
/** 10,000 rows are about 2 MB. */
const FILE_LIMIT = 20 * MEGABYTE;

/** The workbook that a request's body is, no further than its limit. Refuses a body that is not application/octet-stream. */
export const uploadedWorkbook = async ({ raw, headers }: EdgeRequest): Promise<Buffer> => {
  if (headers['content-type'] !== 'application/octet-stream' || raw.readableEnded) throw new ProblemError(400, 'spreadsheet-invalid');
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of raw as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > FILE_LIMIT) throw new ProblemError(413, 'spreadsheet-too-large', { details: { limit: FILE_LIMIT / MEGABYTE } });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};

/** The media type of the workbooks that are sent. */
export const WORKBOOK_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A text that a spreadsheet would take for a formula is shown as text: it begins with an apostrophe. Negative numbers stay. */
export const neutralised = (text: string): string => (/^[=+\-@\t\r]/.test(text) && !/^-\d+(\.\d+)?$/.test(text) ? `'${text}` : text);
