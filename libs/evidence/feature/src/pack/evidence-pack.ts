import { Inject, Injectable } from '@nestjs/common';
import type { EvidenceRow } from '@zeren/evidence-domain';
import { FILE_STORE, inspect, openVerified, type FileStore, type RecordedFile } from '@zeren/file-store';
import { notFound, ProblemError } from '@zeren/http';
import { parsePublicId, publicId, type Caller, type LocalisedText } from '@zeren/kernel';
import { Confinements, holdsOn, type UnitRow } from '@zeren/organisation-domain';
import { ReadModel } from '@zeren/read-model';
import { ZipFile } from 'yazl';
import { evidenceBoardTable, evidenceCampaignTable, evidenceCreditTable, evidenceUnitTable } from '../evidence.tables.js';
import { entryOf, inPackOrder, type PackEntry, type Packed } from './pack-entry.js';
import { indexCsv, indexJson, recordsCsv, type PackSubject } from './pack-index.js';
import { PackRecords, recordTables, unitsIn, type PackRecord, type Seen } from './pack-records.js';

export type Pack = { readonly fileName: string; readonly content: NodeJS.ReadableStream };

/** Pieces of evidence in one pack. */
const MOST_PIECES = 2_000;
const PAGE = 500;

/** Nothing of a zip may tell when it was made: the same evidence gives the same bytes. */
const unchanging = { mtime: new Date(Date.UTC(2000, 0, 1)), mode: 0o100644, compress: false, forceDosTimestamp: true } as const;

type Index = { readonly entries: readonly PackEntry[]; readonly records: readonly PackRecord[] };

const tables = [evidenceCampaignTable, evidenceCreditTable, evidenceBoardTable, evidenceUnitTable, ...recordTables];

/** The evidence of a campaign, or of one of its indicators, as one file for external assessors. */
@Injectable()
export class EvidencePack {
  constructor(
    private readonly readModel: ReadModel,
    private readonly records: PackRecords,
    @Inject(FILE_STORE) private readonly store: FileStore,
    private readonly confinements: Confinements,
  ) {}

  /** Every file is verified before the first byte is sent, and once more as it is packed. 404 where there is no such campaign. */
  async of(caller: Caller, campaignId: string, indicatorCode: string | null, after?: bigint): Promise<Pack> {
    const { tenantId } = caller;
    const seen = { tenantId, units: (await this.confinements.of(caller))?.unitIds };
    if (after !== undefined) await Promise.all(tables.map((table) => this.readModel.waitFor(table, after)));
    const position = await this.position();
    const { tenantId: ownerTenantId, id } = parsePublicId(campaignId) ?? notFound();
    const campaign = (await this.readModel.one(evidenceCampaignTable, tenantId, { ownerTenantId, id })) ?? notFound();
    const [pieces, records] = await Promise.all([this.pieces(seen, campaignId, indicatorCode), this.records.of(seen, campaignId, indicatorCode)]);
    if (pieces.length + records.length === 0) throw new ProblemError(404, 'evidence-pack-empty');
    const packed = inPackOrder([...pieces, ...(await this.accompanying(seen, records, pieces))]);
    const entries = await this.entries(tenantId, packed);
    const subject = { campaignId, campaignName: campaign.name, indicatorCode, position };
    return { fileName: `evidence-${campaignId}${indicatorCode ? `-${indicatorCode}` : ''}.zip`, content: this.zip(subject, packed, { entries, records }) };
  }

  /** What goes with the records, is in force, is seen by the reader, and is not packed for an indicator. */
  private async accompanying(seen: Seen, records: readonly PackRecord[], pieces: readonly Packed[]): Promise<Packed[]> {
    const known = new Set(pieces.map(({ row }) => publicId(row.ownerTenantId, row.id)));
    const evidenceIds = [...new Set(records.flatMap((record) => record.evidenceIds))].filter((id) => !known.has(id));
    const rows = await this.rowsOf(seen, evidenceIds);
    return evidenceIds.flatMap((id) => {
      const row = rows.get(id);
      return row?.status === 'filed' ? [{ row, indicatorCode: null }] : [];
    });
  }

  private async position(): Promise<string> {
    const positions = await Promise.all(tables.map((table) => this.readModel.positionOf(table)));
    return String(positions.reduce((least, position) => (position < least ? position : least)));
  }

