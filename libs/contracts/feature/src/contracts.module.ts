import { Module } from '@nestjs/common';
import { ContractCommandHandler } from './contract.command-handler.js';
import { ContractFacts } from './contract-facts.js';
import { ContractReader } from './contract-reader.js';
import { ContractWork } from './contract-work.js';
import { ContractPrinter } from './document/contract-printer.js';
import { ContractsController } from './contracts.controller.js';
import { MASTER_KEY, masterKeyFrom, SignatureKeys } from './signature-keys.js';

/**
 * Responsibility contracts. Needs ZerenModule beside it, with `contractsTables` and `contractsRefusals`, the migrations
 * `contractsMigrations`, and ZEREN_SIGNING_KEY in the environment.
 */
@Module({
  controllers: [ContractsController],
  providers: [
    { provide: MASTER_KEY, useFactory: () => masterKeyFrom(process.env['ZEREN_SIGNING_KEY']) },
    ContractCommandHandler, ContractFacts, ContractPrinter, ContractReader, ContractWork, SignatureKeys,
  ],
})
export class ContractsModule {}
