import type { Indicator } from './standard.events.js';
import { standardDifferences, type StandardText } from './standard-differences.js';
import { anIndicator } from '../testing/samples.js';

const textOf = (category: string, ...indicators: readonly Indicator[]): StandardText => ({
  categories: [{ code: category, name: { zh: '类', en: 'Group' }, kind: 'assessed', indicators }], preconditions: [],
});
const ninety = anIndicator('ENV-01-01');
const [metric] = ninety.metrics;

describe('two versions of a standard', () => {
  it('that read the same differ in nothing', () => {
    expect(standardDifferences(textOf('ENV-01', ninety), textOf('ENV-01', ninety))).toEqual({
      added: [], removed: [], changed: [], unchanged: 1, preconditionsAdded: [], preconditionsRemoved: [], negativeAdded: [], negativeRemoved: [],
    });
  });

  it('show indicators that were added and removed', () => {
    const differences = standardDifferences(textOf('ENV-01', ninety, anIndicator('ENV-01-02')), textOf('ENV-01', ninety, anIndicator('ENV-01-03')));
    expect(differences.added.map(({ code }) => code)).toEqual(['ENV-01-03']);
    expect(differences.removed.map(({ code }) => code)).toEqual(['ENV-01-02']);
    expect(differences.unchanged).toBe(1);
  });

  it('show each changed field, from what to what', () => {
    const stricter = { ...metric, target: { kind: 'number', value: '95' } } as const;
    const after = anIndicator('ENV-01-01', { name: { zh: '新名', en: 'New name' }, evidence: 'field', metrics: [stricter as never], commitment: 'strive', formats: ['photo'] });
    expect(standardDifferences(textOf('ENV-01', ninety), textOf('ENV-02', after)).changed).toEqual([{
      code: 'ENV-01-01', name: after.name, category: 'ENV-02',
      fields: [
        { field: 'name', from: ninety.name, to: after.name },
        { field: 'category', from: 'ENV-01', to: 'ENV-02' },
        { field: 'evidence', from: 'statistics', to: 'field' },
        { field: 'commitment', from: '', to: 'strive' },
        { field: 'formats', from: '', to: 'photo' },
        { field: 'metric', metric: 'value', from: metric, to: stricter },
      ],
    }]);
  });

  it('show a metric that is new and one that is gone', () => {
    const after = anIndicator('ENV-01-01', { metrics: [{ code: 'days', unit: '天', direction: 'at-least', target: { kind: 'yes' } }] });
    const [changed] = standardDifferences(textOf('ENV-01', ninety), textOf('ENV-01', after)).changed;
    expect(changed?.fields).toMatchObject([{ metric: 'value', from: metric, to: null }, { metric: 'days', from: null, to: { unit: '天' } }]);
  });

  it('show preconditions and items of the negative list that came and went', () => {
    const condition = (code: string) => ({ code, name: { zh: code, en: code } });
    const differences = standardDifferences({ ...textOf('ENV-01'), preconditions: [condition('A')] }, { ...textOf('ENV-01'), preconditions: [condition('B')] });
    expect([differences.preconditionsAdded, differences.preconditionsRemoved]).toEqual([[condition('B')], [condition('A')]]);
    const { negativeAdded, negativeRemoved } = standardDifferences({ ...textOf('ENV-01'), negativeList: [condition('N')] }, textOf('ENV-01'));
    expect([negativeAdded, negativeRemoved]).toEqual([[], [condition('N')]]);
  });
});
