export { importRegister, type ImportRegister } from './import-register.js';
export { checkImport, planImport, type ImportChange, type ImportPlan, type ImportTables } from './import-plan.js';
export * from './onboarding.events.js';
export { linesOfRegister, type SheetTexts } from './onboarding-lines.js';
export { onboardingSheets, type OnboardingSheet } from './onboarding-sheets.js';
export { parseOnboarding, type OnboardingSheets, type OnboardingTable } from './onboarding-table.js';
export { populationOn } from './population-state.js';
export { populationProjection, type PopulationRow } from './population-view.js';
export type { RecordPopulations } from './populations.js';
