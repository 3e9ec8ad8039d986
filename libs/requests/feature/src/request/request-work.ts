import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { DeciderRepository, type CommandContext, type Outcome } from '@zeren/event-store';
import { notFound, streamIdOf } from '@zeren/http';
import { DomainError, type Caller } from '@zeren/kernel';
import {
  askedMatter, handlingUnitOf, isEnded, requestDecider, standingOf, verdictOf, type AskedMatter, type Assigned, type Counting, type FiledRequest, type RateAnswer, type RequestCommand, type RequestState,
  type Sealed, type Standing, type Verdict,
} from '@zeren/requests-domain';
import { RequestPhotos } from '../photos/index.js';
import { Requesters } from '../requester/requesters.js';
import type { AgreementBody, NamedUnitsBody, PartBody, RatingBody, ReportBody } from './request.bodies.js';
import { RequestEnvelope } from './request.command-handlers.js';
import { RequestGrounds, type Grounds } from './request-grounds.js';

type Decided = Promise<Outcome<RequestState>>;

/** What a step of a request is decided with. */
export type Facts = Counting & { readonly standing: Standing; readonly request: FiledRequest; readonly grounds: Grounds };

/** Reads what a step has to know, and sends its command. */
@Injectable()
export class RequestWork {
  constructor(
    private readonly commands: CommandBus,
    private readonly repository: DeciderRepository,
    private readonly grounds: RequestGrounds,
    private readonly photos: RequestPhotos,
    private readonly requesters: Requesters,
  ) {}

  /** The request as it stands, for those whom its stream admits; 404 for all others. */
  async load(id: string, caller: Caller): Promise<FiledRequest> {
    const { state } = await this.repository.load(requestDecider, streamIdOf(requestDecider.category, id), caller);
    return state.status === 'none' ? notFound() : state;
  }

  /** The same, only for the side with which it was filed. */
  async owned(id: string, caller: Caller): Promise<FiledRequest> {
    const request = await this.load(id, caller);
    return request.content.ownerTenantId === caller.tenantId ? request : notFound();
  }

  async facts(id: string, caller: Caller): Promise<Facts> {
    const stream = streamIdOf(requestDecider.category, id);
    const [request, grounds] = await Promise.all([this.load(id, caller), this.grounds.of(stream.tenantId, caller.now)]);
    return { ...grounds.counting, standing: standingOf(grounds, request, caller), request, grounds };
  }

  decide(id: string, command: RequestCommand, context: CommandContext): Decided {
    return this.commands.execute<RequestEnvelope, Outcome<RequestState>>(new RequestEnvelope(streamIdOf(requestDecider.category, id), command, context));
  }

  /** A step that needs to know how the caller stands to the handling units, and how time is counted. */
  async step(id: string, context: CommandContext, command: (facts: Facts) => RequestCommand): Decided {
    return this.decide(id, command(await this.facts(id, context.caller)), context);
  }

  /** A step that only the side with which it was filed takes, on what the request itself says. */
  counted(id: string, context: CommandContext, command: (counting: Counting, grounds: Grounds) => RequestCommand): Decided {
    return this.step(id, context, ({ grounds }) => command(grounds.counting, grounds));
  }

  /** Whose it is by the matrix, as it stands today. */
  async proposal(id: string, caller: Caller): Promise<Verdict> {
    const { request, grounds } = await this.facts(id, caller);
    return request.matterCode === null ? { kind: 'vacuum' } : verdictOf(grounds, request.content, request.matterCode);
  }

  dispatch(id: string, byHand: NamedUnitsBody | null, context: CommandContext): Decided {
    return this.step(id, context, ({ request, grounds }) => {
      const matter = matterOf(request, grounds);
      const verdict: Verdict = byHand
        ? { kind: 'owned', assigned: { ...namedUnits(grounds, byHand), route: { by: 'hand', reason: byHand.reason } } }
        : verdictOf(grounds, request.content, matter.code);
      return { type: 'DispatchRequest', data: { ...grounds.counting, matter, verdict } };
    });
  }

