import type { Provider, Type } from '@nestjs/common';
import type { MigrationClass } from '@zeren/read-model';
import { PersonalKeys1361000000010 } from './migrations/personal-keys.js';
import { personalMasterKeyFrom } from './personal-cipher.js';
import { RequesterCommandHandler } from './requester.command-handler.js';
import { RequesterReader } from './requester-reader.js';
import { RequestersController } from './requesters.controller.js';
import { Requesters } from './requesters.js';
import { PERSONAL_MASTER_KEY, Sealing } from './sealing.js';

export { Requesters, type Kept, type Told } from './requesters.js';
export { Sealing } from './sealing.js';

export const requesterMigrations: readonly MigrationClass[] = [PersonalKeys1361000000010];

export const requesterControllers: readonly Type[] = [RequestersController];

/** Needs ZEREN_PERSONAL_KEY in the environment. */
export const requesterProviders: readonly Provider[] = [
  { provide: PERSONAL_MASTER_KEY, useFactory: () => personalMasterKeyFrom(process.env['ZEREN_PERSONAL_KEY']) },
  RequesterCommandHandler, RequesterReader, Requesters, Sealing,
];
