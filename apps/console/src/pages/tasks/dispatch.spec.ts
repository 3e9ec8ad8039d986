import { bodyOf, freshPart, isTownCode, type DispatchSaid } from './dispatch.js';

const said: DispatchSaid = {
  kind: 'meeting-decision', document: '纪要〔2013〕5号', decision: '', campaignId: '511900_env', code: ' LH-01 ', zh: '河道联合整治', en: '', evidence: 'field', unitId: '511900-water', postId: '',
  supporting: '511900-environment，511900-health', direction: 'at-least', unit: '公里', target: '30', dueOn: '2013-12-31', duty: '', admission: '', integrations: [],
  parts: [
    { ...freshPart('2013-09-30'), unitId: '511902', what: '清理上游', value: '12.5', unit: '公里' },
    { ...freshPart('2013-10-31'), unitId: '511900-x-oilfield', representedBy: '511900-environment', what: '拆除管道' },
  ],
};

describe('the form of a task dispatched by itself', () => {
  it('names integrations only where any are chosen: without, it counts as its campaign does', () => {
    expect(bodyOf(said)).not.toHaveProperty('integrations');
    expect(bodyOf({ ...said, integrations: ['old-new'] })).toMatchObject({ integrations: ['old-new'] });
  });

  it('sends each party with its tenant, its quantity where there is one, and who represents it', () => {
    expect(bodyOf(said)).toEqual({
      campaignId: '511900_env', code: 'LH-01', evidence: 'field', dueOn: '2013-12-31', origin: { kind: 'meeting-decision', document: '纪要〔2013〕5号' },
      name: { zh: '河道联合整治', en: '河道联合整治' }, unitId: '511900-water', unitTenantId: '511900', accountablePostId: '511900-water.head',
      supportingUnitIds: ['511900-environment', '511900-health'], metric: { unit: '公里', direction: 'at-least' }, target: '30',
      parts: [
        { unitId: '511902', unitTenantId: '511902', representedBy: null, what: '清理上游', quantity: { value: '12.5', unit: '公里' }, dueOn: '2013-09-30' },
        { unitId: '511900-x-oilfield', unitTenantId: '511900', representedBy: '511900-environment', what: '拆除管道', quantity: null, dueOn: '2013-10-31' },
      ],
    });
  });

  it('names the item of a town\'s list of duties, or the document that admits what is not on it', () => {
    expect(bodyOf({ ...said, unitId: '511902001', duty: ' J-01 ' })).toMatchObject({ dutyItem: 'J-01', unitTenantId: '511902' });
    expect(bodyOf({ ...said, unitId: '511902001', admission: '准入〔2013〕2号' })).toMatchObject({ admissionDocument: '准入〔2013〕2号' });
    expect(['511902001', '511902', '511900-water'].map(isTownCode)).toEqual([true, false, false]);
  });

  it('asks for yes where the task is a yes or no', () => {
    expect(bodyOf({ ...said, direction: 'boolean' })).toMatchObject({ metric: { unit: '', direction: 'boolean' }, target: '1' });
  });

  it('names the meeting’s decision it comes from', () => {
    expect(bodyOf({ ...said, decision: '511900_m1#2' }).origin).toEqual({ kind: 'meeting-decision', document: '纪要〔2013〕5号', decision: { meetingId: '511900_m1', number: 2 } });
  });
});
