import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { isImage, isMediaType, safeFileName, type Capture, type EvidenceFile, type MediaType } from '@zeren/evidence-domain';
import { FILE_STORE, Staging, takeFile, tooLarge, type FileStore, type StagedFile, type Taken } from '@zeren/file-store';
import { ProblemError, type EdgeRequest } from '@zeren/http';
import type { UploadQuery } from './evidence.bodies.js';
import { EVIDENCE_SETTINGS, type EvidenceSettings } from './settings.js';

/** A file that was taken in, found to be what it says, and cleaned. */
export type Intake = {
  readonly staged: StagedFile;
  /** SHA-256 of the bytes as they came. */
  readonly receivedHash: string;
  readonly file: EvidenceFile;
  readonly capture: Capture;
};

/** Takes in what is uploaded: checks size, type and content, and leaves in a picture nothing but the picture. */
@Injectable()
export class FileIntake implements OnModuleInit {
  constructor(
    private readonly staging: Staging,
    @Inject(EVIDENCE_SETTINGS) private readonly settings: EvidenceSettings,
    @Inject(FILE_STORE) private readonly store: FileStore,
  ) {}

  onModuleInit(): Promise<void> {
    return this.staging.prepare();
  }

  /** Refuses before a byte is taken in what the request itself shows to be wrong. */
  requireAcceptable({ raw, headers }: EdgeRequest, { mediaType, placeAndTime, ...query }: UploadQuery): void {
    if (headers['content-type'] !== 'application/octet-stream' || raw.readableEnded) throw new ProblemError(400, 'file-body-missing');
    acceptedType(mediaType);
    const { maxBytes: limit } = this.settings;
    if (Number(headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
    if (placeAndTime !== 'true') return;
    if (!isImage(mediaType)) throw new ProblemError(422, 'evidence-place-and-time-of-no-image', { field: 'placeAndTime' });
    if (query.capturedAt ?? query.latitude ?? query.longitude) throw new ProblemError(422, 'evidence-place-and-time-twice', { field: 'placeAndTime' });
  }

  /** The caller keeps or discards what is staged; where this throws, nothing is left. */
  async take({ raw }: EdgeRequest, query: UploadQuery): Promise<Intake> {
    const mediaType = acceptedType(query.mediaType);
    const { maxBytes, maxPixels } = this.settings;
    const { staged, receivedHash, taken } = await takeFile(this.staging, raw, { mediaType, maxBytes, maxPixels });
    try {
      const file = { hash: staged.hash, size: staged.size, mediaType, name: safeFileName(query.fileName, mediaType) };
      return { staged, receivedHash, file, capture: captureOf(query, taken) };
    } catch (error) {
      await this.staging.discard(staged);
      throw error;
    }
  }

  /** Hands it to the store. */
  keep(tenantId: string, staged: StagedFile): Promise<void> {
    return this.store.keep(tenantId, staged);
  }

  discard(staged: StagedFile): Promise<void> {
    return this.staging.discard(staged);
  }
}

const acceptedType = (declared: string): MediaType => {
  if (!isMediaType(declared)) throw new ProblemError(415, 'evidence-type-not-accepted', { field: 'mediaType', details: { mediaType: declared } });
  return declared;
};

/** Where and when: out of the picture where that is the evidence, else as it is stated. */
export const captureOf = (query: UploadQuery, taken: Taken | undefined): Capture => {
  const { capturedAt, latitude, longitude, placeName = null } = query;
  if (query.placeAndTime === 'true') {
    if (!taken?.at || !taken.place) throw new ProblemError(422, 'evidence-image-without-place-and-time', { field: 'placeAndTime' });
    return { ...taken, placeName, from: 'file' };
  }
  const place = latitude !== undefined && longitude !== undefined ? { latitude, longitude } : null;
  const at = capturedAt === undefined ? null : new Date(capturedAt).toISOString();
  return { at, place, placeName, from: at ?? place ?? placeName ? 'statement' : null };
};

/** What is filed if the bytes turn out to be what they are declared to be: enough to refuse an upload before it begins. */
export const declaredFile = ({ mediaType, fileName }: UploadQuery): EvidenceFile => ({
  hash: '', size: 0, mediaType, name: isMediaType(mediaType) ? safeFileName(fileName, mediaType) : fileName,
});
