import type { AssessmentFactRow } from './assessment-fact.js';
import type { DoingRules } from './assessment.events.js';
import { score } from './score.js';
import { aFact, anInput, aScheme, doingRules, env } from './testing/samples.js';

const bazhou = { unitId: '511902', tenantId: '511902' };
const scored = (facts: readonly AssessmentFactRow[], rules: Partial<DoingRules> = {}, inputs = [anInput()], period = '2013Q2') =>
  score({
    scheme: aScheme({ doing: doingRules(rules) }), indicatorWeights: { [env]: { 'ENV-01': '60', 'ENV-02': '40' } }, period, dueBefore: '2013-06-30T16:00:00.000Z', facts,
  }, inputs, bazhou);
const flagged = (said: Partial<AssessmentFactRow> = {}) => aFact({ id: 'fr', kind: 'false-report', attempt: 1, events: [{ eventId: 'fr', position: '70' }], ...said });
const sample = (failed: number, size: number, said: Partial<AssessmentFactRow> = {}) => aFact({
  kind: 'sample', taskId: null, year: null, unitId: '511902', failed, size, events: [{ eventId: 'drawn', position: '50' }, { eventId: 'concluded', position: '60' }], ...said,
});
const claimed = (said: Partial<AssessmentFactRow> = {}) =>
  aFact({ kind: 'claim', taskId: null, year: null, campaignId: env, unitId: '511902', name: { zh: '背街积水', en: 'Water in a lane' }, ...said });

describe('the on-time rate', () => {
  it('is what was reported on time and verified ÷ what was due, and makes up its share of the total', () => {
    const late = anInput({ indicatorCode: 'ENV-02', late: true, values: [{ metric: 'days', value: '100', unit: '天' }] });
    const sheet = scored([], { onTimeShare: '20' }, [anInput(), late]);
    expect(sheet.doing?.onTime).toEqual({ share: '20', due: 2, onTime: 1, left: 0, rate: '50' });
    expect(sheet.total).toBe('86.00');
  });

  it('has no part in a total where nothing was due', () => {
    expect(scored([], { onTimeShare: '20' }, [])).toMatchObject({ total: '0.00', counted: 0, doing: { onTime: { due: 0, rate: null } } });
  });
});

describe('a false report', () => {
  it('costs more than rework: it is taken off the total, and its result counts nothing', () => {
    const rejected = scored([], {}, [anInput({ status: 'rejected', rework: 1 }), anInput({ indicatorCode: 'ENV-02' })]);
    const falsely = scored([flagged()], {}, [anInput(), anInput({ indicatorCode: 'ENV-02' })]);
    expect([rejected.total, falsely.total]).toEqual(['38.00', '26.00']);
    expect(falsely.doing?.adjustments).toEqual([{
      kind: 'false-report', points: '-12', failureRate: null,
      inputs: [{ name: anInput().name, taskId: anInput().taskId, size: null, failed: null, occurredAt: '2013-06-20T02:00:00.000Z', events: [{ eventId: 'fr', position: '70' }] }],
    }]);
  });

  it('counts in the period in which it was flagged, though its result was scored before', () => {
    const later = [flagged({ quarter: '2013Q3' })];
    expect(scored(later, {}, [anInput({ attempt: 2 })]).doing?.adjustments).toEqual([]);
    const third = anInput({ indicatorCode: 'ENV-02', dueQuarter: '2013Q3', dueAt: '2013-09-20T00:00:00.000Z' });
    expect(scored(later, {}, [anInput({ attempt: 2 }), third], '2013Q3')).toMatchObject({ total: '83.00', counted: 1, doing: { adjustments: [{ points: '-12' }] } });
  });

  it('costs no more than the cap, and no total falls below 0', () => {
    const many = [1, 2, 3].map((attempt) => flagged({ id: `fr${attempt}`, attempt }));
    expect(scored(many, {}, [anInput({ attempt: 4 })])).toMatchObject({ total: '65.00', doing: { adjustments: [{ points: '-30' }] } });
    expect(scored(many, {}, [anInput({ status: 'rejected', attempt: 3 })]).total).toBe('0.00');
  });

  it('is the lead’s alone', () => {
    expect(scored([flagged()], { sharedCredit: true }, [anInput({ unitId: '511922', credits: [{ unitId: '511922', share: '60' }, { unitId: '511902', share: '40' }] })]).doing?.adjustments).toEqual([]);
  });
});

describe('the sample of what a district verified', () => {
  it('takes points off the district for each percent that failed above what is tolerated', () => {
    expect(scored([sample(1, 10)])).toMatchObject({
      total: '94.00', doing: { adjustments: [{ kind: 'sample', points: '-1', failureRate: '10.00', inputs: [{ failed: 1, size: 10, events: [{ eventId: 'drawn' }, { eventId: 'concluded' }] }] }] },
    });
    expect(scored([sample(1, 20)])).toMatchObject({ total: '95.00', doing: { adjustments: [{ points: '0', failureRate: '5.00' }] } });
  });

  it('is taken together with the others of the period, up to the cap', () => {
    expect(scored([sample(1, 10), sample(2, 5, { id: 's2' })]).doing?.adjustments).toMatchObject([{ points: '-3', failureRate: '20.00' }]);
    expect(scored([sample(10, 10)]).doing?.adjustments).toMatchObject([{ points: '-8', failureRate: '100.00' }]);
  });

  it('counts once it is concluded, in that period, for its own district, and for a campaign of the scheme', () => {
    const others = [sample(9, 10, { quarter: null }), sample(9, 10, { quarter: '2013Q1' }), sample(9, 10, { unitId: '511922' }), sample(9, 10, { campaignId: '511900_hygiene' })];
    expect(scored(others).doing?.adjustments).toEqual([]);
  });
});

describe('a claimed problem', () => {
  it('counts in favour of the unit that claimed it, up to the cap, above 100 too', () => {
    expect(scored([claimed()])).toMatchObject({ total: '95.50', doing: { adjustments: [{ kind: 'claim', points: '0.5', inputs: [{ name: { zh: '背街积水' } }] }] } });
    const full = anInput({ values: [{ metric: 'days', value: '100', unit: '天' }] });
    expect(scored(Array.from({ length: 9 }, (_, index) => claimed({ id: `c${index}` })), {}, [full])).toMatchObject({ total: '102.00', doing: { adjustments: [{ points: '2' }] } });
  });

  it('counts not before it is claimed, and for nobody else', () => {
    expect(scored([claimed({ quarter: null }), claimed({ unitId: '511922' }), claimed({ campaignId: '511900_hygiene' })]).doing?.adjustments).toEqual([]);
  });
});
