import type { Provider, Type } from '@nestjs/common';
import type { ViewTable } from '@zeren/read-model';
import { FrontDoor, PUBLIC_RATE, publicRateFrom } from './front-door.js';
import { MAP_GROUND, mapGroundFrom } from './map-ground.js';
import { PlaceSites } from './place-sites.js';
import { PublicDirectoryController } from './public-directory.controller.js';
import { PublicFollowing } from './public-following.js';
import { PublicPhotosController } from './public-photos.controller.js';
import { PublicReader } from './public-reader.js';
import { PublicRequestsController } from './public-requests.controller.js';
import { placeSiteTable, publicRequestTable } from './public.table.js';
import { ReceiptsController } from './receipts.controller.js';

export { publicRequestTable } from './public.table.js';

export const publicTables: readonly ViewTable[] = [publicRequestTable, placeSiteTable];

export const publicControllers: readonly Type[] = [PublicRequestsController, PublicPhotosController, PublicDirectoryController, ReceiptsController];

/** In the environment, PUBLIC_RATE says how many filings a minute one address may send, TILE_URL and TILE_ATTRIBUTION where maps get their ground and whose it is. */
export const publicProviders: readonly Provider[] = [
  { provide: PUBLIC_RATE, useFactory: () => publicRateFrom(process.env['PUBLIC_RATE']) },
  { provide: MAP_GROUND, useFactory: () => mapGroundFrom(process.env) },
  FrontDoor, PlaceSites, PublicFollowing, PublicReader,
];
