import { Controller, Get, Inject, Param, Query, Req, Res, StreamableFile } from '@nestjs/common';
import type { EvidenceRow } from '@zeren/evidence-domain';
import { FILE_STORE, openVerified, rangeOf, type ByteRange, type FileStore } from '@zeren/file-store';
import { After, CallerOf, languageOf, ProblemError, type EdgeReply, type EdgeRequest } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import type { Readable } from 'node:stream';
import { DemandReader } from './demand-reader.js';
import { demandWorkbook } from './demand-spreadsheet.js';
import { DemandQuery, PackQuery } from './evidence.bodies.js';
import { EvidenceReader } from './evidence-reader.js';
import { EvidencePack } from './pack/evidence-pack.js';

const WORKBOOK = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** The bytes of evidence: one file, the pack of a campaign, the list of what is demanded as a workbook. */
@Controller('api/v1')
export class EvidenceFilesController {
  constructor(
    private readonly reader: EvidenceReader,
    private readonly pack: EvidencePack,
    private readonly demands: DemandReader,
    @Inject(FILE_STORE) private readonly store: FileStore,
  ) {}

  /** The file, verified against its hash before a byte is sent. Ranges and revalidation as in RFC 9110; the ETag is the hash. */
  @Get('evidence/:id/file')
  async download(
    @CallerOf() caller: Caller, @Param('id') id: string, @Req() request: EdgeRequest,
    @Res({ passthrough: true }) reply: EdgeReply, @After() after?: bigint,
  ): Promise<StreamableFile | undefined> {
    const row = await this.reader.one(caller, id, after);
    const etag = `"${row.hash}"`;
    reply.header('ETag', etag).header('Cache-Control', 'private, no-cache').header('Accept-Ranges', 'bytes');
    if (request.headers['if-none-match'] === etag) {
      reply.status(304);
      return undefined;
    }
    const range = askedRange(request, row, etag);
    const handle = await openVerified(this.store, { tenantId: row.ownerTenantId, hash: row.hash, size: row.size });
    reply.header('Content-Type', row.mediaType).header('Content-Disposition', attachment(row.fileName));
    reply.header('Content-Length', range ? range.end - range.start + 1 : row.size);
    if (range) reply.status(206).header('Content-Range', `bytes ${range.start}-${range.end}/${row.size}`);
    return new StreamableFile(handle.createReadStream(range ?? { start: 0 }));
  }

  /** The list of what is demanded, as a workbook in the reader's language. */
  @Get('evidence-demands/spreadsheet')
  async spreadsheet(
    @CallerOf() caller: Caller, @Query() query: DemandQuery, @Req() request: EdgeRequest, @Res({ passthrough: true }) reply: EdgeReply, @After() after?: bigint,
  ): Promise<StreamableFile> {
    await this.demands.list(caller, { ...query, limit: 1 }, after);
    const names = await this.demands.names(caller.tenantId);
    reply.header('Content-Type', WORKBOOK).header('Content-Disposition', attachment('missing-evidence.xlsx'));
    return new StreamableFile(demandWorkbook(this.demands.pages(caller, query), names, languageOf(request.headers['accept-language'])));
  }

  @Get('evidence-packs')
  async packed(
    @CallerOf() caller: Caller, @Query() { campaignId, indicatorCode }: PackQuery, @Res({ passthrough: true }) reply: EdgeReply,
    @After() after?: bigint,
  ): Promise<StreamableFile> {
    const { fileName, content } = await this.pack.of(caller, campaignId, indicatorCode ?? null, after);
    reply.header('Content-Type', 'application/zip').header('Content-Disposition', attachment(fileName));
    return new StreamableFile(content as Readable);
  }
}

/** A range of other bytes than the client has seen is no range at all. */
const askedRange = ({ headers }: EdgeRequest, { size }: EvidenceRow, etag: string): ByteRange | undefined => {
  const isOfThese = headers['if-range'] === undefined || headers['if-range'] === etag;
  const range = isOfThese ? rangeOf(headers.range, size) : undefined;
  if (range === 'unsatisfiable') throw new ProblemError(416, 'file-range-unsatisfiable');
  return range;
};

/** Always a download, never a page; the name in plain letters for old clients, and whole (RFC 6266). */
export const attachment = (name: string): string => {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const whole = encodeURIComponent(name).replace(/['()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
};
