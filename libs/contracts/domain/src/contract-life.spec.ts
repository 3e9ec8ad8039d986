import { specify } from '@zeren/kernel/testing';
import { answeringFor, contractDecider, type ContractContent, type ContractEvent, type ContractRevised, type HandoverContent, type SettleClause } from './index.js';
import {
  content, countersigned, drafted, fingerprint, holding, issuer, issuing, responsible, reward, signature, signed, signedData, signing,
} from './testing/contract.samples.js';

const { given } = specify(contractDecider);
const inForce = [drafted, signed, countersigned] as const;
const office = { tenantId: '511900', actorId: '511900.city-office', postId: '511900-creation-office.head', unitId: '511900-creation-office', now: '2013-03-05T02:00:00.000Z' };
const nanjiang = { tenantId: '511922', actorId: '511922.district-office', postId: '511922-creation-office.head', unitId: '511922-creation-office', now: '2013-02-26T02:00:00.000Z' };
const afterPeriod = { ...office, now: '2015-12-31T16:30:00.000Z' };

const second: ContractContent = { ...content, version: 2, clauses: [reward] };
const secondPrint = 'e'.repeat(64);
const revision: ContractRevised['data'] = { content: second, fingerprint: secondPrint, reason: '指标调整', revisedOn: '2013-03-05' };
const revised: ContractRevised = { type: 'ContractRevised', data: revision };
const revise = (said: Partial<ContractRevised['data']> = {}) =>
  ({ type: 'ReviseContract' as const, data: { content: second, fingerprint: secondPrint, reason: '指标调整', ...said } });
const proof = { fingerprint: secondPrint, signature, verdict: 'valid' as const };
const signSecond = { type: 'SignContract' as const, data: signing({ fingerprint: secondPrint, proof }) };
const countersignSecond = { type: 'CountersignContract' as const, data: issuing({ fingerprint: secondPrint, proof }) };
const signedSecond: ContractEvent = { type: 'ContractSigned', data: { ...signedData, version: 2, fingerprint: secondPrint, signedOn: '2013-03-06' } };
const countersignedSecond: ContractEvent =
  { type: 'ContractCountersigned', data: { ...signedData, version: 2, fingerprint: secondPrint, postId: '511900.head', officerId: '511900.leader', signedOn: '2013-03-07' } };

describe('a draft returned with remarks', () => {
  const returnIt = (said: object = {}) => ({ type: 'ReturnContract' as const, data: { fingerprint, remarks: '目标过高', ...said } });
  const returned: ContractEvent = { type: 'ContractReturned', data: { version: 1, unitId: '511922', remarks: '目标过高', returnedOn: '2013-02-26' } };
  const uphold = { type: 'UpholdContract' as const, data: { answer: '目标按省里下达' } };
  const upheld: ContractEvent = { type: 'ContractUpheld', data: { version: 1, answer: '目标按省里下达', answeredOn: '2013-03-05' } };

  it('is returned by the responsible unit alone, over the version it has read, in words', () => {
    given(drafted).when(returnIt(), nanjiang).then(returned);
    given(drafted, returned).when(returnIt(), nanjiang).then();
    given(drafted).when(returnIt(), office).thenRefused('not-the-responsible-unit');
    given(drafted).when(returnIt({ fingerprint: secondPrint }), nanjiang).thenRefused('fingerprint-differs', 'fingerprint');
    given(drafted).when(returnIt({ remarks: ' ' }), nanjiang).thenRefused('text-required', 'remarks');
  });

  it('is not signed before the issuer has answered', () => {
    given(drafted, returned).when({ type: 'SignContract', data: signing() }, responsible).thenRefused('remarks-unanswered');
    given(drafted, returned, upheld).when({ type: 'SignContract', data: signing() }, responsible).then(signed);
  });

  it('is answered by a new draft, or the issuer stands by it and says why', () => {
    given(drafted, returned).when(uphold, office).then(upheld);
    given(drafted, returned, upheld).when(uphold, office).then();
    given(drafted, returned).when(uphold, nanjiang).thenRefused('not-the-issuer');
    given(drafted).when(uphold, office).thenRefused('nothing-returned');
    given(drafted, returned).when(revise(), office).then(revised);
    expect(given(drafted, returned, revised).state()).toMatchObject({
      status: 'drafted', fingerprint: secondPrint, earlier: [{ fingerprint }], negotiations: [{ remarks: '目标过高', answer: { answer: '指标调整' } }],
    });
  });

  it('is not returned once the responsible unit has signed it', () => {
    given(drafted, signed).when(returnIt(), nanjiang).thenRefused('nothing-to-return');
    given(...inForce).when(returnIt(), nanjiang).thenRefused('nothing-to-return');
  });
});

