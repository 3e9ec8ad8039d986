import { recorded } from '@zeren/kernel/testing';
import { schemaVersionsOf, SchemaVersionUnknown, upcast, type Upcasters } from './upcasting.js';

const upcasters: Upcasters = {
  TaskPublished: [
    (data) => ({ ...(data as object), lead: 'unknown' }),
    (data, { tenantId }) => ({ ...(data as object), lead: { unitId: tenantId } }),
  ],
};
const at = (schemaVersion: number) => recorded({ type: 'TaskPublished', data: {} }, { metadata: { schemaVersion } }).metadata;

describe('upcasting', () => {
  it('takes an event through every version up to the current one', () => {
    const { data, metadata } = upcast(upcasters, 'TaskPublished', { name: 'a' }, at(1));
    expect(data).toEqual({ name: 'a', lead: { unitId: '511900' } });
    expect(metadata).toEqual({ ...at(1), schemaVersion: 3 });
  });

  it('begins at the version the event was written in', () => {
    expect(upcast(upcasters, 'TaskPublished', { lead: 'x', kept: 1 }, at(2)).data).toEqual({ lead: { unitId: '511900' }, kept: 1 });
  });

  it('leaves an event of the current version and of unchanged types as it is', () => {
    const data = { lead: 'x' };
    expect(upcast(upcasters, 'TaskPublished', data, at(3)).data).toBe(data);
    expect(upcast(upcasters, 'TaskAccepted', data, at(7))).toEqual({ data, metadata: at(7) });
  });

  it('refuses an event written by newer code', () => {
    expect(() => upcast(upcasters, 'TaskPublished', {}, at(4))).toThrow(SchemaVersionUnknown);
  });

  it('knows the current version of each changed type', () => {
    expect(schemaVersionsOf(upcasters)).toEqual({ TaskPublished: 3 });
  });
});
