import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import { admittedTo, dossierDecider, evidenceDecider, placesOf, type Credit, type Dossier, type DossierCommand } from '@zeren/evidence-domain';
import { streamIdOf } from '@zeren/http';
import { DomainError, publicId, type StreamId } from '@zeren/kernel';
import { DossierEnvelope } from './evidence.command-handler.js';
import type { KnownCredits } from './evidence-facts.js';

/** Milliseconds after which a piece that has a place and was never filed is one whose filing was broken off. */
const BROKEN_OFF = 60 * 60 * 1_000;

/** Takes places in units' dossiers: the limit of a unit and an indicator is judged by its stream, not by a view. */
@Injectable()
export class DossierWork {
  constructor(private readonly commands: CommandBus, private readonly repository: DeciderRepository) {}

  /** The credits that got a place. Refuses where what is asked for gets none, also after those gave theirs up that count no longer. */
  async admit(id: StreamId, unitId: string, { asked, served, facts }: KnownCredits, context: CommandContext): Promise<Credit[]> {
    const dossier: StreamId = { category: dossierDecider.category, tenantId: id.tenantId, id: unitId };
    const evidenceId = publicId(id.tenantId, id.id);
    const all = [...asked, ...served];
    const attempt = async (): Promise<Credit[]> => {
      const command: DossierCommand = { type: 'AdmitEvidence', data: { evidenceId, unitId, asked, served, facts } };
      return placesOf((await this.decide(dossier, command, context)).state, evidenceId, all);
    };
    const placed = await attempt().catch((error: unknown) => {
      if (error instanceof DomainError && error.code === 'evidence-too-many') return error;
      throw error;
    });
    const lacking = placed instanceof DomainError ? asked : all.filter((credit) => !placed.includes(credit));
    if (lacking.length > 0 && (await this.madeRoom(dossier, lacking, context))) return attempt();
    if (placed instanceof DomainError) throw placed;
    return placed;
  }

  /** Whether any piece at these places was found to count no longer, and gave up its place. */
  private async madeRoom(id: StreamId, full: readonly Credit[], context: CommandContext): Promise<boolean> {
    const { state } = await this.repository.load(dossierDecider, id, context.caller);
    const admitted = new Map(full.flatMap((credit) => admittedTo(state, credit)).map(({ evidenceId, at }) => [evidenceId, at]));
    const over: string[] = [];
    for (const [evidenceId, at] of admitted) if (!(await this.counts(evidenceId, at, context))) over.push(evidenceId);
    if (over.length === 0) return false;
    await this.decide(id, { type: 'ReleaseEvidence', data: { evidenceIds: over } }, context);
    return true;
  }

  private async counts(evidenceId: string, admittedAt: string, { caller }: CommandContext): Promise<boolean> {
    const { state } = await this.repository.load(evidenceDecider, streamIdOf('evidence', evidenceId), caller);
    if (state.status === 'none') return Date.parse(caller.now) - Date.parse(admittedAt) < BROKEN_OFF;
    return state.status === 'filed';
  }

  /** The key and the revision that came with the request are the evidence's. */
  private decide(id: StreamId, command: DossierCommand, { caller, commandId, correlationId, causationId }: CommandContext): Promise<Outcome<Dossier>> {
    return this.commands.execute<DossierEnvelope, Outcome<Dossier>>(new DossierEnvelope(id, command, { caller, commandId, correlationId, causationId }));
  }
}
