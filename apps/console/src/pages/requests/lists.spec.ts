import { listsFor } from './lists.js';

describe('the lists of the queue', () => {
  it('begin with what waits for whoever takes requests in', () => {
    expect(listsFor(['hotline'])[0]).toBe('to-accept');
    expect(listsFor(['district-office'])).toEqual(expect.arrayContaining(['to-arbitrate', 'deferral-asked']));
  });

  it('begin with what is late for those who look on, with their own for those who handle', () => {
    expect(listsFor(['leader'])[0]).toBe('overdue');
    expect(listsFor(['officer'])).toEqual(['mine', 'overdue', 'in-hand', 'to-verify', 'ended', 'all']);
  });
});
