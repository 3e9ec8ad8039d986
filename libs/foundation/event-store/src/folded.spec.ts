import { aCaller, recorded } from '@zeren/kernel/testing';
import { IdempotencyKeyReused } from './errors.js';
import { earlierAnswer, foldOnto, nothingYet } from './folded.js';

const evolve = (state: number) => state + 1;
const event = (revision: number, idempotencyKey?: string) =>
  recorded({ type: 'Counted', data: {} }, {
    revision,
    position: BigInt(revision * 10),
    metadata: idempotencyKey === undefined ? {} : { idempotencyKey, bodyHash: 'hash' },
  });
const answerTo = (folded: ReturnType<typeof nothingYet<number>>, key: string, bodyHash = 'hash') =>
  earlierAnswer(folded, aCaller(), { key, bodyHash });

describe('a folded stream', () => {
  it('is at the revision and position of its last event', () => {
    expect([event(0), event(1)].reduce((folded, next) => foldOnto(folded, evolve, next), nothingYet(0)))
      .toMatchObject({ state: 2, revision: 1, position: 10n });
  });

  it('knows how many events each keyed command wrote and where the last of them is', () => {
    const events = [event(0, 'a'), event(1, 'b'), event(2, 'b'), event(3)];
    const folded = events.reduce((sofar, next) => foldOnto(sofar, evolve, next), nothingYet(0));
    expect(answerTo(folded, 'a')).toMatchObject({ revision: 0, position: 0n, recorded: 1 });
    expect(answerTo(folded, 'b')).toMatchObject({ revision: 2, position: 20n, recorded: 2 });
    expect(answerTo(folded, 'c')).toBeUndefined();
    expect(() => answerTo(folded, 'b', 'other')).toThrow(IdempotencyKeyReused);
  });

  it('counts no event twice when a fold broke off and is begun again', () => {
    const begun = foldOnto(nothingYet(0), evolve, event(0, 'a'));
    foldOnto(begun, evolve, event(1, 'b'));
    const again = foldOnto(begun, evolve, event(1, 'b'));
    expect(answerTo(again, 'b')).toMatchObject({ recorded: 1 });
  });
});
