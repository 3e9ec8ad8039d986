import { Controller, Get, HttpCode, Inject, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { DeciderRepository } from '@zeren/event-store';
import { FILE_STORE, openVerified, type FileStore } from '@zeren/file-store';
import { CallerOf, notFound, RolesAllowed, StreamedBody, streamIdOf, type EdgeReply, type EdgeRequest } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import { requestDecider, type FiledRequest, type RequestPhoto } from '@zeren/requests-domain';
import { OfficersPhotoQuery } from './photo.bodies.js';
import { RequestPhotos } from './request-photos.js';

/** Photos of requests: taken in first, then named by their hash where something is filed or reported. */
@Controller('api/v1')
export class RequestPhotosController {
  constructor(
    private readonly photos: RequestPhotos,
    private readonly repository: DeciderRepository,
    @Inject(FILE_STORE) private readonly store: FileStore,
  ) {}

  /** The body is the photo itself, application/octet-stream, at most 10 MB. */
  @Post('request-photos')
  @HttpCode(200)
  @StreamedBody()
  @RolesAllowed('hotline', 'city-office', 'district-office', 'officer', 'leader', 'inspector')
  take(@Req() request: EdgeRequest, @Query() { mediaType, takenAt, latitude, longitude }: OfficersPhotoQuery, @CallerOf() { tenantId }: Caller): Promise<RequestPhoto> {
    const at = takenAt === undefined ? null : new Date(takenAt).toISOString();
    const place = latitude !== undefined && longitude !== undefined ? { latitude, longitude } : null;
    return this.photos.take(request, tenantId, mediaType, { at, place });
  }

  /** A photo of a request, for those who may read it; verified against its hash before a byte is sent. */
  @Get('requests/:id/photos/:hash')
  async show(
    @Param('id') id: string, @Param('hash') hash: string, @CallerOf() caller: Caller, @Res({ passthrough: true }) reply: EdgeReply,
  ): Promise<StreamableFile> {
    const { state } = await this.repository.load(requestDecider, streamIdOf('request', id), caller);
    if (state.status === 'none') return notFound();
    const photo = photosOf(state).find((each) => each.hash === hash) ?? notFound();
    const tenantId = await this.keeperOf(photo, [...tenantsOf(state), caller.tenantId]);
    const handle = await openVerified(this.store, { tenantId, hash, size: photo.size });
    reply.header('Content-Type', photo.mediaType).header('Content-Length', photo.size).header('ETag', `"${hash}"`).header('Cache-Control', 'private, no-cache');
    return new StreamableFile(handle.createReadStream({ start: 0 }));
  }

  /** Whoever sent it keeps it: the tenant it was filed with, or one of those who handled it. */
  private async keeperOf({ hash }: RequestPhoto, tenantIds: readonly string[]): Promise<string> {
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

export const photosOf = ({ content, parts, report }: FiledRequest): readonly RequestPhoto[] =>
  [...content.photos, ...parts.flatMap(({ photos }) => photos), ...(report?.photos ?? [])];

const tenantsOf = ({ content, assignment, clocks }: FiledRequest): readonly string[] =>
  [content.ownerTenantId, ...(assignment ? [assignment.lead, ...assignment.supporting] : []).map(({ tenantId }) => tenantId), ...clocks.map(({ tenantId }) => tenantId)];
