import { Module, type DynamicModule } from '@nestjs/common';
import { AuditReadsModule } from './audit-reads.module.js';
import { HistoryController } from './history.controller.js';
import { FOLDS, Replay, type Folds } from './replay.js';

/** Replays any stream for those who may read it. Knows no domain: the application gives the folds. */
@Module({})
export class AuditModule {
  static register({ folds }: { readonly folds: Folds }): DynamicModule {
    return {
      module: AuditModule,
      imports: [AuditReadsModule],
      controllers: [HistoryController],
      providers: [Replay, { provide: FOLDS, useValue: folds }],
    };
  }
}
