import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import {
  schemeDecider, type AssessedGroup, type AssessmentContent, type AssessmentState, type PeriodClosed, type SchemeRow,
} from '@zeren/assessment-domain';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import { notFound, streamIdOf } from '@zeren/http';
import type { Caller, StreamId } from '@zeren/kernel';
import { AssessmentEnvelope, ScoreSheetEnvelope } from './assessment.command-handlers.js';
import { Computation } from './computation.js';

type Edition = PeriodClosed['data'] & { readonly position: string };

/**
 * Publishes the result of a period: closes its inputs, which fixes the position; computes at that position; issues
 * each unit its score sheet; publishes the ranking. Broken off anywhere, it goes on from there when repeated: the
 * position stands in the closing, so that the same is computed again, and what was issued is not issued twice.
 */
@Injectable()
export class Publication {
  constructor(
    private readonly commands: CommandBus,
    private readonly computation: Computation,
    private readonly repository: DeciderRepository,
  ) {}

  /** 404 where the caller's tenant owns no such scheme. */
  async publish(named: { readonly schemeId: string; readonly period: string }, context: CommandContext): Promise<Outcome<AssessmentState>> {
    const scheme = await this.scheme(named.schemeId, context.caller);
    const { id: schemeLocalId, ownerTenantId: tenantId, tieRule, version: schemeVersion } = scheme;
    const period = { ...named, schemeVersion };
    const id = { category: 'assessment', tenantId, id: `${schemeLocalId}.${period.period}` };
    const closed = await this.decide(id, { type: 'ClosePeriod', data: period }, unkeyed(context));
    if (closed.state.status === 'published') {
      return this.decide(id, { type: 'PublishAssessment', data: { content: closed.state.content, tieRule } }, context);
    }
    const edition = { ...period, position: String(closed.position) };
    const facts = { ...context, factsPosition: edition.position };
    const groups = await this.computation.final(scheme, period.period, closed.position);
    await this.issueScoreSheets(scheme, { edition, groups }, unkeyed(facts));
    return this.decide(id, { type: 'PublishAssessment', data: { content: contentOf(edition, groups), tieRule } }, facts);
  }

  /** From its own stream, so that a scheme may be used as soon as it is published. */
  private async scheme(schemeId: string, caller: Caller): Promise<SchemeRow> {
    const id = streamIdOf(schemeDecider.category, schemeId);
    const { state } = await this.repository.load(schemeDecider, id, caller);
    if (state.status !== 'published' || id.tenantId !== caller.tenantId) return notFound();
    return { readerTenantId: id.tenantId, ownerTenantId: id.tenantId, id: id.id, ...state.content, doing: state.content.doing ?? null };
  }

  private async issueScoreSheets(
    scheme: SchemeRow,
    { edition, groups }: { edition: Edition; groups: readonly AssessedGroup[] },
    context: CommandContext,
  ): Promise<void> {
    for (const { code, units } of groups) {
      for (const { standing, lines, doing } of units) {
        const id = { category: 'scoresheet', tenantId: scheme.ownerTenantId, id: `${scheme.id}.${edition.period}.${standing.unitId}` };
        const content = { ...edition, group: code, standing, lines, ...(doing && { doing }) };
        await this.commands.execute(new ScoreSheetEnvelope(id, { type: 'IssueScoreSheet', data: { content, places: scheme.places } }, context));
      }
    }
  }

  private decide(id: StreamId, command: AssessmentEnvelope['command'], context: CommandContext): Promise<Outcome<AssessmentState>> {
    return this.commands.execute<AssessmentEnvelope, Outcome<AssessmentState>>(new AssessmentEnvelope(id, command, context));
  }
}

/** The key of an intent answers for the publication alone: the steps before it know by themselves when they are done. */
const unkeyed = ({ idempotency: _key, expectedRevision: _seen, ...context }: CommandContext): CommandContext => context;

const contentOf = (edition: Edition, groups: readonly AssessedGroup[]): AssessmentContent => ({
  ...edition,
  groups: groups.map(({ code, name, units }) => ({ code, name, standings: units.map((unit) => unit.standing) })),
});
