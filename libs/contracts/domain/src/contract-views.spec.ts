import { recorded, specifyProjection } from '@zeren/kernel/testing';
import type { TaskPublished } from '@zeren/tasks-domain';
import {
  contractBoardProjection, contractDocumentProjection, contractTaskProjection, type ContractContent, type ContractDrafted, type ContractSigned,
} from './index.js';

const content: ContractContent = {
  contractId: '511900_abc', version: 1, title: { zh: '责任状', en: 'Contract' },
  issuer: { tenantId: '511900', unitId: '511900', unitName: { zh: '巴中市', en: 'Bazhong' }, postId: '511900.head' },
  responsible: { tenantId: '511922', unitId: '511922', unitName: { zh: '南江县', en: 'Nanjiang' }, postId: '511922.head' },
  legalBasis: [], splitId: '511900_split', terms: [], clauses: [], period: { from: '2013-01-01', until: '2015-12-31' },
};
const drafted: ContractDrafted = { type: 'ContractDrafted', data: { content, fingerprint: 'ff' } };
const data: ContractSigned['data'] = {
  version: 1, fingerprint: 'ff', postId: '511922.head', officerId: '511922.leader', signedOn: '2013-02-27',
  signature: { algorithm: 'Ed25519', keyId: 'k', publicKey: 'p', value: 'v' },
};
const place = (revision: number) => ({ stream: 'contract-511900_abc', revision, metadata: { sharedWith: ['511922'] } });
const history = [
  recorded(drafted, place(0)),
  recorded({ type: 'ContractSigned' as const, data }, place(1)),
  recorded({ type: 'ContractCountersigned' as const, data: { ...data, signedOn: '2013-02-28' } }, place(2)),
] as const;

describe('the contract board', () => {
  it('shows both parties how far a contract has come', () => {
    const rows = specifyProjection(contractBoardProjection).given(...history).rows();
    expect(rows.map(({ readerTenantId, id, status, signedOn, countersignedOn, revision }) =>
      [readerTenantId, id, status, signedOn, countersignedOn, revision])).toEqual([
      ['511900', 'abc', 'in-force', '2013-02-27', '2013-02-28', 2],
      ['511922', 'abc', 'in-force', '2013-02-27', '2013-02-28', 2],
    ]);
  });
});

describe('the contract document', () => {
  it('holds the content as it was drafted and each signature as it was given', () => {
    const { given } = specifyProjection(contractDocumentProjection);
    const key = { ownerTenantId: '511900', id: 'abc' };
    const row = { ...key, status: 'drafted', content, fingerprint: 'ff', signature: null, countersignature: null, revision: 0 } as const;
    given(history[0]).then({ readerTenantId: '511900', ...row }, { readerTenantId: '511922', ...row });
    expect(given(...history).rows()[1]).toEqual(
      { readerTenantId: '511922', ...row, status: 'in-force', signature: data, countersignature: { ...data, signedOn: '2013-02-28' }, revision: 2 },
    );
  });
});

describe('the tasks a contract may cover', () => {
  it('are those published, with the targets of every year, seen by their owner alone', () => {
    const task: TaskPublished = {
      type: 'TaskPublished',
      data: {
        splitId: '511900_split', rowKey: 'ENV-01-01~511922', parentTaskId: null, ancestors: [], campaignId: '511900_env', indicatorCode: 'ENV-01-01',
        name: { zh: '空气', en: 'Air' }, evidence: 'statistics', unitId: '511922', unitTenantId: '511922', supportingUnitIds: [],
        accountablePostId: '511922.head', level: 2, weight: '20', deadline: '2014-12-31T15:59:59.999Z', sharedWith: ['511922'],
        metrics: [
          { code: 'days', unit: '天', direction: 'at-least', distribution: 'threshold' },
          { code: 'ph', unit: '', direction: 'range', distribution: 'threshold' },
        ],
        annualTargets: [
          { year: 2013, dueAt: '2013-12-31T15:59:59.999Z', targets: [{ metric: 'days', value: '300' }, { metric: 'ph', low: '6', high: '9' }] },
          { year: 2014, dueAt: '2014-12-31T15:59:59.999Z', targets: [{ metric: 'days', value: '310' }, { metric: 'ph', low: '6', high: '9' }] },
        ],
      },
    };
    specifyProjection(contractTaskProjection).given(recorded(task, { stream: 'task-511900_split.ENV-01-01~511922', metadata: { sharedWith: ['511922'] } })).then({
      readerTenantId: '511900', ownerTenantId: '511900', id: 'split.ENV-01-01~511922',
      splitId: '511900_split', unitId: '511922', unitTenantId: '511922', indicatorCode: 'ENV-01-01',
      term: {
        taskId: '511900_split.ENV-01-01~511922', campaignId: '511900_env', indicatorCode: 'ENV-01-01', name: { zh: '空气', en: 'Air' },
        weight: '20', deadline: '2014-12-31T15:59:59.999Z',
        targets: [
          { metric: 'days', unit: '天', direction: 'at-least', annual: [{ year: 2013, value: '300' }, { year: 2014, value: '310' }] },
          { metric: 'ph', unit: '', direction: 'range', annual: [{ year: 2013, low: '6', high: '9' }, { year: 2014, low: '6', high: '9' }] },
        ],
      },
    });
  });
});
