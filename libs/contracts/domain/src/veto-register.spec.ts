import { recorded, specifyProjection } from '@zeren/kernel/testing';
import { vetoRegisterProjection, type ContractRevised } from './index.js';
import { content, drafted, fingerprint, reward } from './testing/contract.samples.js';

const place = (revision: number) => ({ stream: 'contract-511900_abc', revision, metadata: { sharedWith: ['511922'] } });

describe('the register of veto clauses', () => {
  it('names each veto clause with its legal basis, for both parties, and no reward or penalty', () => {
    const rows = specifyProjection(vetoRegisterProjection).given(recorded(drafted, place(0))).rows();
    expect(rows).toMatchObject([
      { readerTenantId: '511900', contractId: '511900_abc', version: 1, code: 'V1', basisTitle: '中华人民共和国环境保护法', basisNumber: '主席令第22号' },
      { readerTenantId: '511922', code: 'V1', responsibleUnitId: '511922' },
    ]);
  });

  it('keeps those of every version', () => {
    const revised: ContractRevised = { type: 'ContractRevised', data: { content: { ...content, version: 2 }, fingerprint, reason: '调整', revisedOn: '2013-03-05' } };
    const without: ContractRevised = { ...revised, data: { ...revised.data, content: { ...content, version: 3, clauses: [reward] } } };
    const rows = specifyProjection(vetoRegisterProjection).given(recorded(drafted, place(0)), recorded(revised, place(1)), recorded(without, place(2))).rows();
    expect(rows.filter(({ readerTenantId }) => readerTenantId === '511900').map(({ version, code }) => [version, code])).toEqual([[1, 'V1'], [2, 'V1']]);
  });
});
