import { hash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import {
  evidenceDecider, type Capture, type Evidence, type EvidenceCommand, type EvidenceFile, type EvidenceFiled, type EvidenceFormat,
} from '@zeren/evidence-domain';
import { notFound, streamIdOf, type EdgeRequest } from '@zeren/http';
import { publicId, type Caller, type StreamId } from '@zeren/kernel';
import type { CreditsBody, ReferenceBody, SupersessionBody, UploadQuery } from './evidence.bodies.js';
import { EvidenceEnvelope } from './evidence.command-handler.js';
import { EvidenceFacts, type AskedCredits, type KnownCredits } from './evidence-facts.js';
import { declaredFile, FileIntake } from './file-intake.js';
import { FILE_STORE, type FileStore } from './storage/file-store.js';

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
    private readonly intake: FileIntake,
    @Inject(FILE_STORE) private readonly store: FileStore,
  ) {}

  /** Takes in a file and files it. What can be refused is refused before the bytes are taken; nothing refused stays in the store. */
  async file(id: StreamId, request: EdgeRequest, query: UploadQuery, context: CommandContext, after?: bigint): Promise<Outcome<Evidence>> {
    this.intake.requireAcceptable(request, query);
    const { caller } = context;
    const statement = { title: query.title, format: query.format, unitId: query.unitId ?? caller.unitId };
    const known = await this.facts.forCredits(id.tenantId, statement.unitId, askedIn(query), after);
    const { state } = await this.repository.load(evidenceDecider, id, caller);
    const commandOn = (file: EvidenceFile, capture: Capture) => filing(statement, known, { file, capture, reusedFrom: null });
    if (state.status === 'none') tryOut(commandOn(declaredFile(query), nowhere), caller);
    const { staged, receivedHash, file, capture } = await this.intake.take(request, query);
    try {
      const command = commandOn(file, capture);
      if (state.status === 'none') tryOut(command, caller);
      await this.store.keep(id.tenantId, staged);
      return await this.decide(id, command, { ...withContent(context, receivedHash), factsPosition: String(known.position) });
    } finally {
      await this.intake.discard(staged);
    }
  }

  /** Files evidence with the file of another piece of the same tenant: nothing is handed in again. */
  async refer(id: StreamId, evidenceId: string, body: ReferenceBody, context: CommandContext, after?: bigint): Promise<Outcome<Evidence>> {
    const { caller } = context;
    const original = await this.own(evidenceId, caller);
    const statement = { title: body.title, format: body.format, unitId: body.unitId ?? caller.unitId };
    const known = await this.facts.forCredits(id.tenantId, statement.unitId, body, after);
    const { file, capture } = original.content;
    const command = filing(statement, known, { file, capture, reusedFrom: evidenceId });
    return this.decide(id, command, { ...context, factsPosition: String(known.position) });
  }

  async credit(id: StreamId, asked: CreditsBody, context: CommandContext, after?: bigint): Promise<Outcome<Evidence>> {
    const { state } = await this.repository.load(evidenceDecider, id, context.caller);
    if (state.status === 'none') return notFound();
    const { credits, facts, position } = await this.facts.forCredits(id.tenantId, state.content.unitId, asked, after);
    return this.decide(id, { type: 'CreditEvidence', data: { credits, facts } }, { ...context, factsPosition: String(position) });
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

  /** Only the tenant that keeps the file can refer to it. */
  private async own(evidenceId: string, caller: Caller): Promise<Exclude<Evidence, { status: 'none' }>> {
    const id = streamIdOf('evidence', evidenceId);
    const { state } = id.tenantId === caller.tenantId ? await this.repository.load(evidenceDecider, id, caller) : notFound();
    return state.status === 'none' ? notFound() : state;
  }

  private decide(id: StreamId, command: EvidenceCommand, context: CommandContext): Promise<Outcome<Evidence>> {
    return this.commands.execute<EvidenceEnvelope, Outcome<Evidence>>(new EvidenceEnvelope(id, command, context));
  }
}

const filing = (statement: Statement, { credits, facts }: KnownCredits, rest: Pick<Content, 'file' | 'capture' | 'reusedFrom'>): EvidenceCommand =>
  ({ type: 'FileEvidence', data: { content: { ...statement, ...rest, credits }, facts } });

/** Throws what would be refused. */
const tryOut = (command: EvidenceCommand, caller: Caller): void => {
  evidenceDecider.decide(command, evidenceDecider.initialState, caller);
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
