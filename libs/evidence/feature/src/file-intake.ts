import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { isImage, isMediaType, safeFileName, type Capture, type EvidenceFile, type MediaType } from '@zeren/evidence-domain';
import { ProblemError, type EdgeRequest } from '@zeren/http';
import type { UploadQuery } from './evidence.bodies.js';
import { acceptedType, mediaTypeShown } from './storage/content.js';
import type { Taken } from './storage/exif.js';
import { FILE_STORE, type FileStore, type StagedFile } from './storage/file-store.js';
import { rewriteImage } from './storage/image.js';
import { EVIDENCE_SETTINGS, type EvidenceSettings } from './storage/settings.js';
import { Staging, tooLarge } from './storage/staging.js';

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
    if (headers['content-type'] !== 'application/octet-stream' || raw.readableEnded) throw new ProblemError(400, 'evidence-body-missing');
    acceptedType(mediaType, mediaType);
    const { maxBytes: limit } = this.settings;
    if (Number(headers['content-length'] ?? 0) > limit) throw tooLarge(limit);
    if (placeAndTime !== 'true') return;
    if (!isImage(mediaType)) throw new ProblemError(422, 'evidence-place-and-time-of-no-image', { field: 'placeAndTime' });
    if (query.capturedAt ?? query.latitude ?? query.longitude) throw new ProblemError(422, 'evidence-place-and-time-twice', { field: 'placeAndTime' });
  }

  /** The caller keeps or discards what is staged; where this throws, nothing is left. */
  async take({ raw }: EdgeRequest, query: UploadQuery): Promise<Intake> {
    const received = await this.staging.receive(raw, this.settings.maxBytes);
    try {
      const mediaType = acceptedType(query.mediaType, await mediaTypeShown(received.path));
      const { staged, taken } = isImage(mediaType) ? await this.cleaned(received, mediaType) : { staged: received, taken: undefined };
      try {
        const capture = captureOf(query, taken);
        const file = { hash: staged.hash, size: staged.size, mediaType, name: safeFileName(query.fileName, mediaType) };
        return { staged, receivedHash: received.hash, file, capture };
      } catch (error) {
        await this.staging.discard(staged);
        throw error;
      }
    } catch (error) {
      await this.staging.discard(received);
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

  private async cleaned(received: StagedFile, mediaType: MediaType): Promise<{ staged: StagedFile; taken: Taken }> {
    const path = this.staging.newPath();
    try {
      const taken = await rewriteImage(received.path, path, { mediaType, maxPixels: this.settings.maxPixels });
      const staged = await this.staging.complete(path);
      await this.staging.discard(received);
      return { staged, taken };
    } catch (error) {
      await this.staging.discard({ path });
      throw error;
    }
  }
}

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
