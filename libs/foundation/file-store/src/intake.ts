import type { Readable } from 'node:stream';
import { mediaTypeShown, requireShown } from './content.js';
import type { Taken } from './exif.js';
import type { StagedFile } from './file-store.js';
import { rewriteImage } from './image.js';
import type { Staging } from './staging.js';

/** How much is taken in, and what it is declared to be. */
export type IntakeTerms = { readonly mediaType: string; readonly maxBytes: number; readonly maxPixels: number };

/** A file found to be what it was declared to be; a picture is written anew, and holds nothing but the picture. */
export type TakenIn = {
  readonly staged: StagedFile;
  /** SHA-256 of the bytes as they came. */
  readonly receivedHash: string;
  /** What a picture's camera wrote into it; undefined for anything else. */
  readonly taken: Taken | undefined;
};

/** Takes in a body: checks size, type and content, and cleans pictures. The caller keeps or discards what is staged; where this throws, nothing is left. */
export const takeFile = async (staging: Staging, body: Readable, { mediaType, maxBytes, maxPixels }: IntakeTerms): Promise<TakenIn> => {
  const received = await staging.receive(body, maxBytes);
  try {
    requireShown(mediaType, await mediaTypeShown(received.path));
    const cleaned = mediaType.startsWith('image/') ? await cleanedImage(staging, received, { mediaType, maxPixels }) : { staged: received, taken: undefined };
    return { ...cleaned, receivedHash: received.hash };
  } catch (error) {
    await staging.discard(received);
    throw error;
  }
};

const cleanedImage = async (
  staging: Staging, received: StagedFile, terms: { mediaType: string; maxPixels: number },
): Promise<{ staged: StagedFile; taken: Taken }> => {
  const path = staging.newPath();
  try {
    const taken = await rewriteImage(received.path, path, terms);
    const staged = await staging.complete(path);
    await staging.discard(received);
    return { staged, taken };
  } catch (error) {
    await staging.discard({ path });
    throw error;
  }
};
