import { DomainError, type Caller } from '@zeren/kernel';
import { aCaller } from '@zeren/kernel/testing';
import { Admissions } from './admission.js';

const read = () => Promise.reject(new Error('Nothing is read here'));

/** Admissions that count how often they were asked, by a clock of their own. */
const asked = (answer: (caller: Caller, actsIn: string | null) => Caller) => {
  const clock = jest.spyOn(Date, 'now').mockReturnValue(0);
  let times = 0;
  const admissions = new Admissions((caller, actsIn) => {
    times += 1;
    return Promise.resolve().then(() => answer(caller, actsIn));
  }, read);
  return { admissions, clock, times: () => times };
};

describe('an admission', () => {
  afterEach(() => jest.restoreAllMocks());

  it('is believed for two seconds, at the time of each request, and then asked for again', async () => {
    const { admissions, clock, times } = asked((caller) => ({ ...caller, roles: ['leader'] }));
    const later = aCaller({ now: '2013-03-01T02:00:01.000Z' });
    await admissions.of(aCaller(), null);
    expect(admissions.of(later, null)).toEqual({ ...later, roles: ['leader'] });
    expect(times()).toBe(1);
    clock.mockReturnValue(2_000);
    await admissions.of(later, null);
    expect(times()).toBe(2);
  });

  it('is each caller\'s own, in each post, in each hour', async () => {
    const { admissions, times } = asked((caller) => caller);
    await admissions.of(aCaller(), null);
    for (const caller of [aCaller({ actorId: 'other' }), aCaller({ tenantId: '211100' }), aCaller({ now: '2013-03-01T03:00:00.000Z' })]) await admissions.of(caller, null);
    await admissions.of(aCaller(), 'another.post');
    expect(times()).toBe(5);
  });

  it('that is refused is 403 with the refusal\'s code, and is not remembered', async () => {
    let held = false;
    const { admissions } = asked((caller) => {
      if (!held) throw new DomainError('post-not-held', undefined, { postId: caller.postId });
      return caller;
    });
    await expect(admissions.of(aCaller(), null)).rejects.toMatchObject({ status: 403, code: 'post-not-held' });
    held = true;
    await expect(admissions.of(aCaller(), null)).resolves.toMatchObject({ actorId: 'officer-1' });
  });
});
