import fc from 'fast-check';
import { sum } from '@zeren/kernel';
import type { AssessmentFactRow } from './assessment-fact.js';
import { excuses } from './scheme-doing.js';
import { score, totalOf, type ScoringBasis } from './score.js';
import { inputsBeyond } from './result.js';
import { aFact, anInput, aScheme, doingRules, env } from './testing/samples.js';

const bazhou = { unitId: '511902', tenantId: '511902' };
const third = '2013-09-15T15:59:59.999Z';
const basis = (facts: readonly AssessmentFactRow[] = [], said: Partial<ScoringBasis> = {}, rules = doingRules()): ScoringBasis => ({
  scheme: aScheme({ doing: rules }),
  indicatorWeights: { [env]: { 'ENV-01': '70', 'ENV-02': '30' } },
  period: '2013Q2',
  dueBefore: '2013-06-30T16:00:00.000Z',
  facts,
  ...said,
});
const missing = anInput({ status: 'overdue', values: [], late: true, attempt: 0, reportedAt: null });
const other = anInput({ indicatorCode: 'ENV-02', values: [{ metric: 'days', value: '80', unit: '天' }] });
const ended = (kind: AssessmentFactRow['kind']) => aFact({ kind, year: null });
const moved = (kind: 'extended' | 'deferred') => aFact({ kind, until: third });

describe('a scheme with rules on the doing', () => {
  it.each([...excuses])('lets a result that was %s leave the denominator, where it says so, and its weight goes to the others', (kind) => {
    const facts = [kind === 'extended' || kind === 'deferred' ? moved(kind) : ended(kind)];
    const left = score(basis(facts), [missing, other], bazhou);
    expect(left.lines.map(({ status, weight, late }) => [status, weight, late])).toEqual([[kind, '0', false], ['verified', '100', false]]);
    expect(left).toMatchObject({ total: '80.00', counted: 1, late: 0, doing: { onTime: { due: 1, onTime: 1, left: 1, rate: '100' } } });
    const kept = score(basis(facts, {}, doingRules({ leaves: [] })), [missing, other], bazhou);
    expect(kept).toMatchObject({ total: '24.00', counted: 2, late: 1, doing: { onTime: { due: 2, onTime: 1, left: 0, rate: '50' } } });
  });

  it('names the end of a task that stays in the denominator: done, explained and closed are never merged', () => {
    const rules = doingRules({ leaves: ['explained'] });
    const stands = (kind: AssessmentFactRow['kind']) => score(basis([ended(kind)], {}, rules), [missing], bazhou).lines.map(({ status, weight }) => [status, weight]);
    expect(stands('closed')).toEqual([['closed', '100']]);
    expect(stands('explained')).toEqual([['explained', '0']]);
    expect(score(basis([], {}, rules), [anInput()], bazhou).lines[0]?.status).toBe('verified');
  });

  it('keeps what was verified before its task ended, and takes out what is void', () => {
    expect(score(basis([ended('closed')]), [anInput()], bazhou)).toMatchObject({ total: '95.00', counted: 1 });
    expect(score(basis([ended('voided')]), [anInput()], bazhou)).toMatchObject({ total: '0.00', counted: 0, lines: [{ status: 'voided', points: '0' }] });
  });

  it('counts a moved result in the period of its later moment, on time by that moment', () => {
    const report = anInput({ late: true, reportedAt: '2013-07-06T02:00:00.000Z' });
    const next = basis([moved('extended')], { period: '2013Q3', dueBefore: '2013-09-30T16:00:00.000Z' });
    expect(score(next, [report], bazhou)).toMatchObject({ total: '95.00', late: 0, lines: [{ status: 'verified', dueAt: third, late: false }] });
    const year = basis([moved('extended')], { period: '2013', dueBefore: '2013-12-31T16:00:00.000Z' });
    expect(score(year, [report], bazhou)).toMatchObject({ counted: 1, doing: { onTime: { due: 1, onTime: 1, left: 0 } } });
  });

  it('judges a report by the first due moment where more time does not count', () => {
    const report = anInput({ late: false, reportedAt: '2013-07-06T02:00:00.000Z' });
    const line = score(basis([moved('extended')], {}, doingRules({ leaves: ['deferred'] })), [report], bazhou).lines[0];
    expect(line).toMatchObject({ late: true, points: '90' });
  });

  it('takes a result that passed its later moment as missing', () => {
    const next = basis([moved('deferred')], { period: '2013Q3', dueBefore: '2013-09-30T16:00:00.000Z' });
    expect(score(next, [missing], bazhou)).toMatchObject({ total: '0.00', late: 1, lines: [{ status: 'overdue', weight: '100', late: true }] });
    expect(score({ ...next, dueBefore: '2013-09-01T00:00:00.000Z' }, [missing], bazhou)).toMatchObject({ counted: 0, lines: [{ status: 'pending' }] });
  });

  it('lets rejections take off one result no more than the cap', () => {
    const points = (rework: number) => score(basis(), [anInput({ rework })], bazhou).lines[0]?.points;
    expect([points(1), points(2), points(9)]).toEqual(['85', '75', '75']);
  });

  it('undoes a verified result whose report was false, until the next report', () => {
    const flagged = [aFact({ kind: 'false-report', attempt: 1 })];
    expect(score(basis(flagged), [anInput()], bazhou).lines[0]).toMatchObject({ status: 'rejected', points: '0', weight: '100' });
    expect(score(basis(flagged), [anInput({ attempt: 2 })], bazhou).lines[0]).toMatchObject({ status: 'verified', points: '95' });
  });

  it('shares the credit of a result among those who worked on it, where it says so', () => {
    const credits = [{ unitId: '511922', share: '60' }, { unitId: '511902', share: '40' }];
    const joint = anInput({ unitId: '511922', credits });
    const alone = anInput({ indicatorCode: 'ENV-02', values: [{ metric: 'days', value: '50', unit: '天' }] });
    const shared = score(basis([], {}, doingRules({ sharedCredit: true })), [joint, alone], bazhou);
    expect(shared.lines.map(({ indicatorCode, weight, share }) => [indicatorCode, weight, share])).toEqual([['ENV-01', '48.275862', '40'], ['ENV-02', '51.724138', undefined]]);
    expect(shared.total).toBe('71.72');
    expect(score(basis([], {}, doingRules({ sharedCredit: true })), [joint], { unitId: '511922', tenantId: '511922' }).lines[0]).toMatchObject({ share: '60', weight: '100' });
    expect(score(basis(), [joint, alone], bazhou).lines.map(({ indicatorCode }) => indicatorCode)).toEqual(['ENV-02']);
  });

  it('leads from a line to what befell its task: the event, its position, in the order of the store', () => {
    const late = aFact({ id: 'f2', kind: 'deferred', until: third, events: [{ eventId: 'f2', position: '1000' }] });
    const [line] = score(basis([late, moved('extended'), aFact({ year: 2014 })]), [missing], bazhou).lines;
    expect(line?.facts).toEqual([
      { kind: 'extended', until: third, occurredAt: '2013-06-20T02:00:00.000Z', eventId: 'f1', position: '40' },
      { kind: 'deferred', until: third, occurredAt: '2013-06-20T02:00:00.000Z', eventId: 'f2', position: '1000' },
    ]);
  });

  it('asks for the results that were moved into a period, or flagged in it, by their own ids', () => {
    const flagged = aFact({ kind: 'false-report', taskId: '511900_s.A~x', attempt: 1, quarter: '2013Q3' });
    expect(inputsBeyond('2013Q3', [moved('extended'), moved('deferred'), flagged, ended('closed')])).toEqual(['split1.ENV-01~511902@2013', 's.A~x@2013']);
    expect(inputsBeyond('2013Q2', [moved('extended'), flagged])).toEqual([]);
  });
});

