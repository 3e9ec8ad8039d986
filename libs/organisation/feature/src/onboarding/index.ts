import { OnboardingController, PopulationsController, ReorganisationsController, UnitVersionsController } from './onboarding.controller.js';
import { RegisterImport } from './register-import.js';

export type { ImportError } from './import-file.js';
export type { Reorganisation } from './onboarding.controller.js';
export type { ImportDryRun } from './register-import.js';
export const onboardingControllers = [OnboardingController, PopulationsController, ReorganisationsController, UnitVersionsController];
export const onboardingProviders = [RegisterImport];
