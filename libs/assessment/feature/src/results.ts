import { Injectable } from '@nestjs/common';
import type { PublishedRankingRow, SchemeRow, ScoreDoing, ScoreLine, Standing } from '@zeren/assessment-domain';
import { notFound, ProblemError, ViewReader } from '@zeren/http';
import { publicId, type LocalisedText } from '@zeren/kernel';
import { ReadModel } from '@zeren/read-model';
import { publishedRankingTable, schemeTable, scoreSheetTable } from './assessment.tables.js';
import { Computation } from './computation.js';

/** Who asks, for what. Without a position what is published stands, where there is something. */
export type ResultQuery = { readonly tenantId: string; readonly schemeId: string; readonly period: string; readonly position?: string };

type Edition = {
  /** Public id. */
  readonly schemeId: string;
  readonly period: string;
  /** Store position up to which events were taken in. */
  readonly position: string;
  readonly published: boolean;
};

export type Ranking = Edition & {
  readonly groups: readonly { readonly code: string; readonly name: LocalisedText; readonly standings: readonly Standing[] }[];
};

export type Score = Edition & {
  readonly group: string;
  readonly standing: Standing;
  readonly lines: readonly ScoreLine[];
  /** Absent where the scheme does not look at the doing. */
  readonly doing?: ScoreDoing;
};

/** Rankings and scores: the published ones, or computed as of a position for the tenant that assesses. */
@Injectable()
export class Results {
  constructor(
    private readonly readModel: ReadModel,
    private readonly views: ViewReader,
    private readonly computation: Computation,
  ) {}

  /** 404 where there is no such scheme for this reader. */
  scheme(tenantId: string, schemeId: string): Promise<SchemeRow> {
    return this.views.one(schemeTable, tenantId, schemeId);
  }

  /** 404 `result-not-published` for readers other than the assessing tenant, who see published results only. */
  async ranking(query: ResultQuery): Promise<Ranking> {
    const scheme = await this.scheme(query.tenantId, query.schemeId);
    const row = await this.published(scheme, query);
    if (row) {
      const { schemeId, period, position, groups } = row;
      return { schemeId, period, position, published: true, groups };
    }
    const { groups, ...edition } = await this.computed(scheme, query);
    return { ...edition, groups: groups.map(({ code, name, units }) => ({ code, name, standings: units.map((unit) => unit.standing) })) };
  }

  /** 404 where the unit is not assessed, or its score is not this reader's to see. */
  async score(unitId: string, query: ResultQuery): Promise<Score> {
    const scheme = await this.scheme(query.tenantId, query.schemeId);
    if (query.position === undefined) {
      const id = `${scheme.id}.${query.period}.${unitId}`;
      const sheet = await this.readModel.one(scoreSheetTable, query.tenantId, { ownerTenantId: scheme.ownerTenantId, id });
      if (sheet) {
        const { schemeId, period, position, group, standing, lines, doing } = sheet;
        return { schemeId, period, position, published: true, group, standing, lines, ...(doing && { doing }) };
      }
    }
    const { groups, ...edition } = await this.computed(scheme, query);
    for (const { code, units } of groups) {
      const unit = units.find(({ standing }) => standing.unitId === unitId);
      if (unit) return { ...edition, group: code, ...unit };
    }
    return notFound();
  }

  private async published({ ownerTenantId, id }: SchemeRow, query: ResultQuery): Promise<PublishedRankingRow | undefined> {
    if (query.position !== undefined) return undefined;
    return this.readModel.one(publishedRankingTable, query.tenantId, { ownerTenantId, id: `${id}.${query.period}` });
  }

  private async computed(scheme: SchemeRow, { period, position }: ResultQuery) {
    if (scheme.readerTenantId !== scheme.ownerTenantId) throw new ProblemError(404, 'result-not-published');
    const at = position === undefined ? await this.computation.latestPosition() : BigInt(position);
    const groups = await this.computation.asOf(scheme, period, at);
    return { schemeId: publicId(scheme.ownerTenantId, scheme.id), period, position: String(at), published: false, groups };
  }
}
