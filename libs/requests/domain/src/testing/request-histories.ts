import type { RecordedEvent } from '@zeren/kernel';
import { recorded } from '@zeren/kernel/testing';
import type { Due } from '../request/request-values.js';
import type { RequestEvent, RequestFiled } from '../request/request.events.js';

/** A deadline without anything that is watched before or after it. */
export const dueAt = (at: string): Due =>
  ({ at, term: { value: 1, unit: 'working-day' }, provisional: false, from: at, remindAt: at, escalateAt: at });

export const lastStage = (at: string) => [{ code: 'done', name: { zh: '办结', en: 'Done' }, deadline: dueAt(at) }];

export const filedRequest = (said: Partial<RequestFiled['data']> = {}): RequestFiled => ({
  type: 'RequestFiled',
  data: {
    ownerTenantId: '511900', receipt: 'R-0001', receiptSecretHash: 'a'.repeat(64), channel: 'hotline', kind: 'citizen', matterCode: null, subject: '路灯不亮', words: null,
    place: { areaUnitId: '511902001', point: null, siteId: null }, disclosure: 'anonymous', requesterId: null, photos: [], integrations: [], urgentReason: null,
    source: null, filedAt: '2013-03-01T01:00:00.000Z', acceptBy: dueAt('2013-03-01T03:00:00.000Z'), ...said,
  },
});

export const dispatchedRequest = (unitId: string, until: string, said: { readonly round?: number; readonly returnBy?: string; readonly supporting?: readonly string[] } = {}): RequestEvent => ({
  type: 'RequestDispatched',
  data: {
    round: said.round ?? 1, matterCode: 'E01-01', lead: { unitId, tenantId: '511900' }, officerPostId: null, route: { by: 'hand', reason: '职责明确' }, stages: lastStage(until),
    supporting: (said.supporting ?? []).map((id) => ({ unitId: id, tenantId: '511900' })), returnBy: dueAt(said.returnBy ?? until),
  },
});

export const reportedHandling = (unitId: string, said: { readonly round?: number; readonly outcome?: 'solved' | 'explained' | 'closed'; readonly heldMinutes?: number } = {}): RequestEvent => ({
  type: 'HandlingReported',
  data: { round: said.round ?? 1, unitId, outcome: said.outcome ?? 'solved', answer: '已修复', photos: [], point: null, heldMinutes: said.heldMinutes ?? 60 },
});

/** Events of one request in order, each with the moment at which it happened. */
export const requestHistory = (
  events: readonly (readonly [at: string, event: RequestEvent])[], { id = '1', sharedWith = [] }: { readonly id?: string; readonly sharedWith?: readonly string[] } = {},
): RecordedEvent<RequestEvent>[] =>
  events.map(([occurredAt, event], revision) => recorded(event, { stream: `request-511900_${id}`, revision, metadata: { occurredAt, sharedWith } }));
