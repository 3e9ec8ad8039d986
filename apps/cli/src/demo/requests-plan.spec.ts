import { filingDays, openRequests, requestsOf } from './requests-plan.js';

describe('the requests of the demonstration', () => {
  const all = Object.keys(filingDays).flatMap(requestsOf);

  it('are of all channels, kinds and courses, in both cities, each with a key of its own', () => {
    expect(new Set(all.map(({ channel }) => channel)).size).toBe(7);
    expect(new Set(all.map(({ kind }) => kind)).size).toBe(3);
    expect(new Set([...all, ...openRequests].map(({ course }) => course)).size).toBe(24);
    expect(all.filter(({ cityId }) => cityId === '511900').length).toBeGreaterThan(30);
    expect(all.filter(({ cityId }) => cityId === '211100')).toHaveLength(8);
    expect(new Set([...all, ...openRequests].map(({ key }) => key)).size).toBe(all.length + openRequests.length);
  });

  it('say in every subject that they are made up', () => {
    for (const { subject } of [...all, ...openRequests]) expect(subject).toMatch(/演示/);
  });
});
