import { aCaller, specify } from '@zeren/kernel/testing';
import type { Disclosure, Sealed } from '../request/request-values.js';
import { fieldsOpenTo } from './disclosure.js';
import { personalDataIn, requirePublicText } from './public-text.js';
import { requesterDecider } from './requester.js';
import type { RequesterEvent } from './requester.events.js';

const contact: Sealed = { keyId: '511900_person', nonce: 'bm9uY2U=', text: 'c2VhbGVk' };
const told = (requestId = '511900_request'): RequesterEvent => ({ type: 'RequesterRecorded', data: { requestId, contact } });
const erased: RequesterEvent = { type: 'RequesterErased', data: { reason: '本人申请' } };
const look = (fields: readonly string[], requestId = '511900_request') =>
  ({ type: 'LookAtRequester' as const, data: { requestId, fields, purpose: 'call-back', tenantId: '511900' } });
const record = (requestId: string) => ({ type: 'RecordRequester' as const, data: { requestId, contact } });
const erase = (reason = '本人申请') => ({ type: 'EraseRequester' as const, data: { reason } });
const { given } = specify(requesterDecider);

describe('a requester', () => {
  it('is recorded once for each request with which contact was told, sealed', () => {
    given().when(record('511900_request')).then(told());
    given(told()).when(record('511900_request')).then();
    given(told()).when(record('511900_second')).then(told('511900_second'));
  });

  it('is looked at only on record: which fields, for which request, to do what', () => {
    given(told()).when(look(['name', 'phone'])).then({ type: 'RequesterLookedAt', data: look(['name', 'phone']).data });
    given(told()).when(look(['name'], '511900_other')).thenRefused('requester-unknown');
    given().when(look(['name'])).thenRefused('requester-unknown');
  });

  it('is shown to nobody whose work does not need it', () => {
    given(told()).when(look([])).thenRefused('requester-not-yours');
  });

  it('is erased with a reason, once, and never looked at or added to again', () => {
    given(told()).when(erase()).then(erased);
    given(told(), erased).when(erase()).then();
    given(told()).when(erase(' ')).thenRefused('requester-reason-missing', 'reason');
    given().when(erase()).thenRefused('requester-unknown');
    given(told(), erased).when(look(['name'])).thenRefused('requester-erased');
    given(told(), erased).when(record('511900_second')).thenRefused('requester-erased');
  });

  it('that is erased stays what it was: a filing that is repeated afterwards changes nothing', () => {
    given(told(), erased).when(record('511900_request')).then();
  });

  it('is a matter of the tenant alone, shared with nobody', () => {
    expect(requesterDecider.sharedWith(given(told()).state())).toEqual([]);
  });
});

describe('who asks', () => {
  const unit = { unitId: '511922-environment', tenantId: '511922' };
  const facts = (disclosure: Disclosure) => ({ ownerTenantId: '511900', disclosure, handling: [unit] });
  const operator = aCaller({ roles: ['hotline'] });
  const handler = aCaller({ ...unit, roles: ['officer'] });
  const all = ['name', 'phone', 'address', 'words'];

  it('is open to the unit that handles it while it handles it, where the requester asks openly', () => {
    expect(fieldsOpenTo(handler, facts('open'))).toEqual(all);
    expect(fieldsOpenTo(handler, { ...facts('open'), handling: [] })).toEqual([]);
    expect(fieldsOpenTo(aCaller({ ...unit, unitId: '511922-city-management', roles: ['officer'] }), facts('open'))).toEqual([]);
    expect(fieldsOpenTo(aCaller({ ...unit, unitId: '511922-creation-office', roles: ['district-office'] }), facts('open'))).toEqual(all);
  });

  it('is known only to those who speak with the requester, where the requester asks in confidence', () => {
    expect(fieldsOpenTo(operator, facts('confidential'))).toEqual(all);
    expect(fieldsOpenTo(handler, facts('confidential'))).toEqual([]);
  });

  it('is known to nobody where the requester stays anonymous: there are only the words', () => {
    expect(fieldsOpenTo(operator, facts('anonymous'))).toEqual(['words']);
    expect(fieldsOpenTo(handler, facts('anonymous'))).toEqual(['words']);
  });

  it('is no matter of auditors, inspectors or operators of the platform, nor of another tenant\'s hotline', () => {
    for (const role of ['auditor', 'inspector', 'operator', 'integrator', 'performance-office'] as const) {
      expect(fieldsOpenTo(aCaller({ roles: [role] }), facts('open'))).toEqual([]);
    }
    expect(fieldsOpenTo(aCaller({ tenantId: '511922', unitId: '511922', roles: ['hotline'] }), facts('open'))).toEqual([]);
  });
});

describe('a text that is open to the public', () => {
  it.each([
    ['请回电13812345678', 'phone'], ['电话 138-1234-5678', 'phone'], ['＋８６１３８１２３４５６７８', 'phone'], ['座机0827-5261234', 'phone'],
    ['身份证51190219800101123X', 'id-number'], ['身份证 511902 19800101 1234', 'id-number'],
  ] as const)('that holds a phone or identity number is told from one that does not: %s', (text, found) => {
    expect(personalDataIn(text)).toBe(found);
    expect(() => requirePublicText(text, 'subject')).toThrow(`text-holds-${found}`);
  });

  it.each(['北门市场三号摊位占道', '2013年3月1日起路灯不亮', '门牌1234号', '编号 20130301000012', '文号 巴府发〔2013〕12号'])(
    'may hold other numbers: %s', (text) => {
      expect(personalDataIn(text)).toBeNull();
    });
});
