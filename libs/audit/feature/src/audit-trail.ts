import { ownerOnly, type Command, type Decider } from '@zeren/kernel';
import type { AuditEvent } from './audit.events.js';

export type RecordRead = Command<'RecordRead', { readonly path: string }>;

export type AuditTrailState = { readonly reads: number };

/** What one auditor has read: `audit-<tenant>_<actor id>`. */
export const auditTrailDecider: Decider<AuditTrailState, RecordRead, AuditEvent> = {
  category: 'audit',
  initialState: { reads: 0 },
  decide: ({ data: { path } }) => [{ type: 'AuditRead', data: { path } }],
  evolve: (state, event) => {
    switch (event.type) {
      case 'AuditRead':
        return { reads: state.reads + 1 };
    }
  },
  sharedWith: ownerOnly,
};
