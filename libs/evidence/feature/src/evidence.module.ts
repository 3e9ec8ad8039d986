import { Module } from '@nestjs/common';
import { DeciderRepository, ownersReading } from '@zeren/event-store';
import { FILE_STORE, fileStoreOf, Staging } from '@zeren/file-store';
import { Confinements } from '@zeren/organisation-domain';
import { DemandReader } from './demand-reader.js';
import { DossierWork } from './dossier-work.js';
import { DossierCommandHandler, EvidenceCommandHandler } from './evidence.command-handler.js';
import { EvidenceController } from './evidence.controller.js';
import { EvidenceFacts } from './evidence-facts.js';
import { EvidenceFilesController } from './evidence-files.controller.js';
import { EvidenceReader } from './evidence-reader.js';
import { EvidenceWork } from './evidence-work.js';
import { FileIntake } from './file-intake.js';
import { EvidencePack } from './pack/evidence-pack.js';
import { PackRecords } from './pack/pack-records.js';
import { MeasureReader } from './measure-reader.js';
import { ExperienceCommandHandler, SurveyCommandHandler, TrainingCommandHandler } from './record.command-handlers.js';
import { RecordKnowledge } from './record-knowledge.js';
import { ExperiencesController, SurveysController, TrainingsController } from './records.controllers.js';
import { EVIDENCE_SETTINGS, evidenceSettingsFrom, type EvidenceSettings } from './settings.js';

/** By how many milliseconds what other processes changed in the organisation may be unknown to a list. */
const RECENT = 1_000;

/**
 * Evidence, surveys, trainings, experiences. Needs ZerenModule beside it, with `evidenceTables`, `evidenceRefusals` and `fileRefusals`, and in the environment ZEREN_DATA
 * or the S3 store.
 */
@Module({
  controllers: [EvidenceController, EvidenceFilesController, SurveysController, TrainingsController, ExperiencesController],
  providers: [
    { provide: Confinements, inject: [DeciderRepository], useFactory: (repository: DeciderRepository) => new Confinements(ownersReading(repository, RECENT)) },
    { provide: EVIDENCE_SETTINGS, useFactory: () => evidenceSettingsFrom(process.env) },
    { provide: Staging, inject: [EVIDENCE_SETTINGS], useFactory: ({ staging }: EvidenceSettings) => new Staging(staging) },
    { provide: FILE_STORE, inject: [EVIDENCE_SETTINGS, Staging], useFactory: fileStoreOf },
    DemandReader, DossierCommandHandler, DossierWork, EvidenceCommandHandler, EvidenceFacts, EvidencePack, EvidenceReader, EvidenceWork, FileIntake,
    ExperienceCommandHandler, MeasureReader, PackRecords, RecordKnowledge, SurveyCommandHandler, TrainingCommandHandler,
  ],
})
export class EvidenceModule {}
