import { Controller, Get, HttpCode, Param, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { DeciderRepository } from '@zeren/event-store';
import { CallerOf, notFound, OwnStreams, RolesAllowed, StreamedBody, streamIdOf, type EdgeReply, type EdgeRequest } from '@zeren/http';
import { streamName, type Caller } from '@zeren/kernel';
import { requestDecider, type FiledRequest, type RequestPhoto } from '@zeren/requests-domain';
import { OfficersPhotoQuery } from './photo.bodies.js';
import { PhotoShowing } from './photo-showing.js';
import { RequestPhotos } from './request-photos.js';

/** Photos of requests: taken in first, then named by their hash where something is filed or reported. */
@Controller('api/v1')
export class RequestPhotosController {
  constructor(
    private readonly photos: RequestPhotos,
    private readonly repository: DeciderRepository,
    private readonly showing: PhotoShowing,
    private readonly own: OwnStreams,
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
    const stream = streamIdOf('request', id);
    const { state } = await this.repository.load(requestDecider, stream, caller);
    if (state.status === 'none' || !(await this.own.sees(caller, streamName(stream)))) return notFound();
    const photo = photosOf(state).find((each) => each.hash === hash) ?? notFound();
    return this.showing.show(state, photo, reply, 'private, no-cache');
  }
}

export const photosOf = ({ content, parts, report, mediation }: FiledRequest): readonly RequestPhoto[] =>
  [...content.photos, ...parts.flatMap(({ photos }) => photos), ...(report?.photos ?? []), ...(mediation?.scan ? [mediation.scan] : [])];
