import type { ClockJob } from '@zeren/http';
import type { MigrationClass, PolicyJob, ViewTable } from '@zeren/read-model';
import { figuresTables } from './figures/index.js';
import { open311Migrations } from './open311/index.js';
import { photoMigrations, photoTables } from './photos/index.js';
import { publicTables } from './public/index.js';
import { requestClockJobs, requestPolicies, requestTables } from './request/index.js';
import { requesterMigrations } from './requester/index.js';

export { RequestsModule } from './requests.module.js';

/** Every view the requests context keeps. */
export const requestsTables: readonly ViewTable[] = [...requestTables, ...photoTables, ...publicTables, ...figuresTables];

/** Tables that are no views. */
export const requestsMigrations: readonly MigrationClass[] = [...requesterMigrations, ...photoMigrations, ...open311Migrations];

/** What the passing of time causes. */
export const requestsClockJobs: readonly ClockJob[] = requestClockJobs;

/** What events cause. */
export const requestsPolicies: readonly PolicyJob[] = requestPolicies;
