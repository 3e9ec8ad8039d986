import fc from 'fast-check';
import { countsOf, figures, isCounted, noFacts, ratesOf, type Counts, type FigureFacts } from './figures.js';

const NOW = '2013-03-05T00:00:00.000Z';
const moment = fc.constantFrom(null, '2013-03-01T00:00:00.000Z', '2013-03-03T00:00:00.000Z', '2013-03-05T00:00:00.000Z', '2013-03-07T00:00:00.000Z');

/** Facts as the projections fold them: whether something was in time follows from its two moments. */
const someFacts: fc.Arbitrary<FigureFacts> = fc.record({
  setAside: fc.constantFrom(null, null, null, 'merged', 'declined', 'returned'),
  respondBy: moment, respondedAt: moment, handleBy: moment, reportedAt: moment, isDeferred: fc.boolean(),
  outcome: fc.constantFrom(null, 'solved', 'explained', 'closed'), isRated: fc.boolean(), isSatisfied: fc.boolean(), reworks: fc.nat(2),
} as const).map((facts) => ({
  ...facts,
  respondedInTime: facts.respondedAt === null || facts.respondBy === null ? null : facts.respondedAt <= facts.respondBy,
  reportedInTime: facts.reportedAt === null || facts.handleBy === null ? null : facts.reportedAt <= facts.handleBy,
}));

const noCounts: Counts = countsOf([], NOW);

describe('figures', () => {
  it('are rates of response, on time with the deferred out of the denominator, solution and satisfaction, exact to two places', () => {
    expect(ratesOf({ ...noCounts, responseDue: 3, responded: 2, due: 9, deferred: 2, onTime: 6, ended: 8, solved: 5, rated: 6, satisfied: 1 }))
      .toEqual({ response: '66.67', onTime: '85.71', solution: '62.50', satisfaction: '16.67' });
  });

  it('have no rate where nothing is in the denominator', () => {
    expect(ratesOf({ ...noCounts, due: 2, deferred: 2 })).toEqual({ response: null, onTime: null, solution: null, satisfaction: null });
  });

  it('count what stands in the list behind them, whatever happened', () => {
    fc.assert(fc.property(fc.array(someFacts, { maxLength: 30 }), (rows) => {
      const counts = countsOf(rows, NOW);
      for (const figure of figures) expect(counts[figure]).toBe(rows.filter((facts) => isCounted(figure, facts, NOW)).length);
    }), { numRuns: 50 });
  });

  it('add up: due to on time, late and deferred; ended to solved, explained and closed; rated to satisfied and not', () => {
    fc.assert(fc.property(fc.array(someFacts, { maxLength: 30 }), (rows) => {
      const of = countsOf(rows, NOW);
      expect(of.onTime + of.late + of.deferred).toBe(of.due);
      expect(of.solved + of.explained + of.closed).toBe(of.ended);
      expect(of.satisfied + of.dissatisfied).toBe(of.rated);
      expect(of.overdue).toBeLessThanOrEqual(of.late);
      expect(of.responded).toBeLessThanOrEqual(of.responseDue);
      for (const rate of Object.values(ratesOf(of))) expect(rate === null || (Number(rate) >= 0 && Number(rate) <= 100)).toBe(true);
    }));
  });

  it('count nothing but its arrival of what nobody has done anything with yet', () => {
    expect(figures.filter((figure) => isCounted(figure, noFacts, NOW))).toEqual(['received']);
  });
});
