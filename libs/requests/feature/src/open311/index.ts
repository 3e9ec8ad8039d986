import type { Provider, Type } from '@nestjs/common';
import type { MigrationClass } from '@zeren/read-model';
import { GeoReportFilter } from './georeport.filter.js';
import { Open311Keys1361000000012 } from './migrations/open311-keys.js';
import { Open311Controller } from './open311.controller.js';
import { Open311Keys } from './open311-keys.js';
import { Open311KeysController } from './open311-keys.controller.js';
import { ServiceRequestFiling } from './service-request-filing.js';
import { ServiceRequests } from './service-requests.js';

export const open311Migrations: readonly MigrationClass[] = [Open311Keys1361000000012];

export const open311Controllers: readonly Type[] = [Open311Controller, Open311KeysController];

export const open311Providers: readonly Provider[] = [GeoReportFilter, Open311Keys, ServiceRequestFiling, ServiceRequests];
