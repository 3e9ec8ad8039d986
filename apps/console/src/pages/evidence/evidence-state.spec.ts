import type { EvidenceRow } from '@zeren/evidence-domain';
import type { Caller } from '@zeren/kernel';
import { declaredTypeOf, obstacleTo, sizeText, usualUnitOf } from './evidence-state.js';

const row: EvidenceRow = {
  readerTenantId: '511902', ownerTenantId: '511902', id: 'abc', unitId: '511902', title: '出水口', format: 'photo', status: 'filed', hash: 'a', size: 1, mediaType: 'image/jpeg',
  fileName: 'a.jpg', capturedAt: null, latitude: null, longitude: null, placeName: null, capturedFrom: null, credits: [], reusedFrom: null, filedAt: '2013-03-01T00:00:00.000Z',
  filedBy: 'x', reason: null, supersededBy: null, revision: 0,
};
const caller: Caller = { tenantId: '511902', actorId: 'x', postId: '', unitId: '511902-creation-office', roles: ['district-office'], now: '2013-03-01T00:00:00.000Z' };

describe('an action on evidence', () => {
  it('is open to who may file it, and says why not to others and once it is withdrawn', () => {
    expect(obstacleTo(row, caller, 'en')).toBeUndefined();
    expect(obstacleTo(row, { ...caller, tenantId: '511900', unitId: '511900-creation-office', roles: ['city-office'] }, 'en')).toBe('You do not act for unit 511902 here.');
    expect(obstacleTo({ ...row, status: 'withdrawn', reason: '重拍' }, caller, 'zh')).toBe('该佐证已撤回或被替换，不能再办理。');
  });
});

describe('a file that is chosen', () => {
  it('is declared by its ending, else by what the browser says', () => {
    expect(declaredTypeOf({ name: 'table.CSV', type: 'application/vnd.ms-excel' })).toBe('text/csv');
    expect(declaredTypeOf({ name: 'photo.jpeg', type: '' })).toBe('image/jpeg');
    expect(declaredTypeOf({ name: 'photo.heic', type: 'image/heic' })).toBe('image/heic');
    expect(declaredTypeOf({ name: 'what', type: '' })).toBe('application/octet-stream');
  });

  it('has its size in words', () => {
    expect([sizeText(100), sizeText(2_048), sizeText(3_500_000)]).toEqual(['100 B', '2 KB', '3.3 MB']);
  });
});

it('a creation office files for its division', () => {
  expect([usualUnitOf('511902-creation-office'), usualUnitOf('511900-health')]).toEqual(['511902', '511900-health']);
});