  private async pieces(seen: Seen, campaignId: string, indicatorCode: string | null): Promise<Packed[]> {
    const { items: credits } = await this.readModel.find(evidenceCreditTable, seen.tenantId, {
      where: { campaignId, ...(indicatorCode && { indicatorCode }), ...unitsIn(seen) }, limit: MOST_PIECES,
    }).then((page) => {
      if (page.next) throw new ProblemError(422, 'evidence-pack-too-large', { details: { limit: MOST_PIECES } });
      return page;
    });
    const rows = await this.rowsOf(seen, credits.map(({ evidenceId }) => evidenceId));
    return credits.flatMap((credit) => {
      const row = rows.get(credit.evidenceId);
      return row ? [{ row, indicatorCode: credit.indicatorCode }] : [];
    });
  }

  private async rowsOf(seen: Seen, evidenceIds: readonly string[]): Promise<ReadonlyMap<string, EvidenceRow>> {
    const rows = new Map<string, EvidenceRow>();
    for (let from = 0; from < evidenceIds.length; from += PAGE) {
      for (const row of await this.rows(seen, evidenceIds.slice(from, from + PAGE))) rows.set(publicId(row.ownerTenantId, row.id), row);
    }
    return rows;
  }

  private async rows(seen: Seen, evidenceIds: readonly string[]): Promise<readonly EvidenceRow[]> {
    const ids = evidenceIds.map(parsePublicId).filter((id) => id !== undefined);
    const where = { ownerTenantId: [...new Set(ids.map((id) => id.tenantId))], id: [...new Set(ids.map(({ id }) => id))], ...unitsIn(seen) };
    return (await this.readModel.find(evidenceBoardTable, seen.tenantId, { where, limit: PAGE })).items;
  }

  private async entries(tenantId: string, packed: readonly Packed[]): Promise<PackEntry[]> {
    const names = await this.unitVersions(tenantId, packed);
    const entries: PackEntry[] = [];
    for (const [index, one] of packed.entries()) {
      const state = await inspect(this.store, recordedFile(one.row));
      entries.push(entryOf(index + 1, one, { state, unitName: nameOn(names, one.row) }));
    }
    return entries;
  }

  private async unitVersions(tenantId: string, packed: readonly Packed[]): Promise<readonly UnitRow[]> {
    const unitId = [...new Set(packed.map(({ row }) => row.unitId))];
    return (await this.readModel.find(evidenceUnitTable, tenantId, { where: { unitId }, limit: MOST_PIECES })).items;
  }

  private zip(subject: PackSubject, packed: readonly Packed[], { entries, records }: Index): NodeJS.ReadableStream {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.from(indexJson(subject, entries, records)), 'index.json', unchanging);
    zip.addBuffer(Buffer.from(indexCsv(entries)), 'index.csv', unchanging);
    if (records.length > 0) zip.addBuffer(Buffer.from(recordsCsv(records, entries)), 'records.csv', unchanging);
    entries.forEach(({ path }, index) => {
      const row = packed[index]?.row;
      if (path !== null && row) this.add(zip, path, row);
    });
    zip.on('error', (error: Error) => (zip.outputStream as NodeJS.ReadableStream & { destroy(error: Error): void }).destroy(error));
    zip.end();
    return zip.outputStream;
  }

  /** Opened when its turn comes, so that a pack of thousands holds one file open. */
  private add(zip: ZipFile, path: string, row: EvidenceRow): void {
    zip.addReadStreamLazy(path, { ...unchanging, size: row.size }, (give) => {
      openVerified(this.store, recordedFile(row)).then(
        (handle) => give(null, handle.createReadStream({ start: 0 })),
        (error: unknown) => give(error, undefined as never),
      );
    });
  }
}

const recordedFile = ({ ownerTenantId, hash, size }: EvidenceRow): RecordedFile => ({ tenantId: ownerTenantId, hash, size });

/** What the unit was called when it filed. */
const nameOn = (versions: readonly UnitRow[], { unitId, filedAt }: EvidenceRow): LocalisedText | null =>
  versions.find((version) => version.unitId === unitId && holdsOn({ from: version.validFrom, until: version.validUntil }, filedAt.slice(0, 10)))?.name ?? null;
