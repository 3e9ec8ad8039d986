import type { Provider, Type } from '@nestjs/common';
import type { ViewTable } from '@zeren/read-model';
import { FrontDoor, PUBLIC_RATE, publicRateFrom } from './front-door.js';
import { PublicDirectoryController } from './public-directory.controller.js';
import { PublicFollowing } from './public-following.js';
import { PublicReader } from './public-reader.js';
import { PublicRequestsController } from './public-requests.controller.js';
import { publicRequestTable } from './public.table.js';
import { ReceiptsController } from './receipts.controller.js';

export { publicRequestTable } from './public.table.js';

export const publicTables: readonly ViewTable[] = [publicRequestTable];

export const publicControllers: readonly Type[] = [PublicRequestsController, PublicDirectoryController, ReceiptsController];

/** PUBLIC_RATE in the environment says how many filings a minute one address may send. */
export const publicProviders: readonly Provider[] = [
  { provide: PUBLIC_RATE, useFactory: () => publicRateFrom(process.env['PUBLIC_RATE']) },
  FrontDoor, PublicFollowing, PublicReader,
];
