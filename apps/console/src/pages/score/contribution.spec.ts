import type { ScoreDoing } from '@zeren/assessment-domain';
import { contributionOf, sumOf } from './contribution.js';

describe('what a campaign brings to a score', () => {
  it('is the points of its lines by their weights, without floating point', () => {
    expect(contributionOf([{ weight: '0.1', points: '100' }, { weight: '0.2', points: '100' }])).toEqual({ possible: '0.3000', earned: '0.3000' });
  });

  it('leaves out what a line lost', () => {
    expect(contributionOf([{ weight: '10', points: '87.5' }, { weight: '10', points: '0' }])).toEqual({ possible: '20.0000', earned: '8.7500' });
  });

  it('is nothing where no line counts', () => {
    expect(contributionOf([])).toEqual({ possible: '0.0000', earned: '0.0000' });
  });
});

describe('how a total is summed up', () => {
  const doing = (share: string, rate: string | null, ...points: string[]): ScoreDoing => ({
    onTime: { share, due: 4, onTime: 3, left: 0, rate }, adjustments: points.map((one) => ({ kind: 'sample', points: one, failureRate: null, inputs: [] })),
  });

  it('says what was reached and the on-time rate by their shares, then what was added and taken off', () => {
    expect(sumOf('95.4348', doing('10', '75', '-3', '0.5', '0'))).toBe('95.4348 × 90 % + 75 × 10 % − 3 + 0.5');
  });

  it('leaves out a rate that has no part in it', () => {
    expect(sumOf('95.4348', doing('0', '75'))).toBe('95.4348');
    expect(sumOf('0.0000', doing('10', null, '-3'))).toBe('0.0000 − 3');
  });
});