describe('an amendment', () => {
  it('is a new version with a reason, put forward by the issuer', () => {
    given(...inForce).when(revise(), office).then(revised);
    given(...inForce, revised).when(revise(), office).then();
    given(...inForce).when(revise({ reason: '' }), office).thenRefused('text-required', 'reason');
    given(...inForce).when(revise(), nanjiang).thenRefused('not-the-issuer');
  });

  it('changes something, and neither parties nor split', () => {
    given(...inForce).when(revise({ content: { ...content, version: 2 } }), office).thenRefused('version-unchanged');
    given(...inForce).when(revise({ content: { ...second, version: 3 } }), office).thenRefused('version-not-next');
    given(...inForce).when(revise({ content: { ...second, splitId: '511900_other' } }), office).thenRefused('version-not-next');
    given(...inForce).when(revise({ content: { ...second, legalBasis: [] } }), office).thenRefused('contract-without-basis');
  });

  it('leaves the version in force as it is until both have signed the new one', () => {
    expect(given(...inForce, revised, signedSecond).state()).toMatchObject({ status: 'in-force', fingerprint, proposed: { fingerprint: secondPrint } });
    expect(given(...inForce, revised, signedSecond, countersignedSecond).state()).toMatchObject({
      status: 'in-force', fingerprint: secondPrint, proposed: null, inForceSince: '2013-02-28',
    });
  });

  it('is signed by both again, and every version keeps its signatures', () => {
    given(...inForce, revised).when(countersignSecond, { ...issuer, now: '2013-03-07T02:00:00.000Z' }).thenRefused('contract-not-signed');
    given(...inForce, revised).when(signSecond, { ...responsible, now: '2013-03-06T02:00:00.000Z' }).then(signedSecond);
    given(...inForce, revised, signedSecond).when(countersignSecond, { ...issuer, now: '2013-03-07T02:00:00.000Z' }).then(countersignedSecond);
    expect(given(...inForce, revised, signedSecond, countersignedSecond).state()).toMatchObject({
      signatures: [{ version: 2, side: 'signature' }, { version: 2, side: 'countersignature' }],
      earlier: [{ fingerprint, signatures: [{ version: 1, side: 'signature' }, { version: 1, side: 'countersignature' }] }],
    });
  });

  it('is signed over its own fingerprint, not that of the version in force', () => {
    given(...inForce, revised).when({ type: 'SignContract', data: signing() }, responsible).thenRefused('fingerprint-differs');
  });
});

describe('both heads', () => {
  const two: ContractContent = { ...content, responsible: { ...content.responsible, secondPostId: '511922.secretary' } };
  const bothDrafted: ContractEvent = { type: 'ContractDrafted', data: { content: two, fingerprint } };
  const secretary = { ...responsible, actorId: '511922.party-secretary', postId: '511922.secretary' };
  const seal = { unitId: '511922', signature };
  const bySecretary = signing({ holding: holding({ postId: '511922.secretary', officerId: '511922.party-secretary' }), proof: { fingerprint, signature, verdict: 'valid', seal } });
  const signedBySecretary: ContractEvent =
    { type: 'ContractSigned', data: { ...signedData, postId: '511922.secretary', officerId: '511922.party-secretary', seal } };

  it('sign for the responsible unit before the issuer does, in any order, each with the seal of the unit', () => {
    given(bothDrafted).when({ type: 'SignContract', data: bySecretary }, secretary).then(signedBySecretary);
    expect(given(bothDrafted, signedBySecretary).state().status).toBe('drafted');
    given(bothDrafted, signedBySecretary).when({ type: 'CountersignContract', data: issuing() }, issuer).thenRefused('contract-not-signed');
    given(bothDrafted, signedBySecretary).when({ type: 'SignContract', data: signing() }, responsible).then(signed);
    expect(given(bothDrafted, signedBySecretary, signed).state().status).toBe('signed');
  });

  it('sign for nobody but their own post', () => {
    given(drafted).when({ type: 'SignContract', data: bySecretary }, secretary).thenRefused('not-the-signatory');
    given(bothDrafted).when({ type: 'SignContract', data: signing() }, secretary).thenRefused('signatory-not-in-post');
  });
});

