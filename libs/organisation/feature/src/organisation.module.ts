import { Module } from '@nestjs/common';
import { calendarControllers, calendarProviders } from './calendar/index.js';
import { DirectoryController } from './directory.controller.js';
import { Effective } from './effective.js';
import { RegisterCommandHandler, TenantCommandHandler } from './organisation.command-handlers.js';
import { OrganisationController } from './organisation.controller.js';
import { RegisterSurroundings } from './register-surroundings.js';
import { TenantsController } from './tenants.controller.js';
import { Today } from './today.js';

/** Tenants, units, posts. Needs ZerenModule beside it, with `organisationTables` and `organisationRefusals`. */
@Module({
  controllers: [...calendarControllers, TenantsController, OrganisationController, DirectoryController],
  providers: [...calendarProviders, TenantCommandHandler, RegisterCommandHandler, RegisterSurroundings, Effective, Today],
})
export class OrganisationModule {}
