import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { FILE_STORE, Staging, takeFile, tooLarge, type FileStore, type StagedFile, type Taken } from '@zeren/file-store';
import { CLOCK, ProblemError, type Clock, type EdgeRequest } from '@zeren/http';
import { DomainError } from '@zeren/kernel';
import { ReadModel } from '@zeren/read-model';
import type { RequestPhoto } from '@zeren/requests-domain';
import { namedPhotoTable } from './photos.tables.js';

/** Bytes and pixels of one photo. */
const MOST = { bytes: 10 * 1024 * 1024, pixels: 100_000_000 };

/** Unfiled photos that one intake removes at most; the rest follow with the next. */
const REMOVED_AT_ONCE = 20;

export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const;

/** Takes in photos, cleaned of everything but the picture, and tells later what each of them shows. Each tenant's are its own. */
@Injectable()
export class RequestPhotos implements OnModuleInit {
  constructor(
    private readonly staging: Staging,
    @Inject(FILE_STORE) private readonly store: FileStore,
    private readonly readModel: ReadModel,
    @Inject(CLOCK) private readonly clock: Clock,
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
      await this.removeUnfiled(tenantId);
      return await this.held(tenantId, photo, staged);
    } finally {
      await this.staging.discard(staged);
    }
  }

  /** The photos of these hashes, in this order; they stay for another day. Refuses one that the tenant never took in, or that was not filed in time. */
  async of(tenantId: string, hashes: readonly string[], field = 'photos'): Promise<readonly RequestPhoto[]> {
    if (hashes.length === 0) return [];
    const rows = await this.readModel.inTenant(tenantId, (manager) => manager.query<{ photo: RequestPhoto }[]>(
      `with named as (update request_photo set touched_at = $3 where tenant_id = $1 and hash = any($2) returning photo)
        select photo from named`, [tenantId, hashes, this.clock.now()],
    ));
    const known = new Map(rows.map(({ photo }) => [photo.hash, photo]));
    return hashes.map((hash, at) => {
      const photo = known.get(hash);
      if (!photo) throw new DomainError('photo-unknown', `${field}[${at}]`);
      return photo;
    });
  }

  /** Two pictures of the same pixels are one photo, as it was first taken in. Its row is locked until its bytes are kept. */
  private held(tenantId: string, photo: RequestPhoto, staged: StagedFile): Promise<RequestPhoto> {
    return this.readModel.inTenant(tenantId, async (manager) => {
      const rows = await manager.query<{ photo: RequestPhoto }[]>(
        `insert into request_photo (tenant_id, hash, photo, touched_at) values ($1, $2, $3, $4)
          on conflict (tenant_id, hash) do update set touched_at = excluded.touched_at returning photo`,
        [tenantId, photo.hash, JSON.stringify(photo), this.clock.now()],
      );
      await this.store.keep(tenantId, staged);
      return rows[0]?.photo ?? photo;
    });
  }

  /**
   * Removes some of the photos that were sent and for a day never filed. A photo that is being filed is locked, or was touched a
   * moment ago; one that was touched after what the view has read for certain may have been filed since, and is left.
   */
  private async removeUnfiled(tenantId: string): Promise<void> {
    await this.readModel.inTenant(tenantId, async (manager) => {
      const rows = await manager.query<{ hash: string }[]>(
        `with unfiled as (
          select hash from request_photo held where tenant_id = $1 and touched_at < cast($2 as timestamptz) - interval '1 day'
            and touched_at < (select max(named_at) from ${namedPhotoTable.name} where reader_tenant_id = $1) - interval '1 hour'
            and not exists (select from ${namedPhotoTable.name} where reader_tenant_id = $1 and owner_tenant_id = $1 and id = held.hash)
          order by touched_at limit ${REMOVED_AT_ONCE} for update skip locked
        ), gone as (delete from request_photo where tenant_id = $1 and hash in (select hash from unfiled) returning hash)
        select hash from gone`, [tenantId, this.clock.now()],
      );
      for (const { hash } of rows) await this.store.remove(tenantId, hash);
    });
  }
}
