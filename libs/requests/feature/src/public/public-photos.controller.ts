import { Controller, Get, HttpCode, Param, Post, Query, Req, Res, type StreamableFile } from '@nestjs/common';
import { Public, StreamedBody, type EdgeReply, type EdgeRequest } from '@zeren/http';
import type { RequestPhoto } from '@zeren/requests-domain';
import { PhotoQuery } from '../photos/photo.bodies.js';
import { PhotoShowing, RequestPhotos } from '../photos/index.js';
import { RequestWork } from '../request/request-work.js';
import { FrontDoor } from './front-door.js';
import { PublicReader } from './public-reader.js';

/** A request that is reopened takes its photos back: nobody keeps them for long. */
const MINUTES = 'public, max-age=300';

/** Photos to and from people without an account. */
@Controller('api/v1/public/:tenantId')
@Public()
export class PublicPhotosController {
  constructor(
    private readonly door: FrontDoor,
    private readonly reader: PublicReader,
    private readonly photos: RequestPhotos,
    private readonly showing: PhotoShowing,
    private readonly work: RequestWork,
  ) {}

  /** The body is the photo itself, application/octet-stream, at most 10 MB. */
  @Post('photos')
  @HttpCode(200)
  @StreamedBody()
  async take(@Param('tenantId') tenantId: string, @Query() { mediaType }: PhotoQuery, @Req() request: EdgeRequest): Promise<RequestPhoto> {
    this.door.limit(request, 'photo');
    await this.door.of(tenantId);
    return this.photos.take(request, tenantId, mediaType);
  }

  /** A photo that came with the answer to a request on the public page. */
  @Get('requests/:id/photos/:hash')
  async show(
    @Param('tenantId') tenantId: string, @Param('id') id: string, @Param('hash') hash: string, @Req() request: EdgeRequest, @Res({ passthrough: true }) reply: EdgeReply,
  ): Promise<StreamableFile> {
    this.door.limit(request, 'photo');
    await this.door.of(tenantId);
    const photo = await this.reader.photo(tenantId, id, hash);
    return this.showing.show(await this.work.load(id, this.door.callerIn(tenantId)), photo, reply, MINUTES);
  }
}
