import { OnboardingController, PopulationsController, UnitVersionsController } from './onboarding.controller.js';
import { RegisterImport } from './register-import.js';

export type { ImportError } from './import-file.js';
export type { ImportDryRun } from './register-import.js';
export const onboardingControllers = [OnboardingController, PopulationsController, UnitVersionsController];
export const onboardingProviders = [RegisterImport];
