import { Module } from '@nestjs/common';
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
import { FILE_STORE, type FileStore } from './storage/file-store.js';
import { LocalFileStore } from './storage/local-file-store.js';
import { S3FileStore } from './storage/s3-file-store.js';
import { EVIDENCE_SETTINGS, evidenceSettingsFrom, type EvidenceSettings } from './storage/settings.js';
import { Staging } from './storage/staging.js';

const storeOf = ({ s3, folder }: EvidenceSettings, staging: Staging): FileStore =>
  s3 ? new S3FileStore(s3, staging) : new LocalFileStore(folder ?? '');

/**
 * Evidence, surveys, trainings, experiences. Needs ZerenModule beside it, with `evidenceTables` and `evidenceRefusals`, and in the environment ZEREN_DATA
 * or the S3 store.
 */
@Module({
  controllers: [EvidenceController, EvidenceFilesController, SurveysController, TrainingsController, ExperiencesController],
  providers: [
    { provide: EVIDENCE_SETTINGS, useFactory: () => evidenceSettingsFrom(process.env) },
    { provide: Staging, inject: [EVIDENCE_SETTINGS], useFactory: ({ staging }: EvidenceSettings) => new Staging(staging) },
    { provide: FILE_STORE, inject: [EVIDENCE_SETTINGS, Staging], useFactory: storeOf },
    DemandReader, DossierCommandHandler, DossierWork, EvidenceCommandHandler, EvidenceFacts, EvidencePack, EvidenceReader, EvidenceWork, FileIntake,
    ExperienceCommandHandler, MeasureReader, PackRecords, RecordKnowledge, SurveyCommandHandler, TrainingCommandHandler,
  ],
})
export class EvidenceModule {}
