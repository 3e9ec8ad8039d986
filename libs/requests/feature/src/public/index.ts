import type { Provider, Type } from '@nestjs/common';
import type { ViewTable } from '@zeren/read-model';
import { FrontDoor, PUBLIC_RATE, publicRateFrom, TILE_URL } from './front-door.js';
import { PublicDirectoryController } from './public-directory.controller.js';
import { PublicFollowing } from './public-following.js';
import { PublicReader } from './public-reader.js';
import { PublicRequestsController } from './public-requests.controller.js';
import { publicRequestTable } from './public.table.js';
import { ReceiptsController } from './receipts.controller.js';

export { publicRequestTable } from './public.table.js';

export const publicTables: readonly ViewTable[] = [publicRequestTable];

export const publicControllers: readonly Type[] = [PublicRequestsController, PublicDirectoryController, ReceiptsController];

/** In the environment, PUBLIC_RATE says how many filings a minute one address may send, TILE_URL where maps get their ground. */
export const publicProviders: readonly Provider[] = [
  { provide: PUBLIC_RATE, useFactory: () => publicRateFrom(process.env['PUBLIC_RATE']) },
  { provide: TILE_URL, useFactory: () => process.env['TILE_URL'] || null },
  FrontDoor, PublicFollowing, PublicReader,
];
