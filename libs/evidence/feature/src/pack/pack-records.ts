import { Injectable } from '@nestjs/common';
import type { ExperienceRow, SurveyRow, TrainingRow } from '@zeren/evidence-domain';
import { publicId } from '@zeren/kernel';
import { ReadModel } from '@zeren/read-model';
import { experienceTable, surveyTable, trainingTable } from '../record.tables.js';

/** A survey, a training or an experience of the campaign, in force, as the index lists it. */
export type PackRecord = {
  readonly kind: 'survey' | 'training' | 'experience';
  /** Public id. */
  readonly id: string;
  readonly title: string;
  readonly unitId: string;
  /** When it was made: a day, or the first and the last. */
  readonly when: string;
  /** What it came to. */
  readonly figures: Readonly<Record<string, string | number>>;
  /** Public ids of what goes with it. */
  readonly evidenceIds: readonly string[];
};

/** Records of one kind in one pack. */
const MOST_RECORDS = 2_000;

export const recordTables = [surveyTable, trainingTable, experienceTable];

/** Whose evidence a reader may pack: its tenant's, or where units are named theirs alone. */
export type Seen = { readonly tenantId: string; readonly units: readonly string[] | undefined };

export const unitsIn = ({ units }: Seen) => ({ ...(units && { unitId: units }) });

/** The records that belong into a pack: all of a campaign; of one indicator the surveys that measure it. */
@Injectable()
export class PackRecords {
  constructor(private readonly readModel: ReadModel) {}

  async of(seen: Seen, campaignId: string, indicatorCode: string | null): Promise<readonly PackRecord[]> {
    const { tenantId } = seen;
    const inForce = { campaignId, status: 'recorded', ...unitsIn(seen) } as const;
    const order = { recordedAt: 'asc' } as const;
    const surveys = await this.readModel.find(surveyTable, tenantId, { where: { ...inForce, ...(indicatorCode && { indicatorCode }) }, order, limit: MOST_RECORDS });
    if (indicatorCode !== null) return surveys.items.map(surveyRecord);
    const [trainings, experiences] = await Promise.all([
      this.readModel.find(trainingTable, tenantId, { where: inForce, order, limit: MOST_RECORDS }),
      this.readModel.find(experienceTable, tenantId, { where: { campaignId, ...unitsIn(seen) }, order, limit: MOST_RECORDS }),
    ]);
    return [...surveys.items.map(surveyRecord), ...trainings.items.map(trainingRecord), ...experiences.items.map(experienceRecord)];
  }
}

const surveyRecord = ({ ownerTenantId, id, title, unitId, from, until, asked, answered, favourable, rate, response, evidenceIds, ...row }: SurveyRow): PackRecord => ({
  kind: 'survey', id: publicId(ownerTenantId, id), title, unitId, when: `${from} – ${until}`,
  figures: { about: row.kind, area: row.areaUnitId, conductedBy: row.conductedBy, asked, answered, favourable, rate, response }, evidenceIds,
});

const trainingRecord = ({ ownerTenantId, id, title, unitId, heldOn, invited, attended, evidenceIds }: TrainingRow): PackRecord => ({
  kind: 'training', id: publicId(ownerTenantId, id), title, unitId, when: heldOn, figures: { invited, attended }, evidenceIds,
});

const experienceRecord = ({ ownerTenantId, id, title, unitId, summary, document, takenUp, recordedAt, evidenceIds }: ExperienceRow): PackRecord => ({
  kind: 'experience', id: publicId(ownerTenantId, id), title, unitId, when: recordedAt.slice(0, 10),
  figures: { summary, document: document ?? '', takenUpBy: takenUp.map(({ unitId: by }) => by).join(' ') }, evidenceIds,
});
