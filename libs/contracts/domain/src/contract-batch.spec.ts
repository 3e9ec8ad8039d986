import { recorded, specify, specifyProjection } from '@zeren/kernel/testing';
import {
  contractBatchDecider, contractBatchProjection, proposalFor, unitsToIssue, type BatchTemplate, type ContractBatchEvent, type ContractBatchStarted,
} from './index.js';
import { basis, reward } from './testing/contract.samples.js';

const template: BatchTemplate = {
  splitId: '511900_split', title: { zh: '{unit}目标责任状', en: 'Contract of {unit}' }, issuerPostId: '511900.head', responsiblePost: 'head',
  responsibleSecondPost: 'secretary', legalBasis: [basis], clauses: [reward], period: { from: '2013-01-01', until: '2015-12-31' },
};
const party = (unitId: string) => ({ unitId, tenantId: unitId, unitName: { zh: `县${unitId}`, en: `County ${unitId}` } });
const started: ContractBatchStarted = { type: 'ContractBatchStarted', data: { template, parties: [party('511921'), party('511922')] } };
const issued = (unitId: string): ContractBatchEvent => ({ type: 'BatchContractIssued', data: { unitId, contractId: `511900_${unitId}` } });
const refused = (unitId: string): ContractBatchEvent => ({ type: 'BatchContractRefused', data: { unitId, code: 'party-unknown' } });
const { given } = specify(contractBatchDecider);

describe('a batch of contracts', () => {
  const start = { type: 'StartContractBatch' as const, data: started.data };
  const issue = (unitId: string) => ({ type: 'RecordIssue' as const, data: { unitId, contractId: `511900_${unitId}` } });

  it('is started once, for the units that lead tasks of the split', () => {
    given().when(start).then(started);
    given(started).when(start).then();
    given().when({ ...start, data: { template, parties: [] } }).thenRefused('batch-without-parties', 'splitId');
  });

  it('records what came of each unit, once, and is done with the last', () => {
    given(started).when(issue('511921')).then(issued('511921'));
    given(started, issued('511921')).when(issue('511921')).then();
    given(started).when(issue('511999')).thenRefused('batch-unit-unknown', 'unitId');
    given().when(issue('511921')).thenRefused('batch-not-started');
    expect(given(started, issued('511921')).state().status).toBe('running');
    expect(given(started, issued('511921'), refused('511922')).state().status).toBe('done');
  });

  it('goes on where it was stopped: with the units that have no contract, those refused among them', () => {
    const state = given(started, issued('511921'), refused('511922')).state();
    expect(state.status !== 'none' && unitsToIssue(state).map(({ unitId }) => unitId)).toEqual(['511922']);
    given(started, issued('511921'), refused('511922')).when(issue('511922')).then(issued('511922'));
  });

  it('words each contract for its unit', () => {
    expect(proposalFor(template, party('511922'))).toMatchObject({
      title: { zh: '县511922目标责任状', en: 'Contract of County 511922' }, responsiblePostId: '511922.head', responsibleSecondPostId: '511922.secretary',
    });
  });

  it('shows its progress', () => {
    const place = (revision: number) => ({ stream: 'contractbatch-511900_b', revision });
    const [row] = specifyProjection(contractBatchProjection).given(recorded(started, place(0)), recorded(issued('511921'), place(1))).rows();
    expect(row).toMatchObject({ readerTenantId: '511900', id: 'b', status: 'running', results: [{ unitId: '511921', contractId: '511900_511921', code: null }], revision: 1 });
  });
});