describe('a reminder', () => {
  const remind = (side: 'signature' | 'countersignature') => ({ type: 'RemindSignatories' as const, data: { side } });
  const reminded: ContractEvent =
    { type: 'ContractReminded', data: { version: 1, side: 'signature', postIds: ['511922.head'], remindedOn: '2013-03-05' } };

  it('goes to those who have not signed on the side whose turn it is', () => {
    given(drafted).when(remind('signature'), office).then(reminded);
    given(drafted).when(remind('countersignature'), office).thenRefused('nobody-to-remind', 'side');
    given(...inForce).when(remind('signature'), office).thenRefused('nobody-to-remind', 'side');
    given(drafted).when(remind('signature'), nanjiang).thenRefused('not-the-issuer');
  });

  it('is given at most once a day to each side', () => {
    given(drafted, reminded).when(remind('signature'), office).thenRefused('reminded-today', 'side');
    given(drafted, reminded).when(remind('signature'), { ...office, now: '2013-03-05T16:00:00.000Z' })
      .then({ type: 'ContractReminded', data: { version: 1, side: 'signature', postIds: ['511922.head'], remindedOn: '2013-03-06' } });
    given(drafted, reminded, signed).when(remind('countersignature'), office)
      .then({ type: 'ContractReminded', data: { version: 1, side: 'countersignature', postIds: ['511900.head'], remindedOn: '2013-03-05' } });
  });
});

describe('a settlement', () => {
  const settle = (code: string, said: Partial<SettleClause['data']> = {}) =>
    ({ type: 'SettleClause' as const, data: { code, honoured: true, finding: '完成', outcome: '已兑现', document: null, ...said } });
  const settledReward: ContractEvent = {
    type: 'ClauseSettled', data: { version: 1, code: 'R1', honoured: true, finding: '完成', outcome: '已兑现', document: null, settledOn: '2016-01-01' },
  };
  const settledVeto: ContractEvent = {
    type: 'ClauseSettled', data: { version: 1, code: 'V1', honoured: false, finding: '未触发', outcome: '不适用', document: null, settledOn: '2016-01-01' },
  };
  const settled: ContractEvent = { type: 'ContractSettled', data: { version: 1, settledOn: '2016-01-01' } };
  const leaveVeto = settle('V1', { honoured: false, finding: '未触发', outcome: '不适用' });

  it('comes clause by clause after the period has ended, and with the last clause the contract is settled', () => {
    given(...inForce).when(settle('R1'), afterPeriod).then(settledReward);
    given(...inForce, settledReward).when(leaveVeto, afterPeriod).then(settledVeto, settled);
    expect(given(...inForce, settledReward, settledVeto, settled).state().status).toBe('settled');
  });

  it('does not come on the last day of the period or before, unless the contract is terminated', () => {
    given(...inForce).when(settle('R1'), { ...office, now: '2015-12-31T15:59:59.999Z' }).thenRefused('period-not-over');
    given(...inForce, { type: 'ContractTerminated', data: { reason: '机构改革', terminatedOn: '2013-03-05' } }).when(settle('R1'), office)
      .then({ type: 'ClauseSettled', data: { ...settledReward.data, settledOn: '2013-03-05' } as never });
  });

  it('is not made twice; the same again changes nothing', () => {
    given(...inForce, settledReward).when(settle('R1'), afterPeriod).then();
    given(...inForce, settledReward).when(settle('R1', { honoured: false }), afterPeriod).thenRefused('clause-settled', 'code');
    given(...inForce, settledReward, settledVeto, settled).when(settle('V1', { finding: '触发' }), afterPeriod).thenRefused('clause-settled', 'code');
  });

  it('states its finding and what came of it, and a penalty or veto carried out names the decision', () => {
    given(...inForce).when(settle('R1', { finding: '' }), afterPeriod).thenRefused('text-required', 'finding');
    given(...inForce).when(settle('R1', { outcome: '' }), afterPeriod).thenRefused('text-required', 'outcome');
    given(...inForce).when(settle('V1'), afterPeriod).thenRefused('decision-required', 'document');
    given(...inForce).when(settle('R9'), afterPeriod).thenRefused('clause-unknown', 'code');
  });

  it('is the issuer\'s, and of a contract that was in force', () => {
    given(...inForce).when(settle('R1'), { ...nanjiang, now: afterPeriod.now }).thenRefused('not-the-issuer');
    given(drafted).when(settle('R1'), afterPeriod).thenRefused('contract-not-in-force');
  });

  it('comes before the archive, after which nothing more happens', () => {
    const archive = { type: 'ArchiveContract' as const, data: { archiveNumber: '创建-2016-001' } };
    const archived: ContractEvent = { type: 'ContractArchived', data: { archiveNumber: '创建-2016-001', archivedOn: '2016-01-01' } };
    given(...inForce, settledReward).when(archive, afterPeriod).thenRefused('contract-not-settled');
    given(...inForce, settledReward, settledVeto, settled).when(archive, afterPeriod).then(archived);
    given(...inForce, settledReward, settledVeto, settled, archived).when(archive, afterPeriod).then();
    given(...inForce, settledReward, settledVeto, settled, archived).when(revise(), afterPeriod).thenRefused('contract-closed');
  });
});

