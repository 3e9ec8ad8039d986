import type { Projection, ViewRow } from '@zeren/kernel';
import type { CalendarDate } from '../organisation.events.js';
import { keysFor } from '../unit-view.js';
import type { PopulationsRecorded } from './onboarding.events.js';

/** What was counted in a unit on a day; its id is `<unitId>@<day>`. */
export type PopulationRow = ViewRow & {
  readonly unitId: string;
  readonly people: number;
  readonly countedOn: CalendarDate;
  readonly source: string;
};

const idOf = ({ unitId, on }: PopulationsRecorded['data']['populations'][number]): string => `${unitId}@${on}`;

/** The populations of units, each with its day and source. */
export const populationProjection: Projection<PopulationRow, PopulationsRecorded> = {
  name: 'population',
  version: 1,
  handles: ['PopulationsRecorded'],
  keys: (event) => keysFor(event, [...new Set(event.data.populations.map(idOf))]),
  evolve: (_row, event, key) => {
    const said = event.data.populations.findLast((population) => idOf(population) === key.id);
    return said && { ...key, unitId: said.unitId, people: said.people, countedOn: said.on, source: said.source };
  },
};
