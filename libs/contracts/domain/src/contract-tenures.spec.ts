import { specify } from '@zeren/kernel/testing';
import { contractDecider, figureAtHandover, tenuresOf, type Contract, type ContractEvent, type HandoverContent, type ProgressOfTask, type TenureFigure } from './index.js';
import { countersigned, drafted, fingerprint, holding, responsible, reward, signature, signed, veto } from './testing/contract.samples.js';

const { given } = specify(contractDecider);
const figure: TenureFigure =
  { postId: '511922.head', officerId: '511922.leader', from: '2013-01-01', until: '2013-06-03', verified: 1, reported: 1, rejected: 0 };
const handover: HandoverContent = {
  contractId: '511900_abc', version: 1, postId: '511922.head', predecessorId: '511922.leader', successorId: '511922.successor', handedOverOn: '2013-06-03',
  factsPosition: '1', progress: [], interim: [], figure,
};
const handOver = (said: Partial<HandoverContent> = {}) => ({
  type: 'HandOverContract' as const,
  data: {
    content: { ...handover, ...said }, fingerprint, proof: { fingerprint, signature, verdict: 'valid' as const },
    holding: holding({ officerId: '511922.successor', validFrom: '2013-06-01' }),
  },
});
const successor = { ...responsible, actorId: '511922.successor', now: '2013-06-03T02:00:00.000Z' };
const handedOver: ContractEvent = { type: 'ContractHandedOver', data: { content: handover, fingerprint, signature } };
const inForce = [drafted, signed, countersigned] as const;
const result = (measuredOn: string, status: ProgressOfTask['status']) => ({ measuredOn, status });
const results = [
  result('2013-02-01', 'verified'), result('2013-06-03', 'reported'), result('2013-06-04', 'verified'), result('2013-09-30', 'rejected'), result('2013-12-31', 'verified'),
];

describe('the figures of those who answered', () => {
  it('are one for the signatory while nobody has taken over', () => {
    expect(tenuresOf(given(...inForce).state() as Contract, results)).toEqual([{ ...figure, until: null, verified: 3, rejected: 1 }]);
  });

  it('are apart for predecessor and successor, by the day on which a result was measured, the handover day being the predecessor\'s', () => {
    expect(tenuresOf(given(...inForce, handedOver).state() as Contract, results)).toEqual([
      figure,
      { postId: '511922.head', officerId: '511922.successor', from: '2013-06-04', until: null, verified: 2, reported: 0, rejected: 1 },
    ]);
  });

  it('are none before the contract is in force', () => {
    expect(tenuresOf(given(drafted, signed).state() as Contract, results)).toEqual([]);
  });

  it('stand in the handover that the successor signs: the predecessor\'s, until that day', () => {
    const contract = given(...inForce).state() as Contract;
    expect(figureAtHandover(contract, '511922.head', '2013-06-03', results)).toEqual(figure);
    expect(figureAtHandover(contract, '511900.head', '2013-06-03', results)).toBeUndefined();
    given(...inForce).when(handOver(), successor).then(handedOver);
    given(...inForce).when(handOver({ figure: { ...figure, officerId: '511922.successor' } }), successor).thenRefused('handover-stale');
    given(...inForce).when(handOver({ figure: { ...figure, until: null } }), successor).thenRefused('handover-stale');
  });
});

describe('a settlement', () => {
  const office = { tenantId: '511900', actorId: '511900.city-office', postId: '511900-creation-office.head', unitId: '511900-creation-office', now: '2016-01-04T02:00:00.000Z' };
  const changedTerms = [{ taskId: '511900_split.ENV-01-01~511922', kind: 'voided' as const }];
  const facts = { version: 1, changedTerms, tenures: [figure] };
  const words = { honoured: false, finding: '未触发', outcome: '不适用', document: null };
  const settle = (code: string, said: object = {}) => ({ type: 'SettleClause' as const, data: { code, ...words, facts: { ...facts, ...said } } });
  const clause = (code: string): ContractEvent => ({ type: 'ClauseSettled', data: { code, ...words, version: 1, settledOn: '2016-01-04', changedTerms } });

  it('says of a clause which terms had changed without an amendment, and publishes the figures with the last clause', () => {
    given(...inForce).when(settle(reward.code), office).then(clause(reward.code));
    given(...inForce, clause(reward.code)).when(settle(veto.code), office)
      .then(clause(veto.code), { type: 'ContractSettled', data: { version: 1, settledOn: '2016-01-04', tenures: [figure] } });
    given(...inForce, clause(reward.code)).when(settle(reward.code, { changedTerms: [] }), office).then();
  });

  it('rests on facts of the version in force', () => {
    given(...inForce).when(settle(reward.code, { version: 2 }), office).thenRefused('facts-of-another-version');
  });
});
