import { ownerOnly, type Command, type Decider } from '@zeren/kernel';
import type { Sealed } from '../request/request-values.js';
import { refuseRequester } from './requester-refusals.js';
import type { RequesterEvent, RequesterLookedAt, RequesterRecorded } from './requester.events.js';

/** What a requester tells of who it is; nothing of it is ever stored but sealed. */
export type Contact = { readonly name: string | null; readonly phone: string | null; readonly address: string | null };

export type RecordRequester = Command<'RecordRequester', RequesterRecorded['data']>;
export type LookAtRequester = Command<'LookAtRequester', RequesterLookedAt['data']>;
/** The key is destroyed once this is recorded. */
export type EraseRequester = Command<'EraseRequester', { readonly reason: string }>;
export type RequesterCommand = RecordRequester | LookAtRequester | EraseRequester;

export type RequesterState =
  | { readonly status: 'none' }
  | {
    readonly status: 'recorded' | 'erased';
    /** By the request with which it was told. */
    readonly contacts: ReadonlyMap<string, Sealed | null>;
  };

const record = (data: RequesterRecorded['data'], state: RequesterState): readonly RequesterEvent[] => {
  if (state.status === 'none') return [{ type: 'RequesterRecorded', data }];
  if (state.contacts.has(data.requestId)) return [];
  if (state.status === 'erased') return refuseRequester('requester-erased');
  return [{ type: 'RequesterRecorded', data }];
};

const look = (data: RequesterLookedAt['data'], state: RequesterState): readonly RequesterEvent[] => {
  if (state.status === 'none' || !state.contacts.has(data.requestId)) return refuseRequester('requester-unknown');
  if (state.status === 'erased') return refuseRequester('requester-erased');
  if (data.fields.length === 0) return refuseRequester('requester-not-yours');
  return [{ type: 'RequesterLookedAt', data }];
};

const erase = (reason: string, state: RequesterState): readonly RequesterEvent[] => {
  if (state.status === 'none') return refuseRequester('requester-unknown');
  if (reason.trim() === '') return refuseRequester('requester-reason-missing', 'reason');
  return state.status === 'erased' ? [] : [{ type: 'RequesterErased', data: { reason } }];
};

const decide = (command: RequesterCommand, state: RequesterState): readonly RequesterEvent[] => {
  switch (command.type) {
    case 'RecordRequester':
      return record(command.data, state);
    case 'LookAtRequester':
      return look(command.data, state);
    case 'EraseRequester':
      return erase(command.data.reason, state);
  }
};

const evolve = (state: RequesterState, event: RequesterEvent): RequesterState => {
  switch (event.type) {
    case 'RequesterRecorded': {
      const { requestId, contact } = event.data;
      const before = state.status === 'none' ? [] : state.contacts;
      return { status: 'recorded', contacts: new Map([...before, [requestId, contact]]) };
    }
    case 'RequesterLookedAt':
      return state;
    case 'RequesterErased':
      return state.status === 'none' ? state : { ...state, status: 'erased' };
  }
};

/** Who asks: sealed, looked at only on record, erased by destroying the key. */
export const requesterDecider: Decider<RequesterState, RequesterCommand, RequesterEvent> = {
  category: 'requester',
  initialState: { status: 'none' },
  decide,
  evolve,
  sharedWith: ownerOnly,
};
