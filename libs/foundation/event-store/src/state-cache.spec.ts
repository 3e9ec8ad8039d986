import { setTimeout as pause } from 'node:timers/promises';
import { nothingYet } from './folded.js';
import { StateCache } from './state-cache.js';

describe('the state cache', () => {
  const decider = { initialState: 0 };
  const at = (state: number) => ({ ...nothingYet(state), revision: state });

  it('lets go of the stream unused for longest', () => {
    const states = new StateCache(2);
    states.set(decider, 'a', at(1));
    states.set(decider, 'b', at(2));
    states.get(decider, 'a');
    states.set(decider, 'c', at(3));
    expect(['a', 'b', 'c'].map((stream) => states.get(decider, stream)?.state)).toEqual([1, undefined, 3]);
  });

  it('keeps the newest fold of a stream, and no more than one', () => {
    const states = new StateCache(2);
    states.set(decider, 'a', at(1));
    states.set(decider, 'b', at(2));
    states.set(decider, 'b', at(3));
    expect(['a', 'b'].map((stream) => states.get(decider, stream)?.state)).toEqual([1, 3]);
  });

  it('gives what is recent, also of a stream that is not there, only where it is', async () => {
    const states = new StateCache(2);
    states.set(decider, 'a', at(1));
    states.set(decider, 'b', nothingYet(0));
    expect(['a', 'b'].map((stream) => states.recent(decider, stream, 1_000)?.revision)).toEqual([1, -1]);
    expect(states.get(decider, 'b')).toBeUndefined();
    await pause(5);
    expect(['a', 'b'].map((stream) => states.recent(decider, stream, 1))).toEqual([undefined, undefined]);
  });

  it('never gives one decider what another folded', () => {
    const states = new StateCache(2);
    states.set(decider, 'a', at(1));
    expect(states.get({ initialState: 0 }, 'a')).toBeUndefined();
  });
});
