import type { LocalisedText, Projection, ViewRow } from '@zeren/kernel';
import type { TenantKind, TenantRegistered } from './organisation.events.js';
import { keysFor } from './unit-view.js';

/** A tenant; its id is the tenant's. */
export type TenantRow = ViewRow & {
  readonly name: LocalisedText;
  readonly kind: TenantKind;
  readonly parentTenantId: string | null;
  readonly levels: readonly LocalisedText[];
  readonly timeZone: string;
};

/** The tenants a tenant may know of: itself, its districts; the operator all. */
export const tenantProjection: Projection<TenantRow, TenantRegistered> = {
  name: 'tenant',
  version: 1,
  handles: ['TenantRegistered'],
  keys: (event) => keysFor(event, [event.data.tenantId]),
  evolve: (_row, event, key) => {
    const { name, kind, parentTenantId, levels, timeZone } = event.data;
    return { ...key, name, kind, parentTenantId, levels, timeZone };
  },
};
