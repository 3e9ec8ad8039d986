import { Module } from '@nestjs/common';
import { accessControllers, accessProviders } from './access/index.js';
import { calendarControllers, calendarProviders } from './calendar/index.js';
import { matrixControllers, matrixProviders } from './matrix/index.js';
import { matterControllers, matterProviders } from './matters/index.js';
import { DirectoryController } from './directory.controller.js';
import { devolutionControllers, devolutionProviders } from './downward/index.js';
import { groupControllers, groupProviders } from './groups/index.js';
import { integrationControllers, integrationProviders } from './integrations/index.js';
import { levelsControllers, levelsProviders } from './levels/index.js';
import { leadershipControllers, leadershipProviders } from './leadership/index.js';
import { meetingControllers, meetingProviders } from './meetings/index.js';
import { Effective } from './effective.js';
import { RegisterCommandHandler, TenantCommandHandler } from './organisation.command-handlers.js';
import { onboardingControllers, onboardingProviders } from './onboarding/index.js';
import { OrganisationController } from './organisation.controller.js';
import { RegisterSurroundings } from './register-surroundings.js';
import { siteControllers, siteProviders } from './sites/index.js';
import { TenantsController } from './tenants.controller.js';
import { Today } from './today.js';

/** Tenants, units, posts. Needs ZerenModule beside it, with `organisationTables` and `organisationRefusals`. */
@Module({
  controllers: [...siteControllers, ...accessControllers, ...levelsControllers, ...leadershipControllers, ...groupControllers, ...meetingControllers, ...devolutionControllers, ...integrationControllers, ...onboardingControllers, ...matterControllers, ...matrixControllers, ...calendarControllers, TenantsController, OrganisationController, DirectoryController],
  providers: [...siteProviders, ...accessProviders, ...levelsProviders, ...leadershipProviders, ...groupProviders, ...meetingProviders, ...devolutionProviders, ...integrationProviders, ...onboardingProviders, ...matterProviders, ...matrixProviders, ...calendarProviders, TenantCommandHandler, RegisterCommandHandler, RegisterSurroundings, Effective, Today],
})
export class OrganisationModule {}
