import type { Caller, Command, Decider } from '@zeren/kernel';
import type { TenantEvent, TenantRegistered } from './organisation.events.js';
import { refuse } from './refusals.js';

/** The tenant that owns the streams of all tenants: the platform's operator. */
export const OPERATOR_TENANT = 'platform';

/** Takes a tenant onto the platform. `parent` is the tenant named as parent, where one is registered. */
export type RegisterTenant = Command<'RegisterTenant', {
  readonly tenant: TenantRegistered['data'];
  readonly parent: TenantRegistered['data'] | null;
}>;

export type TenantState =
  | { readonly status: 'unregistered' }
  | { readonly status: 'registered'; readonly tenant: TenantRegistered['data'] };

const decide = ({ data: { tenant, parent } }: RegisterTenant, state: TenantState, _caller: Caller): readonly TenantEvent[] => {
  if (state.status === 'registered') {
    return isSame(state.tenant, tenant) ? [] : refuse('tenant-exists', 'tenantId', { tenantId: tenant.tenantId });
  }
  const parentFits = tenant.kind === 'city'
    ? tenant.parentTenantId === null
    : parent !== null && parent.kind === 'city' && parent.tenantId === tenant.parentTenantId;
  if (!parentFits) refuse('tenant-parent-wrong', 'parentTenantId');
  return [{ type: 'TenantRegistered', data: tenant }];
};

const isSame = (a: TenantRegistered['data'], b: TenantRegistered['data']): boolean =>
  a.kind === b.kind && a.parentTenantId === b.parentTenantId && a.timeZone === b.timeZone
  && a.name.zh === b.name.zh && a.name.en === b.name.en && a.levels.length === b.levels.length
  && a.levels.every((level, index) => level.zh === b.levels[index]?.zh && level.en === b.levels[index]?.en);

/** A tenant: its stream is the operator's, shared with the tenant itself and with its city. */
export const tenantDecider: Decider<TenantState, RegisterTenant, TenantEvent> = {
  category: 'tenant',
  initialState: { status: 'unregistered' },
  decide,
  evolve: (_state, event) => ({ status: 'registered', tenant: event.data }),
  sharedWith: (state) => {
    if (state.status === 'unregistered') return [];
    const { tenantId, parentTenantId } = state.tenant;
    return parentTenantId === null ? [tenantId] : [tenantId, parentTenantId];
  },
};
