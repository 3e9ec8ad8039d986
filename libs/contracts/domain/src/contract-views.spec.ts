import { recorded, specifyProjection } from '@zeren/kernel/testing';
import type { TaskPublished } from '@zeren/tasks-domain';
import {
  contractBoardProjection, contractDocumentProjection, contractTaskProjection, type ContractContent, type ContractDocumentRow,
  type ContractDrafted, type ContractEvent, type ContractSigned,
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
  recorded({ type: 'ContractCountersigned' as const, data: { ...data, postId: '511900.head', signedOn: '2013-02-28' } }, place(2)),
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

describe('who has not signed', () => {
  const rowsAfter = (...events: readonly ContractEvent[]) =>
    specifyProjection(contractBoardProjection).given(...events.map((event, revision) => recorded(event, place(revision)))).rows()[0];
  const [signed, countersigned] = [history[1], history[2]].map(({ type, data: given }) => ({ type, data: given }) as ContractEvent) as [ContractEvent, ContractEvent];
  const revised: ContractEvent =
    { type: 'ContractRevised', data: { content: { ...content, version: 2 }, fingerprint: 'ee', reason: '调整', revisedOn: '2013-03-05' } };

  it('is told with the posts, the side and since when, until nobody is left', () => {
    expect(rowsAfter(drafted)).toMatchObject({ awaitedSide: 'signature', awaitedPostIds: ['511922.head'], awaitedSince: '2013-03-01' });
    expect(rowsAfter(drafted, signed)).toMatchObject({ status: 'signed', awaitedSide: 'countersignature', awaitedPostIds: ['511900.head'], awaitedSince: '2013-02-27' });
    expect(rowsAfter(drafted, signed, countersigned)).toMatchObject({ status: 'in-force', awaitedSide: null, awaitedPostIds: [], awaitedSince: null });
  });

  it('is told of a new version while the one in force stays listed', () => {
    expect(rowsAfter(drafted, signed, countersigned, revised)).toMatchObject({
      status: 'in-force', version: 1, fingerprint: 'ff', proposed: { version: 2, fingerprint: 'ee' }, awaitedSide: 'signature', awaitedSince: '2013-03-05',
    });
    expect(rowsAfter(drafted, signed, countersigned, revised, signed, countersigned)).toMatchObject({ version: 2, fingerprint: 'ee', proposed: null, awaitedSide: null });
  });

  it('is told with how often and when they were last reminded', () => {
    const reminded = (remindedOn: string): ContractEvent => ({ type: 'ContractReminded', data: { version: 1, side: 'signature', postIds: ['511922.head'], remindedOn } });
    expect(rowsAfter(drafted, reminded('2013-03-01'), reminded('2013-03-02'))).toMatchObject({ reminders: 2, remindedOn: '2013-03-02' });
    expect(rowsAfter(drafted, reminded('2013-03-01'), signed)).toMatchObject({ reminders: 0, remindedOn: null });
  });
});

describe('the contract document', () => {
  it('holds the content as it was drafted and each signature as it was given', () => {
    const { given } = specifyProjection(contractDocumentProjection);
    const key = { ownerTenantId: '511900', id: 'abc' };
    const row: Omit<ContractDocumentRow, 'readerTenantId'> = {
      ...key, status: 'drafted', content, fingerprint: 'ff', reason: null, signatures: [], inForceSince: null, proposed: null, earlier: [],
      negotiations: [], reminders: [], handovers: [], settlements: [], breach: null, termination: null, archive: null, revision: 0,
    };
    given(history[0]).then({ readerTenantId: '511900', ...row }, { readerTenantId: '511922', ...row });
    expect(given(...history).rows()[1]).toEqual({
      readerTenantId: '511922', ...row, status: 'in-force', inForceSince: '2013-02-28', revision: 2,
      signatures: [{ ...data, side: 'signature' }, { ...data, postId: '511900.head', signedOn: '2013-02-28', side: 'countersignature' }],
    });
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
      splitId: '511900_split', unitId: '511922', unitTenantId: '511922', indicatorCode: 'ENV-01-01', ancestorTaskIds: [], standing: 'open',
      changedOn: '2013-03-01', changedAt: '0', reason: '',
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
