import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { deriveId, type CommandContext, type Outcome } from '@zeren/event-store';
import type { StreamId } from '@zeren/kernel';
import {
  askedMatter, isInside, requestDecider, rolesThatSpeak, verdictOf, type Channel, type FileRequest, type RequestState,
} from '@zeren/requests-domain';
import { Requesters } from '../requester/requesters.js';
import { NamedInFiling } from './named-in-filing.js';
import { Receipts, type Receipt } from './receipts.js';
import type { FilingBody } from './request.bodies.js';
import { RequestEnvelope } from './request.command-handlers.js';
import { RequestGrounds } from './request-grounds.js';

/** What a filing says besides its body. */
export type Entry = { readonly channel: Channel; readonly source: string | null; readonly atOnce: boolean };

export type Filed = Receipt & { readonly outcome: Outcome<RequestState> };

/** Files what somebody asks: whoever asks is sealed first, the photos are looked up, and the request is written down, at once routed where that is wanted. */
@Injectable()
export class RequestFiling {
  constructor(
    private readonly commands: CommandBus,
    private readonly grounds: RequestGrounds,
    private readonly requesters: Requesters,
    private readonly named: NamedInFiling,
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
    const [photos, kept] = await Promise.all([
      this.named.of(caller.tenantId, body, grounds.day), this.requesters.keep(stream, { disclosure, contact, words }, context),
    ]);
    const { receipt, secret, secretHash } = this.receipts.of(stream, caller.now);
    const routes = atOnce && matter?.known && caller.roles.some((role) => rolesThatSpeak.includes(role));
    const command: FileRequest = {
      type: 'FileRequest',
      data: {
        ...grounds.counting, matter, receiptSecretHash: secretHash, isInside: isInside(grounds, place.areaUnitId, caller.tenantId),
        content: {
          receipt, channel, kind, subject, words: kept.words, place: { ...place, point: place.point && { ...place.point } }, disclosure, requesterId: kept.requesterId, photos,
          integrations, urgentReason, source,
        },
        atOnce: routes ? { verdict: verdictOf(grounds, { kind, place, urgentReason }, matter.code) } : null,
      },
    };
    const outcome = await this.commands.execute<RequestEnvelope, Outcome<RequestState>>(new RequestEnvelope(stream, command, this.requesters.guarded(context)));
    const { state } = outcome;
    return { outcome, receipt: state.status === 'none' ? receipt : state.content.receipt, secret };
  }
}
