import { contributionOf } from './contribution.js';

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