describe('a contract that ends early', () => {
  const terminate = { type: 'TerminateContract' as const, data: { reason: '机构改革' } };
  const terminated: ContractEvent = { type: 'ContractTerminated', data: { reason: '机构改革', terminatedOn: '2013-03-05' } };
  const find = (clauseCodes: readonly string[]) => ({ type: 'FindBreach' as const, data: { finding: '目标逾期未完成', clauseCodes } });
  const breached: ContractEvent = { type: 'ContractBreached', data: { version: 1, finding: '目标逾期未完成', clauseCodes: ['V1'], foundOn: '2013-03-05' } };

  it('is terminated by the issuer with a reason, before or after it came into force', () => {
    given(...inForce).when(terminate, office).then(terminated);
    given(drafted).when(terminate, office).then(terminated);
    given(...inForce, terminated).when(terminate, office).then();
    given(...inForce).when({ ...terminate, data: { reason: '' } }, office).thenRefused('text-required', 'reason');
    given(...inForce).when(terminate, nanjiang).thenRefused('not-the-issuer');
    given(drafted, terminated).when({ type: 'SignContract', data: signing() }, responsible).thenRefused('contract-closed');
  });

  it('is found breached with the finding and the clauses this brings into play', () => {
    given(...inForce).when(find(['V1']), office).then(breached);
    given(...inForce, breached).when(find(['V1']), office).then();
    given(...inForce).when(find(['X9']), office).thenRefused('clause-unknown', 'clauseCodes[0]');
    given(drafted).when(find(['V1']), office).thenRefused('contract-not-in-force');
  });
});

describe('a handover', () => {
  const successor = { ...responsible, actorId: '511922.successor', now: '2014-06-01T02:00:00.000Z' };
  const held = holding({ officerId: '511922.successor', validFrom: '2014-05-20' });
  const handed: HandoverContent = {
    contractId: content.contractId, version: 1, postId: '511922.head', predecessorId: '511922.leader', successorId: '511922.successor',
    handedOverOn: '2014-06-01', factsPosition: '4711',
    progress: [{ taskId: '511900_split.ENV-01-01~511922', year: 2013, status: 'verified', values: [{ metric: 'days', value: '312', unit: '天' }], measuredOn: '2013-12-30' }],
  };
  const print = 'd'.repeat(64);
  const handOver = (said: Partial<HandoverContent> = {}, holds: ReturnType<typeof holding> | null = held) => ({
    type: 'HandOverContract' as const,
    data: { content: { ...handed, ...said }, fingerprint: print, holding: holds, proof: { fingerprint: print, signature, verdict: 'valid' as const } },
  });
  const handedOver: ContractEvent = { type: 'ContractHandedOver', data: { content: handed, fingerprint: print, signature } };

  it('is signed by the successor in the post, with the progress of that day and its position', () => {
    given(...inForce).when(handOver(), successor).then(handedOver);
    given(...inForce, handedOver).when(handOver(), successor).then();
  });

  it('makes the successor answer from then on, while what was found stays stated', () => {
    const state = given(...inForce, handedOver).state();
    expect(state.status !== 'none' && answeringFor(state, '511922.head')).toBe('511922.successor');
    expect(state).toMatchObject({ handovers: [{ content: { predecessorId: '511922.leader', progress: [{ status: 'verified' }] } }] });
  });

  it('is missing until then: the signatory still answers', () => {
    const state = given(...inForce, revised, signedSecond, countersignedSecond).state();
    expect(state.status !== 'none' && answeringFor(state, '511922.head')).toBe('511922.leader');
  });

  it('is refused to one not in the post, to another post, and over another day or predecessor', () => {
    given(...inForce).when(handOver({}, null), successor).thenRefused('signatory-not-in-post');
    given(...inForce).when(handOver(), { ...successor, postId: '511922.deputy' }).thenRefused('not-the-signatory');
    given(...inForce).when(handOver({ handedOverOn: '2014-05-31' }), successor).thenRefused('handover-stale');
    given(...inForce).when(handOver({ predecessorId: 'other' }), successor).thenRefused('handover-stale');
    given(drafted).when(handOver(), successor).thenRefused('contract-not-in-force');
  });
});
