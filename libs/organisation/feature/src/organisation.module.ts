import { Module } from '@nestjs/common';
import { calendarControllers, calendarProviders } from './calendar/index.js';
import { matrixControllers, matrixProviders } from './matrix/index.js';
import { matterControllers, matterProviders } from './matters/index.js';
import { DirectoryController } from './directory.controller.js';
import { levelsControllers, levelsProviders } from './levels/index.js';
import { Effective } from './effective.js';
import { RegisterCommandHandler, TenantCommandHandler } from './organisation.command-handlers.js';
import { OrganisationController } from './organisation.controller.js';
import { RegisterSurroundings } from './register-surroundings.js';
import { TenantsController } from './tenants.controller.js';
import { Today } from './today.js';

/** Tenants, units, posts. Needs ZerenModule beside it, with `organisationTables` and `organisationRefusals`. */
@Module({
  controllers: [...levelsControllers, ...matterControllers, ...matrixControllers, ...calendarControllers, TenantsController, OrganisationController, DirectoryController],
  providers: [...levelsProviders, ...matterProviders, ...matrixProviders, ...calendarProviders, TenantCommandHandler, RegisterCommandHandler, RegisterSurroundings, Effective, Today],
})
export class OrganisationModule {}
