import { Injectable } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { deriveId, type CommandContext, type Outcome } from '@zeren/event-store';
import { streamIdOf } from '@zeren/http';
import { publicId, type StreamId } from '@zeren/kernel';
import type { Contact, Disclosure, RequesterCommand, RequesterState, Sealed } from '@zeren/requests-domain';
import { RequesterEnvelope } from './requester.command-handler.js';
import { Sealing } from './sealing.js';
import { stepOf } from './step-context.js';

/** What a filing tells of who files, in plain; it is gone when the answer is sent. */
export type Told = { readonly disclosure: Disclosure; readonly contact: Contact | null; readonly words: string | null };

/** What a filing may store of it. */
export type Kept = { readonly requesterId: string | null; readonly words: Sealed | null };

export const nothingKept: Kept = { requesterId: null, words: null };

/** Whether a filing says who files. */
export const isNamed = ({ disclosure, contact }: Told): boolean => disclosure !== 'anonymous' && contact !== null;

/** Whether a filing tells of who files at all. */
export const tellsAnything = (told: Told): boolean => isNamed(told) || told.words !== null;

/** Keeps who asks: sealed, under one key for each person as far as the phone number tells. */
@Injectable()
export class Requesters {
  constructor(
    private readonly commands: CommandBus,
    private readonly sealing: Sealing,
  ) {}

  /** Seals and records what was told with a request, before the request itself is filed. Repeated, it comes to the same. */
  async keep(request: StreamId, told: Told, context: CommandContext): Promise<Kept> {
    const requestId = publicId(request.tenantId, request.id);
    const { words } = told;
    const contact = isNamed(told) ? told.contact : null;
    const personId = contact ? await this.personFor(request, contact) : requestId;
    const sealedContact = contact ? await this.sealing.seal(personId, JSON.stringify(contact)) : null;
    const sealedWords = words === null ? null : await this.sealing.seal(personId, words);
    if (tellsAnything(told)) {
      await this.decide(personId, { type: 'RecordRequester', data: { requestId, contact: sealedContact } }, stepOf(context, 'requester'));
    }
    return { requesterId: contact ? personId : null, words: sealedWords };
  }

  /** More words of somebody already recorded, say with a rating. */
  seal(keyId: string, words: string): Promise<Sealed> {
    return this.sealing.seal(keyId, words);
  }

  /** What a body says of a person must not be told by the fingerprint that guards its key. */
  guarded(context: CommandContext): CommandContext {
    return this.sealing.guarded(context);
  }

  decide(personId: string, command: RequesterCommand, context: CommandContext): Promise<Outcome<RequesterState>> {
    const envelope = new RequesterEnvelope(streamIdOf('requester', personId), command, context);
    return this.commands.execute<RequesterEnvelope, Outcome<RequesterState>>(envelope);
  }

  private personFor({ tenantId, id }: StreamId, { phone }: Contact): Promise<string> {
    return this.sealing.personFor(publicId(tenantId, deriveId('requester', tenantId, id)), phone);
  }
}
