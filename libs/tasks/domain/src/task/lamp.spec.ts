import { lampOf, type LampInputs } from './lamp.js';

const due = '2013-12-31T15:59:59.000Z';
const task = (said: Partial<LampInputs> = {}): LampInputs => ({
  status: 'accepted', nextDueAt: due, awaitingDueAt: null, overdueYears: 0, rejectedYears: 0, firstYear: 2013, lastYear: 2014, ...said,
});

describe('the lamp', () => {
  it.each<[string, LampInputs, string, string]>([
    ['green with more than 30 days left', task(), '2013-12-01T15:59:58.999Z', 'green'],
    ['yellow from 30 days before the due moment', task(), '2013-12-01T15:59:59.000Z', 'yellow'],
    ['yellow to the due moment', task(), due, 'yellow'],
    ['red after it', task(), '2013-12-31T15:59:59.001Z', 'red'],
    ['red where a year is marked overdue', task({ nextDueAt: null, overdueYears: 1 }), '2014-02-01T00:00:00.000Z', 'red'],
    ['red where a result was rejected, even long before it is due', task({ nextDueAt: null, rejectedYears: 1 }), '2013-03-01T00:00:00.000Z', 'red'],
    ['green while a report made in time awaits verification', task({ nextDueAt: null, awaitingDueAt: due }), '2013-12-30T00:00:00.000Z', 'green'],
    ['yellow where it still does after the due moment', task({ nextDueAt: null, awaitingDueAt: due }), '2014-01-01T00:00:00.000Z', 'yellow'],
    ['grey before the first year with a target, in the tenants\' calendar', task(), '2012-12-31T15:59:59.999Z', 'grey'],
    ['green from the first moment of that year', task(), '2012-12-31T16:00:00.000Z', 'green'],
    ['grey after the last', task({ nextDueAt: null, lastYear: 2013 }), '2014-06-01T00:00:00.000Z', 'grey'],
    ['green for ever when done', task({ status: 'done', nextDueAt: null }), '2020-01-01T00:00:00.000Z', 'green'],
  ])('is %s', (_, inputs, now, lamp) => {
    expect(lampOf(inputs, now)).toBe(lamp);
  });
});
