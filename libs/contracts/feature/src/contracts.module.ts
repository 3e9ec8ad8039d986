import { Module } from '@nestjs/common';
import { DeciderRepository, ownersReading } from '@zeren/event-store';
import { Confinements } from '@zeren/organisation-domain';
import { ContractBatchWork } from './contract-batch-work.js';
import { ContractBatchesController } from './contract-batches.controller.js';
import { ContractBatchCommandHandler, ContractCommandHandler, SignatureKeyCommandHandler } from './contract.command-handler.js';
import { ContractFacts } from './contract-facts.js';
import { ContractReader } from './contract-reader.js';
import { ContractWork } from './contract-work.js';
import { ContractPrinter } from './document/contract-printer.js';
import { ContractsController } from './contracts.controller.js';
import { KnownKeysReader } from './known-keys.js';
import { MASTER_KEY, masterKeyFrom, SignatureKeys } from './signature-keys.js';
import { SignatureKeysController } from './signature-keys.controller.js';
import { VetoClausesController } from './veto-clauses.controller.js';

/** By how many milliseconds what other processes changed in the organisation may be unknown to a list. */
const RECENT = 1_000;

/**
 * Responsibility contracts. Needs ZerenModule beside it, with `contractsTables` and `contractsRefusals`, the migrations
 * `contractsMigrations`, and ZEREN_SIGNING_KEY in the environment.
 */
@Module({
  controllers: [ContractsController, ContractBatchesController, VetoClausesController, SignatureKeysController],
  providers: [
    { provide: Confinements, inject: [DeciderRepository], useFactory: (repository: DeciderRepository) => new Confinements(ownersReading(repository, RECENT)) },
    { provide: MASTER_KEY, useFactory: () => masterKeyFrom(process.env['ZEREN_SIGNING_KEY']) },
    ContractBatchCommandHandler, ContractBatchWork, ContractCommandHandler, ContractFacts, ContractPrinter, ContractReader, ContractWork, KnownKeysReader, SignatureKeyCommandHandler, SignatureKeys,
  ],
})
export class ContractsModule {}
