import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { deriveId, type CommandContext, type Outcome } from '@zeren/event-store';
import { DomainError, type Caller, type StreamId } from '@zeren/kernel';
import {
  askedMatter, isInside, requestDecider, rolesThatSpeak, verdictOf, type Channel, type FileRequest, type RequestState,
} from '@zeren/requests-domain';
import { isNamed, nothingKept, Requesters, tellsAnything, type Kept, type Told } from '../requester/requesters.js';
import { FilingSurroundings } from './filing-surroundings.js';
import { Receipts, type Receipt } from './receipts.js';
import type { FilingBody } from './request.bodies.js';
import { RequestEnvelope } from './request.command-handlers.js';
import { RequestGrounds } from './request-grounds.js';

/** What a filing says besides its body. */
export type Entry = { readonly channel: Channel; readonly source: string | null; readonly atOnce: boolean };

export type Filed = Receipt & { readonly outcome: Outcome<RequestState> };

/** Files what somebody asks: the photos are looked up, whoever asks is sealed once nothing speaks against it, and the request is written down, at once routed where that is wanted. */
@Injectable()
export class RequestFiling {
  constructor(
    private readonly commands: CommandBus,
    private readonly grounds: RequestGrounds,
    private readonly requesters: Requesters,
    private readonly surroundings: FilingSurroundings,
    private readonly receipts: Receipts,
  ) {}

  /** The stream of a filing: the same for the same caller and key. */
  streamOf({ caller: { tenantId, actorId }, idempotency, commandId }: CommandContext): StreamId {
    return { category: requestDecider.category, tenantId, id: deriveId(tenantId, actorId, idempotency?.key ?? commandId) };
  }

  async file(stream: StreamId, body: FilingBody, { channel, source, atOnce }: Entry, context: CommandContext): Promise<Filed> {
    const { caller } = context;
    const grounds = await this.grounds.of(caller.tenantId, caller.now);
    const { subject, words, kind, matterCode, place, disclosure, contact, integrations, urgentReason } = body;
    const matter = matterCode === null ? null : askedMatter(grounds, matterCode);
    const photos = await this.surroundings.photosOf(caller.tenantId, body, grounds.day);
    const { receipt, secret, secretHash } = this.receipts.of(stream, caller.now);
    const routes = atOnce && matter?.known && caller.roles.some((role) => rolesThatSpeak.includes(role));
    const commandOf = (kept: Kept): FileRequest => ({
      type: 'FileRequest',
      data: {
        ...grounds.counting, matter, receiptSecretHash: secretHash, isInside: isInside(grounds, place.areaUnitId, caller.tenantId),
        content: {
          receipt, channel, kind, subject, words: kept.words, place: { ...place, point: place.point && { ...place.point } }, disclosure, requesterId: kept.requesterId, photos,
          integrations, urgentReason, source,
        },
        atOnce: routes ? { verdict: verdictOf(grounds, { kind, place, urgentReason }, matter.code) } : null,
      },
    });
    const command = commandOf(await this.kept(stream, { disclosure, contact, words }, commandOf, context));
    const outcome = await this.commands.execute<RequestEnvelope, Outcome<RequestState>>(new RequestEnvelope(stream, command, this.requesters.guarded(context)));
    const { state } = outcome;
    return { outcome, receipt: state.status === 'none' ? receipt : state.content.receipt, secret };
  }

  /**
   * Nothing is sealed for what is refused, nor anew for what was filed already. Of somebody without a name the key is the request's
   * own, so that a repetition makes none; only where something speaks against it is it looked up.
   */
  private async kept(stream: StreamId, told: Told, commandOf: (kept: Kept) => FileRequest, context: CommandContext): Promise<Kept> {
    const { caller } = context;
    if (!tellsAnything(told)) return nothingKept;
    const sealed = async (): Promise<Kept> => {
      requestDecider.decide(commandOf(nothingKept), requestDecider.initialState, caller);
      return this.requesters.keep(stream, told, context);
    };
    if (isNamed(told)) return (await this.filed(stream, caller)) ?? sealed();
    return sealed().catch(async (refusal: unknown) => {
      const before = refusal instanceof DomainError ? await this.filed(stream, caller) : undefined;
      if (!before) throw refusal;
      return before;
    });
  }

  private async filed(stream: StreamId, caller: Caller): Promise<Kept | undefined> {
    const state = await this.surroundings.filed(stream, caller);
    return state.status === 'none' ? undefined : state.content;
  }
}
