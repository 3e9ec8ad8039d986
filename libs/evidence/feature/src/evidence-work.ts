import { hash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import {
  evidenceDecider, type Capture, type Credit, type CreditFacts, type Evidence, type EvidenceCommand, type EvidenceFile, type EvidenceFiled, type EvidenceFormat,
} from '@zeren/evidence-domain';
import { notFound, streamIdOf, type EdgeRequest } from '@zeren/http';
import { publicId, type Caller, type StreamId } from '@zeren/kernel';
import type { CreditsBody, ReferenceBody, SupersessionBody, UploadQuery } from './evidence.bodies.js';
import { DossierWork } from './dossier-work.js';
import { EvidenceEnvelope } from './evidence.command-handler.js';
import { EvidenceFacts, type AskedCredits, type KnownCredits } from './evidence-facts.js';
import { declaredFile, FileIntake } from './file-intake.js';

type Content = EvidenceFiled['data'];

/** What whoever files says of it. */
type Statement = { readonly title: string; readonly format: EvidenceFormat; readonly unitId: string };

const nowhere: Capture = { at: null, place: null, placeName: null, from: null };

/** Prepares what a decision on evidence needs and cannot compute itself, then has it decided. */
@Injectable()
export class EvidenceWork {
  constructor(
    private readonly commands: CommandBus,
    private readonly repository: DeciderRepository,
    private readonly facts: EvidenceFacts,
    private readonly dossiers: DossierWork,
    private readonly intake: FileIntake,
  ) {}

  /** Takes in a file and files it. What can be refused is refused before the bytes are taken; nothing refused stays in the store. */
  async file(id: StreamId, request: EdgeRequest, query: UploadQuery, context: CommandContext, after?: bigint): Promise<Outcome<Evidence>> {
    this.intake.requireAcceptable(request, query);
    const { caller } = context;
    const statement = { title: query.title, format: query.format, unitId: query.unitId ?? caller.unitId };
    const known = await this.facts.forCredits(id.tenantId, statement, askedIn(query), after);
    const { state } = await this.repository.load(evidenceDecider, id, caller);
    const commandOn = (file: EvidenceFile, capture: Capture, credits: readonly Credit[]) =>
      filing(statement, known.facts, { file, capture, credits, reusedFrom: null });
    if (state.status === 'none') tryOut(commandOn(declaredFile(query), nowhere, known.asked), caller);
    const { staged, receivedHash, file, capture } = await this.intake.take(request, query);
    try {
      if (state.status === 'none') tryOut(commandOn(file, capture, known.asked), caller);
      const credits = await this.admitted(id, state, statement.unitId, known, context);
      await this.intake.keep(id.tenantId, staged);
      return await this.decide(id, commandOn(file, capture, credits), { ...withContent(context, receivedHash), factsPosition: String(known.position) });
    } finally {
      await this.intake.discard(staged);
    }
  }

  /** Files evidence with the file of another piece of the same tenant: nothing is handed in again. */
  async refer(id: StreamId, evidenceId: string, body: ReferenceBody, context: CommandContext, after?: bigint): Promise<Outcome<Evidence>> {
    const { caller } = context;
    const original = await this.own(evidenceId, caller);
    const statement = { title: body.title, format: body.format, unitId: body.unitId ?? caller.unitId };
    const known = await this.facts.forCredits(id.tenantId, statement, body, after);
    const { state } = await this.repository.load(evidenceDecider, id, caller);
    const { file, capture } = original.content;
    const commandOn = (credits: readonly Credit[]) => filing(statement, known.facts, { file, capture, credits, reusedFrom: evidenceId });
    if (state.status === 'none') tryOut(commandOn(known.asked), caller);
    const credits = await this.admitted(id, state, statement.unitId, known, context);
    return this.decide(id, commandOn(credits), { ...context, factsPosition: String(known.position) });
  }

  /** What it counts for: where it is filed already, what it was filed for; else what it has got a place for. */
  private admitted(id: StreamId, state: Evidence, unitId: string, known: KnownCredits, context: CommandContext): Promise<readonly Credit[]> {
    return state.status === 'none' ? this.dossiers.admit(id, unitId, known, context) : Promise.resolve(state.content.credits);
  }

  async credit(id: StreamId, asked: CreditsBody, context: CommandContext, after?: bigint): Promise<Outcome<Evidence>> {
    const { state } = await this.repository.load(evidenceDecider, id, context.caller);
    if (state.status === 'none') return notFound();
    const known = await this.facts.forCredits(id.tenantId, state.content, asked, after);
    const commandOn = (credits: readonly Credit[]): EvidenceCommand => ({ type: 'CreditEvidence', data: { credits, facts: known.facts } });
    tryOut(commandOn(known.asked), context.caller, state);
    const credits = await this.dossiers.admit(id, state.content.unitId, known, context);
    return this.decide(id, commandOn(credits), { ...context, factsPosition: String(known.position) });
  }

  withdraw(id: StreamId, reason: string, context: CommandContext): Promise<Outcome<Evidence>> {
    return this.decide(id, { type: 'WithdrawEvidence', data: { reason } }, context);
  }

  async supersede(id: StreamId, { byEvidenceId, reason }: SupersessionBody, context: CommandContext): Promise<Outcome<Evidence>> {
    const { state } = await this.repository.load(evidenceDecider, streamIdOf('evidence', byEvidenceId), context.caller);
    const successor = state.status === 'filed' ? { unitId: state.content.unitId, credits: state.credits } : null;
    const data = { evidenceId: publicId(id.tenantId, id.id), byEvidenceId, reason, successor };
    return this.decide(id, { type: 'SupersedeEvidence', data }, context);
  }

  /** Only the tenant that keeps the file can refer to it, and in it who sees the piece. */
  private async own(evidenceId: string, caller: Caller): Promise<Exclude<Evidence, { status: 'none' }>> {
    const id = streamIdOf('evidence', evidenceId);
    const { state } = id.tenantId === caller.tenantId ? await this.repository.load(evidenceDecider, id, caller) : notFound();
    return state.status === 'none' || !(await this.facts.isSeenBy(caller, state.content.unitId)) ? notFound() : state;
  }

  private decide(id: StreamId, command: EvidenceCommand, context: CommandContext): Promise<Outcome<Evidence>> {
    return this.commands.execute<EvidenceEnvelope, Outcome<Evidence>>(new EvidenceEnvelope(id, command, context));
  }
}

const filing = (statement: Statement, facts: CreditFacts, rest: Omit<Content, keyof Statement>): EvidenceCommand =>
  ({ type: 'FileEvidence', data: { content: { ...statement, ...rest }, facts } });

/** Throws what would be refused. */
const tryOut = (command: EvidenceCommand, caller: Caller, state: Evidence = evidenceDecider.initialState): void => {
  evidenceDecider.decide(command, state, caller);
};

const askedIn = ({ taskId, indicator }: UploadQuery): AskedCredits => ({
  taskIds: taskId,
  indicators: indicator.map((text) => {
    const [campaignId = '', indicatorCode = ''] = text.split(':');
    return { campaignId, indicatorCode };
  }),
});

/** A key stands for the bytes too, which no canonical body holds. */
const withContent = (context: CommandContext, contentHash: string): CommandContext => {
  const { idempotency, ...rest } = context;
  if (!idempotency) return context;
  return { ...rest, idempotency: { key: idempotency.key, bodyHash: hash('sha256', `${idempotency.bodyHash}\n${contentHash}`, 'hex') } };
};