  rule(id: string, { intoMatrix, ...named }: NamedUnitsBody & { intoMatrix: boolean }, context: CommandContext): Decided {
    return this.step(id, context, ({ request, grounds }) => ({
      type: 'RuleOwnership',
      data: { ...grounds.counting, matter: matterOf(request, grounds), assigned: namedUnits(grounds, named), reason: named.reason, intoMatrix },
    }));
  }

  async reportPart(id: string, { unitId, note, photos: hashes }: PartBody, context: CommandContext): Decided {
    const photos = await this.photos.of(context.caller.tenantId, hashes);
    return this.step(id, context, ({ standing }) => ({ type: 'ReportPart', data: { unitId, note, photos, standing } }));
  }

  async report(id: string, { outcome, answer, photos: hashes, point }: ReportBody, context: CommandContext): Decided {
    const photos = await this.photos.of(context.caller.tenantId, hashes);
    return this.step(id, context, ({ standing, calendar, terms }) => ({
      type: 'ReportHandling', data: { outcome, answer, photos, point: point && { ...point }, standing, calendar, terms },
    }));
  }

  /** What the parties signed; of a scan that was sent in, its own fingerprint counts. */
  async agree(id: string, { document, hash, scan: sent, revisitBy }: AgreementBody, context: CommandContext): Decided {
    const [scan = null] = sent === null ? [] : await this.photos.of(context.caller.tenantId, [sent], 'scan');
    return this.step(id, context, ({ standing }) => ({ type: 'ReachAgreement', data: { document, hash: scan?.hash ?? hash, scan, revisitBy, standing } }));
  }

  /** The words of a rating are sealed under the key of whoever asked; not for a rating that is refused, or was given before. */
  async rate(id: string, { satisfied, words, receipt }: RatingBody, context: CommandContext): Decided {
    const request = await this.load(id, context.caller);
    const commandOf = (sealed: Sealed | null): RateAnswer => ({ type: 'RateAnswer', data: { receipt, satisfied, words: sealed } });
    const isSealed = words !== null && words.trim() !== '' && isAdmitted(commandOf(null), request, context.caller);
    const sealed = isSealed ? await this.requesters.seal(keyOf(id, request, receipt), words) : null;
    return this.decide(id, commandOf(sealed), this.requesters.guarded(context));
  }

  /** What went into another request is followed to where that went. */
  async merge(id: string, { intoRequestId, reason }: { intoRequestId: string; reason: string }, context: CommandContext): Decided {
    await this.load(id, context.caller);
    const into = await this.resting(intoRequestId, context.caller);
    const isIntoOpen = into.id !== id && streamIdOf(requestDecider.category, into.id).tenantId === context.caller.tenantId && !isEnded(into.request);
    return this.decide(id, { type: 'MergeRequest', data: { requestId: id, intoRequestId: into.id, isIntoOpen, reason } }, context);
  }

  /** The request at the end of all mergers. */
  async resting(id: string, caller: Caller): Promise<{ readonly id: string; readonly request: FiledRequest }> {
    const request = await this.load(id, caller);
    return request.mergedInto === null ? { id, request } : this.resting(request.mergedInto, caller);
  }
}

/** Whose key it is under which somebody who asked here speaks: the person's, or where nobody said who it is the request's own. */
const keyOf = (id: string, { content, joined }: FiledRequest, receipt: string | null): string => {
  const other = joined.find((one) => one.receipt === receipt);
  return other ? (other.requesterId ?? other.fromRequestId) : (content.requesterId ?? id);
};

/** Whether the request as it stands would take a step. */
const isAdmitted = (command: RequestCommand, request: FiledRequest, caller: Caller): boolean => {
  try {
    requestDecider.decide(command, request, caller);
    return true;
  } catch (refusal) {
    if (refusal instanceof DomainError) return false;
    throw refusal;
  }
};

const matterOf = ({ matterCode }: FiledRequest, grounds: Grounds): AskedMatter => askedMatter(grounds, matterCode ?? '');

const namedUnits = (grounds: Grounds, { leadUnitId, supportingUnitIds, officerPostId }: NamedUnitsBody): Omit<Assigned, 'route'> => ({
  lead: handlingUnitOf(grounds, leadUnitId, 'leadUnitId'),
  supporting: supportingUnitIds.map((unitId, index) => handlingUnitOf(grounds, unitId, `supportingUnitIds[${index}]`)),
  officerPostId,
});

