import { specify } from '@zeren/kernel/testing';
import { reservationDecider, reservationsOf, splitThatHolds } from './split-reservation.js';
import type { WorkReserved } from './split-reservation.events.js';
import { aCitySplit, aCycle, aRow, CITY, DISTRICT } from '../testing/samples.js';

const reservation = specify(reservationDecider);
const parent = `${CITY}_s.ENV-01-01~${DISTRICT}`;
const held = (splitId: string, said: Partial<WorkReserved['data']> = {}): WorkReserved =>
  ({ type: 'WorkReserved', data: { splitId, cycle: aCycle, parentTaskIds: [parent], indicatorCodes: [], ...said } });
const reserve = ({ data }: WorkReserved) => ({ type: 'ReserveWork', data }) as const;

describe('what a split is about to publish', () => {
  it('is held by the first, and no other split of the same task passes', () => {
    reservation.given().when(reserve(held('a'))).then(held('a'));
    reservation.given(held('a')).when(reserve(held('a'))).then();
    reservation.given(held('a')).when(reserve(held('b'))).thenRefused('parent-already-split', 'parentTaskId');
  });

  it('is free again once its holder let go of it', () => {
    reservation.given(held('a'), held('a', { parentTaskIds: [] })).when(reserve(held('b'))).then(held('b'));
    reservation.given().when(reserve(held('a', { parentTaskIds: [] }))).then();
  });

  it('has an indicator of a campaign once in a cycle of a kind; the yearly key tasks and the next cycle are others', () => {
    const roots = (splitId: string, cycle = aCycle) => held(splitId, { cycle, parentTaskIds: [], indicatorCodes: ['ENV-01-01'] });
    reservation.given(roots('a')).when(reserve(roots('b'))).thenRefused('root-already-split', 'indicatorCode');
    const key = roots('b', { ...aCycle, kind: 'key' });
    reservation.given(roots('a')).when(reserve(key)).then(key);
    const next = roots('b', { kind: 'routine', from: '2015-01-01', until: '2017-12-31' });
    reservation.given(roots('a')).when(reserve(next)).then(next);
  });

  it('follows from its rows, by campaign: parents of other splits and roots; a campaign it left is let go', () => {
    const below = aRow({ key: 'town', parentTaskId: parent });
    const left = aRow({ key: 'left', campaignId: `${CITY}_hea` });
    expect([...reservationsOf('a', aCycle, [...aCitySplit(), below], [left])]).toEqual([
      [`${CITY}_env`, { splitId: 'a', cycle: aCycle, parentTaskIds: [parent], indicatorCodes: ['ENV-01-01'] }],
      [`${CITY}_hea`, { splitId: 'a', cycle: aCycle, parentTaskIds: [], indicatorCodes: [] }],
    ]);
  });

  it('says which split stands below a task', () => {
    const state = reservation.given(held('a')).state();
    expect([splitThatHolds(state, parent), splitThatHolds(state, 'other')]).toEqual(['a', undefined]);
  });
});
