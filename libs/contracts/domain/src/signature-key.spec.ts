import { recorded, specify, specifyProjection } from '@zeren/kernel/testing';
import { requireUsable, signatureKeyDecider, signatureKeyProjection, type OwnKey, type SignatureKeyEvent } from './index.js';

const key: OwnKey = {
  officerId: '511922.leader', algorithm: 'ECDSA-P256-SHA256', keyId: 'k', publicKey: 'pem', certificate: 'cert', subject: 'CN=511922.leader', validUntil: '2014-01-01T00:00:00.000Z',
};
const brought: SignatureKeyEvent = { type: 'SignatureKeyBrought', data: key };
const confirmed: SignatureKeyEvent = { type: 'SignatureKeyConfirmed', data: { keyId: 'k', how: '当面核验' } };
const revoked: SignatureKeyEvent = { type: 'SignatureKeyRevoked', data: { keyId: 'k', reason: '遗失' } };
const officer = { tenantId: '511922', actorId: '511922.leader' };
const office = { tenantId: '511922', actorId: '511922.district-office' };
const { given } = specify(signatureKeyDecider);

describe('an officer\'s own key', () => {
  const confirm = { type: 'ConfirmSignatureKey' as const, data: { how: '当面核验' } };
  const revoke = { type: 'RevokeSignatureKey' as const, data: { reason: '遗失' } };

  it('is brought by that officer, once, while its certificate holds', () => {
    given().when({ type: 'BringSignatureKey', data: key }, officer).then(brought);
    given(brought).when({ type: 'BringSignatureKey', data: key }, officer).then();
    given().when({ type: 'BringSignatureKey', data: key }, office).thenRefused('key-of-another');
    given().when({ type: 'BringSignatureKey', data: key }, { ...officer, now: '2014-01-01T00:00:00.001Z' }).thenRefused('certificate-expired');
  });

  it('is bound to the officer by an office, never by the officer', () => {
    given(brought).when(confirm, office).then(confirmed);
    given(brought, confirmed).when(confirm, office).then();
    given(brought).when(confirm, officer).thenRefused('key-confirmed-by-owner');
    given(brought).when({ ...confirm, data: { how: ' ' } }, office).thenRefused('text-required', 'how');
  });

  it('signs nothing before it is confirmed, after it is revoked, or once its certificate has expired', () => {
    const usable = (at: string, ...events: SignatureKeyEvent[]) => () => requireUsable(given(...events).state(), at);
    const now = '2013-03-01T00:00:00.000Z';
    expect(usable(now, brought, confirmed)).not.toThrow();
    expect(usable(now, brought)).toThrow('key-not-confirmed');
    expect(usable(now, brought, confirmed, revoked)).toThrow('key-not-confirmed');
    expect(usable('2014-01-02T00:00:00.000Z', brought, confirmed)).toThrow('certificate-expired');
  });

  it('once revoked is not brought or confirmed again', () => {
    given(brought, confirmed).when(revoke, officer).then(revoked);
    given(brought, revoked).when(revoke, officer).then();
    given(brought, revoked).when(confirm, office).thenRefused('key-revoked');
    given(brought, revoked).when({ type: 'BringSignatureKey', data: key }, officer).thenRefused('key-revoked');
  });

  it('stands in the tenant\'s register with its state', () => {
    const place = (revision: number) => ({ stream: 'signaturekey-511922_k', revision, metadata: { tenantId: '511922' } });
    const rows = specifyProjection(signatureKeyProjection).given(recorded(brought, place(0)), recorded(confirmed, place(1))).rows();
    expect(rows).toMatchObject([{ readerTenantId: '511922', status: 'confirmed', keyId: 'k', confirmedAt: '2013-03-01T02:00:00.000Z' }]);
  });
});
