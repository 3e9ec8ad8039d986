import type { Event } from '@zeren/kernel';

/** An auditor read something: the path that was asked for, with its query. */
export type AuditRead = Event<'AuditRead', { readonly path: string }>;

export type AuditEvent = AuditRead;
