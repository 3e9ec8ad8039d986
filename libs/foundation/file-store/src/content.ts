import { createReadStream } from 'node:fs';
import { ProblemError } from '@zeren/http';

/** The media type the bytes show; `application/octet-stream` where they show none. */
export const mediaTypeShown = async (path: string): Promise<string> => {
  const { fileTypeFromFile } = await import('file-type');
  const shown = await fileTypeFromFile(path).catch(unreadable);
  if (shown) return shown.mime;
  return (await isReadable(path)) ? 'text/plain' : 'application/octet-stream';
};

/** A file cut short or made to mislead shows nothing; what the disk refuses is no matter of its content. */
const unreadable = (error: unknown): undefined => {
  if (typeof (error as { code?: unknown }).code === 'string') throw error;
  return undefined;
};

/** The type that was declared and shown by the bytes too; all kinds of text show the same. A file that lies about its type is refused. */
export const requireShown = (declared: string, shown: string): void => {
  if (declared === shown || (declared.startsWith('text/') && shown === 'text/plain')) return;
  throw new ProblemError(422, 'file-type-differs', { field: 'mediaType', details: { declared, found: shown } });
};

/** The encodings in which offices write: UTF-8, and what older programs save. */
const encodings = ['utf-8', 'gb18030'] as const;
/** Control characters other than those that lay a text out. */
const binary = /(?![\t\n\f\r])\p{Cc}/u;

const isReadable = async (path: string): Promise<boolean> => {
  for (const encoding of encodings) if (await isTextIn(path, encoding)) return true;
  return false;
};

const isTextIn = async (path: string, encoding: string): Promise<boolean> => {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const chunk of createReadStream(path) as AsyncIterable<Buffer>) {
      if (binary.test(decoder.decode(chunk, { stream: true }))) return false;
    }
    return !binary.test(decoder.decode());
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return false;
    throw error;
  }
};
