import type { ViewTable } from '@zeren/read-model';
import { AccessCommandHandler } from './access.command-handler.js';
import { AccessController } from './access.controller.js';
import { delegationTable, roleChangeTable } from './access.tables.js';

export const accessControllers = [AccessController];
export const accessProviders = [AccessCommandHandler];
export const accessTables: readonly ViewTable[] = [roleChangeTable, delegationTable];