const facts = fc.array(fc.record({ kind: fc.constantFrom(...excuses, 'false-report' as const), month: fc.integer({ min: 1, max: 12 }), code: fc.constantFrom('ENV-01', 'ENV-02') }), { maxLength: 8 })
  .map((some) => some.map(({ kind, month, code }, index) => aFact({
    id: `f${index}`, kind, taskId: `511900_split1.${code}~511902`, attempt: kind === 'false-report' ? 1 : null,
    until: kind === 'extended' || kind === 'deferred' ? `2013-${String(month).padStart(2, '0')}-28T00:00:00.000Z` : null,
    events: [{ eventId: `f${index}`, position: String(index * 7) }],
  })));
const rules = fc.record({ leaves: fc.subarray([...excuses]), onTimeShare: fc.integer({ min: 0, max: 99 }).map(String) }).map((said) => doingRules(said));

describe('any score by rules on the doing', () => {
  it('is the same to the byte whatever the order of inputs and facts, weighs what counts to 100, and follows from its lines', () => {
    fc.assert(fc.property(facts, rules, fc.constantFrom('2013Q2', '2013Q3', '2013'), (some, said, period) => {
      const by = basis(some, { period }, said);
      const sheet = score(by, [missing, other], bazhou);
      const turned = score({ ...by, facts: [...some].reverse() }, [other, missing], bazhou);
      expect(JSON.stringify(turned)).toBe(JSON.stringify(sheet));
      expect(sum(sheet.lines.map(({ weight }) => weight))).toBe(sheet.counted === 0 ? '0' : '100');
      expect(totalOf(sheet.lines, 2, sheet.doing)).toBe(sheet.total);
    }));
  });
});
