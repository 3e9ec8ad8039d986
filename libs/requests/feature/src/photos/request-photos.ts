import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { FILE_STORE, Staging, takeFile, tooLarge, type FileStore, type Taken } from '@zeren/file-store';
import { ProblemError, type EdgeRequest } from '@zeren/http';
import { DomainError } from '@zeren/kernel';
import { ReadModel } from '@zeren/read-model';
import type { RequestPhoto } from '@zeren/requests-domain';

/** Bytes and pixels of one photo. */
const MOST = { bytes: 10 * 1024 * 1024, pixels: 100_000_000 };

export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;

/** Takes in photos, cleaned of everything but the picture, and tells later what each of them shows. Each tenant's are its own. */
@Injectable()
export class RequestPhotos implements OnModuleInit {
  constructor(
    private readonly staging: Staging,
    @Inject(FILE_STORE) private readonly store: FileStore,
    private readonly readModel: ReadModel,
  ) {}

  onModuleInit(): Promise<void> {
    return this.staging.prepare();
  }

  /**
   * The body is the photo itself. What is too large or no photo is refused, and nothing of it is left. What is stated of when
   * and where it was taken holds only where the picture says nothing.
   */
  async take({ raw, headers }: EdgeRequest, tenantId: string, mediaType: string, stated: Taken = { at: null, place: null }): Promise<RequestPhoto> {
    if (headers['content-type'] !== 'application/octet-stream' || raw.readableEnded) throw new ProblemError(400, 'file-body-missing');
    if (Number(headers['content-length'] ?? 0) > MOST.bytes) throw tooLarge(MOST.bytes);
    const { staged, taken } = await takeFile(this.staging, raw, { mediaType, maxBytes: MOST.bytes, maxPixels: MOST.pixels });
    try {
      const photo: RequestPhoto = { hash: staged.hash, size: staged.size, mediaType, takenAt: taken?.at ?? stated.at, point: taken?.place ?? stated.place };
      await this.store.keep(tenantId, staged);
      return await this.noted(tenantId, photo);
    } finally {
      await this.staging.discard(staged);
    }
  }

  /** The photos of these hashes, in this order. Refuses one that the tenant never took in. */
  async of(tenantId: string, hashes: readonly string[]): Promise<readonly RequestPhoto[]> {
    if (hashes.length === 0) return [];
    const rows = await this.readModel.inTenant(tenantId, (manager) => manager.query<{ photo: RequestPhoto }[]>(
      'select photo from request_photo where tenant_id = $1 and hash = any($2)', [tenantId, hashes],
    ));
    const known = new Map(rows.map(({ photo }) => [photo.hash, photo]));
    return hashes.map((hash, at) => {
      const photo = known.get(hash);
      if (!photo) throw new DomainError('photo-unknown', `photos[${at}]`);
      return photo;
    });
  }

  /** Two pictures of the same pixels are one photo, as it was first taken in. */
  private async noted(tenantId: string, photo: RequestPhoto): Promise<RequestPhoto> {
    const rows = await this.readModel.inTenant(tenantId, (manager) => manager.query<{ photo: RequestPhoto }[]>(
      `insert into request_photo (tenant_id, hash, photo) values ($1, $2, $3)
        on conflict (tenant_id, hash) do update set hash = excluded.hash returning photo`, [tenantId, photo.hash, JSON.stringify(photo)],
    ));
    return rows[0]?.photo ?? photo;
  }
}
