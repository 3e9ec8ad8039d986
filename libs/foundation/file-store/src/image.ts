import { ProblemError } from '@zeren/http';
import type { Metadata, Sharp, SharpOptions } from 'sharp';
import { takenFrom, type Taken } from './exif.js';

const SECONDS = 60;

const encoded: Readonly<Record<string, (image: Sharp) => Sharp>> = {
  'image/jpeg': (image) => image.jpeg({ quality: 90 }),
  'image/png': (image) => image.png(),
  'image/webp': (image) => image.webp({ quality: 90 }),
};

/**
 * Writes a picture anew from its pixels, turned as the camera was held: whatever else was in the file (place, device,
 * names, thumbnails, appended data) is not in the new one. Returns when and where it was taken, as the old one said.
 */
export const rewriteImage = async (
  from: string, to: string, { mediaType, maxPixels }: { mediaType: string; maxPixels: number },
): Promise<Taken> => {
  const { default: sharp } = await import('sharp');
  const options: SharpOptions = { failOn: 'error', limitInputPixels: maxPixels, sequentialRead: true };
  // How many pixels it has stands in the header: nothing is unpacked to know it.
  const { width, height, exif } = await readable(() => sharp(from, { ...options, limitInputPixels: false }).metadata());
  if (width * height > maxPixels) {
    throw new ProblemError(422, 'file-image-too-large', { details: { width, height, limit: maxPixels } });
  }
  const image = sharp(from, options).autoOrient().timeout({ seconds: SECONDS });
  const write = encoded[mediaType];
  if (!write) throw new RangeError(`No encoder for ${mediaType}`);
  await readable(() => write(image).toFile(to));
  return takenFrom(exif);
};

const readable = async <T extends Metadata | object>(work: () => Promise<T>): Promise<T> => {
  try {
    return await work();
  } catch (error) {
    if (/No space left|ENOSPC/i.test(String(error))) throw new ProblemError(503, 'file-store-full');
    throw Object.assign(new ProblemError(422, 'file-image-broken'), { cause: error });
  }
};
