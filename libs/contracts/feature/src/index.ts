import type { MigrationClass } from '@zeren/read-model';
import { SealKeys1361000000001 } from './migrations/seal-keys.js';
import { SignatureKeys1361000000000 } from './migrations/signature-keys.js';

export { contractsTables } from './contract.tables.js';
export { ContractsModule } from './contracts.module.js';

/** Tables that are no views. */
export const contractsMigrations: readonly MigrationClass[] = [SignatureKeys1361000000000, SealKeys1361000000001];
