import { parseStreamName, publicId, readersOf, type Event, type LocalisedText, type Projection, type RecordedEvent, type RowKey, type ViewRow } from '@zeren/kernel';
import { unitProjection } from '@zeren/organisation-domain';
import type { EvidenceFormat } from './evidence.events.js';
import type {
  CampaignMove, CampaignOpening, EvidenceKind, MeasuredIndicator, MeasureMapping, StandardPublication, TaskEnding, TaskPublication, TaskRevision,
} from './foreign-events.js';
import { dutyOf, type StatedFormats } from './credits.js';
import { formatsAcceptedFor, formBits } from './media.js';

/** A campaign as evidence knows it. */
export type EvidenceCampaignRow = ViewRow & {
  readonly name: LocalisedText;
  /** Public id of the standard's version. */
  readonly standardId: string;
  readonly indicatorCodes: readonly string[];
  readonly participantTenantIds: readonly string[];
};

/** What a unit must prove: one task, with the forms of document that prove it. Its id is the task's. */
export type EvidenceRequirementRow = ViewRow & {
  readonly campaignId: string;
  readonly indicatorCode: string;
  readonly name: LocalisedText;
  readonly unitId: string;
  readonly supportingUnitIds: readonly string[];
  readonly level: number;
  readonly kind: EvidenceKind;
  /** Any one of them proves it, where the standard names no forms for the indicator. */
  readonly formats: readonly EvidenceFormat[];
  readonly deadline: string;
  /** Public id. */
  readonly taskId: string;
  /** `<campaign>~<indicator>~<unit>` */
  readonly duty: string;
  /** `formats` as bits. */
  readonly accepts: number;
};

/** A version of a standard, as far as it names the forms of document it accepts. */
export type EvidenceStandardRow = ViewRow & { readonly formats: StatedFormats };

const rowForEachReader = (event: RecordedEvent<Event>): readonly RowKey[] => {
  const stream = parseStreamName(event.stream);
  if (!stream) return [];
  return readersOf(event).map((readerTenantId) => ({ readerTenantId, ownerTenantId: stream.tenantId, id: stream.id }));
};

const codesOf = (weights: readonly { readonly indicatorCode: string }[]): string[] => weights.map(({ indicatorCode }) => indicatorCode);

/** The campaigns a tenant runs or takes part in. Where one moves to another version, indicators of the earlier stay known: their tasks run on. */
export const evidenceCampaignProjection: Projection<EvidenceCampaignRow, CampaignOpening | CampaignMove> = {
  name: 'evidence_campaign',
  version: 1,
  handles: ['CampaignOpened', 'CampaignMapped'],
  keys: rowForEachReader,
  evolve: (row, event, key) => {
    switch (event.type) {
      case 'CampaignOpened': {
        const { name, standardId, weights, participantTenantIds } = event.data;
        return { ...key, name, standardId, indicatorCodes: codesOf(weights), participantTenantIds };
      }
      case 'CampaignMapped': {
        const { toStandardId: standardId, weights } = event.data;
        return row && { ...row, standardId, indicatorCodes: [...new Set([...codesOf(weights), ...row.indicatorCodes])] };
      }
    }
  },
};

/** The versions of standards a tenant works to. */
export const evidenceStandardProjection: Projection<EvidenceStandardRow, StandardPublication> = {
  name: 'evidence_standard',
  version: 1,
  handles: ['StandardPublished'],
  keys: rowForEachReader,
  evolve: (_row, { data }, key) => {
    const stated = data.categories.flatMap(({ indicators }) => indicators.flatMap(({ code, formats }) => (formats ? [[code, formats] as const] : [])));
    return { ...key, formats: Object.fromEntries(stated) };
  },
};

/** What indicators of different standards have in common. */
export type EvidenceMeasureRow = ViewRow & { readonly indicators: readonly MeasuredIndicator[] };

/** The measures a tenant reports. */
export const evidenceMeasureProjection: Projection<EvidenceMeasureRow, MeasureMapping> = {
  name: 'evidence_measure',
  version: 1,
  handles: ['MeasureDefined', 'MeasureRevised'],
  keys: rowForEachReader,
  evolve: (_row, { data }, key) => ({
    ...key, indicators: data.indicators.map(({ standardId, indicatorCode, relation }) => ({ standardId, indicatorCode, relation })),
  }),
};

/** What the published tasks of each campaign demand evidence of; a task that ended without completion demands none. */
export const evidenceRequirementProjection: Projection<EvidenceRequirementRow, TaskPublication | TaskRevision | TaskEnding> = {
  name: 'evidence_requirement',
  version: 2,
  handles: ['TaskPublished', 'TaskRevised', 'TaskReturned', 'TaskVoided', 'TaskWithdrawn', 'TaskExplained', 'TaskClosed'],
  keys: rowForEachReader,
  evolve: (_row, event, key) => {
    if (event.type !== 'TaskPublished' && event.type !== 'TaskRevised') return undefined;
    const { campaignId, indicatorCode, name, evidence: kind, unitId, supportingUnitIds, level, deadline } =
      event.type === 'TaskPublished' ? event.data : event.data.content;
    const formats = formatsAcceptedFor(kind);
    return {
      ...key, campaignId, indicatorCode, name, unitId, supportingUnitIds, level, kind, formats, deadline,
      taskId: publicId(key.ownerTenantId, key.id), duty: dutyOf({ campaignId, indicatorCode, unitId }), accepts: formBits(formats),
    };
  },
};

/** The register's units as evidence knows them: names for the index of a pack. */
export const evidenceUnitProjection = { ...unitProjection, name: 'evidence_unit' };

/** A requirement and what is filed for it. */
export type EvidenceDemand = Omit<EvidenceRequirementRow, 'taskId' | 'duty' | 'accepts'> & {
  /** Pieces in force of an accepted form; none means missing. */
  readonly filed: number;
  /** Pieces in force of a form that does not prove it. */
  readonly unfit: number;
  /** Public ids of the unit's evidence for other campaigns that proves this too: it need not be asked for again. */
  readonly servedBy: readonly string[];
};

/** How far the evidence of a campaign has come, as its reader sees it. */
export type EvidenceFigures = {
  /** Public id. */
  readonly campaignId: string;
  readonly name: LocalisedText;
  /** Requirements: one for each task. */
  readonly required: number;
  readonly met: number;
  readonly missing: number;
  readonly indicators: number;
  /** Indicators with no evidence at all. */
  readonly indicatorsWithout: number;
};
