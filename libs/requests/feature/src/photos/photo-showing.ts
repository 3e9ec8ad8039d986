import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import { FILE_STORE, openVerified, type FileStore } from '@zeren/file-store';
import type { EdgeReply } from '@zeren/http';
import type { FiledRequest, RequestPhoto } from '@zeren/requests-domain';

/** Sends photos of requests, verified against their hash before a byte is sent. */
@Injectable()
export class PhotoShowing {
  constructor(@Inject(FILE_STORE) private readonly store: FileStore) {}

  /** @param caching what others on the way may keep of it */
  async show(request: FiledRequest, { hash, size, mediaType }: Pick<RequestPhoto, 'hash' | 'size' | 'mediaType'>, reply: EdgeReply, caching: string): Promise<StreamableFile> {
    const tenantId = await this.keeperOf(hash, tenantsOf(request));
    const handle = await openVerified(this.store, { tenantId, hash, size });
    reply.header('Content-Type', mediaType).header('Content-Length', size).header('ETag', `"${hash}"`).header('Cache-Control', caching);
    return new StreamableFile(handle.createReadStream({ start: 0 }));
  }

  /** Whoever sent it keeps it: the tenant it was filed with, or one of those who handled it. */
  private async keeperOf(hash: string, tenantIds: readonly string[]): Promise<string> {
    for (const tenantId of new Set(tenantIds)) {
      const handle = await this.store.open(tenantId, hash);
      if (handle) {
        await handle.close();
        return tenantId;
      }
    }
    return tenantIds[0] as string;
  }
}

const tenantsOf = ({ content, assignment, clocks }: FiledRequest): readonly string[] =>
  [content.ownerTenantId, ...(assignment ? [assignment.lead, ...assignment.supporting] : []).map(({ tenantId }) => tenantId), ...clocks.map(({ tenantId }) => tenantId)];
