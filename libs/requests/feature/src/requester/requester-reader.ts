import { Injectable } from '@nestjs/common';
import { DeciderRepository, type CommandContext } from '@zeren/event-store';
import { notFound, streamIdOf } from '@zeren/http';
import { parsePublicId, publicId, type Caller } from '@zeren/kernel';
import {
  fieldsOpenTo, requestDecider, requesterDecider,
  type Contact, type FiledRequest, type RequesterField, type RequesterShown, type RequesterState, type RequestStatus, type Sealed,
} from '@zeren/requests-domain';
import { Requesters } from './requesters.js';
import { Sealing } from './sealing.js';
import { stepOf } from './step-context.js';

/** Places of a request's course at which a unit has it. */
const handled: readonly RequestStatus[] = ['dispatched', 'taken', 'return-asked', 'reported'];

/** The request with which somebody asked: this one, or one that went into it. */
type Asked = { readonly requestId: string; readonly content: FiledRequest['content'] };

const nothing = { name: null, phone: null, address: null, words: null };

/** Tells who asks, as far as the reader's work needs it, and puts on record that it was told before it is told. */
@Injectable()
export class RequesterReader {
  constructor(
    private readonly repository: DeciderRepository,
    private readonly requesters: Requesters,
    private readonly sealing: Sealing,
  ) {}

  /** Everybody who asked for this, whoever was merged into it too. */
  async of(id: string, purpose: string, context: CommandContext): Promise<readonly RequesterShown[]> {
    const { caller } = context;
    const { state } = await this.repository.load(requestDecider, streamIdOf('request', id), caller);
    if (state.status === 'none') return notFound();
    const { ownerTenantId } = state.content;
    const handling = handled.includes(state.status) && state.assignment ? [state.assignment.lead, ...state.assignment.supporting] : [];
    const shown: RequesterShown[] = [];
    for (const asked of await this.askedIn(id, state, { ...caller, tenantId: ownerTenantId })) {
      const fields = fieldsOpenTo(caller, { ownerTenantId, disclosure: asked.content.disclosure, handling });
      shown.push(await this.shown(asked, fields, purpose, context));
    }
    return shown;
  }

  /** The requests of the person who has this number. */
  async withPhone(phone: string, context: CommandContext): Promise<{ readonly requesterId: string; readonly requestIds: readonly string[] } | null> {
    const { caller } = context;
    const requesterId = await this.sealing.personWith(caller.tenantId, phone);
    if (requesterId === undefined) return null;
    const state = await this.requesterOf(requesterId, caller);
    const requestIds = state.status === 'recorded' ? [...state.contacts.keys()] : [];
    const requestId = requestIds.at(-1);
    if (requestId === undefined) return null;
    const data = { requestId, fields: ['requests'], purpose: 'phone', tenantId: caller.tenantId };
    await this.requesters.decide(requesterId, { type: 'LookAtRequester', data }, stepOf(context, 'look'));
    return { requesterId, requestIds };
  }

  private async shown({ requestId, content }: Asked, fields: readonly RequesterField[], purpose: string, context: CommandContext): Promise<RequesterShown> {
    const { requesterId, disclosure, words } = content;
    const keyId = requesterId ?? requestId;
    const owner = { ...context.caller, tenantId: content.ownerTenantId };
    const state = await this.requesterOf(keyId, owner);
    const isErased = state.status === 'erased';
    const open = { requestId, requesterId, disclosure, keyId, isErased, fields, ...nothing };
    if (fields.length === 0 || state.status !== 'recorded') return open;
    const data = { requestId, fields, purpose, tenantId: context.caller.tenantId };
    await this.requesters.decide(keyId, { type: 'LookAtRequester', data }, { ...stepOf(context, `look ${keyId}`), caller: owner });
    const contact = await this.contactOf(state.contacts.get(requestId) ?? null);
    const told = { ...contact, words: words && (await this.sealing.open(words)) };
    return { ...open, ...Object.fromEntries(fields.map((field) => [field, told[field]])) };
  }

  private async contactOf(sealed: Sealed | null): Promise<Contact> {
    const text = sealed && (await this.sealing.open(sealed));
    return text === null ? { name: null, phone: null, address: null } : (JSON.parse(text) as Contact);
  }

  private async requesterOf(keyId: string, owner: Caller): Promise<RequesterState> {
    return (await this.repository.load(requesterDecider, streamIdOf('requester', keyId), owner)).state;
  }

  private async askedIn(id: string, { content, joined }: FiledRequest, owner: Caller): Promise<readonly Asked[]> {
    const { tenantId, id: localId } = parsePublicId(id) ?? notFound();
    const others = await Promise.all(joined.map(async ({ fromRequestId }): Promise<readonly Asked[]> => {
      const { state } = await this.repository.load(requestDecider, streamIdOf('request', fromRequestId), owner);
      return state.status === 'none' ? [] : [{ requestId: fromRequestId, content: state.content }];
    }));
    return [{ requestId: publicId(tenantId, localId), content }, ...others.flat()];
  }
}
