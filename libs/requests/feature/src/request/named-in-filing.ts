import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '@zeren/organisation-domain';
import type { RequestPhoto } from '@zeren/requests-domain';
import { RequestPhotos } from '../photos/index.js';
import { PlaceSites } from '../public/place-sites.js';
import type { FilingBody } from './request.bodies.js';

/** What a filing names that must be there already: photos that were sent before, and a place that is one. */
@Injectable()
export class NamedInFiling {
  constructor(
    private readonly photos: RequestPhotos,
    private readonly sites: PlaceSites,
  ) {}

  /** The photos; refuses one that was never taken in, a site that is not registered, and a point outside the territory. */
  async of(tenantId: string, { place, photos }: Pick<FilingBody, 'place' | 'photos'>, day: CalendarDate): Promise<readonly RequestPhoto[]> {
    await this.sites.require(tenantId, place, day);
    return this.photos.of(tenantId, photos);
  }
}
