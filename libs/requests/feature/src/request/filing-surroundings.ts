import { Injectable } from '@nestjs/common';
import { DeciderRepository } from '@zeren/event-store';
import type { Caller, StreamId } from '@zeren/kernel';
import type { CalendarDate } from '@zeren/organisation-domain';
import { requestDecider, type RequestPhoto, type RequestState } from '@zeren/requests-domain';
import { RequestPhotos } from '../photos/index.js';
import { PlaceSites } from '../public/place-sites.js';
import type { FilingBody } from './request.bodies.js';

/** What is there already when something is filed: the photos and the place it names, and the filing itself where it is sent again. */
@Injectable()
export class FilingSurroundings {
  constructor(
    private readonly photos: RequestPhotos,
    private readonly sites: PlaceSites,
    private readonly repository: DeciderRepository,
  ) {}

  /** The photos; refuses one that was never taken in, a site that is not registered, and a point outside the territory. */
  async photosOf(tenantId: string, { place, photos }: Pick<FilingBody, 'place' | 'photos'>, day: CalendarDate): Promise<readonly RequestPhoto[]> {
    await this.sites.require(tenantId, place, day);
    return this.photos.of(tenantId, photos);
  }

  async filed(stream: StreamId, caller: Caller): Promise<RequestState> {
    return (await this.repository.load(requestDecider, stream, caller)).state;
  }
}
