import type { Event, RecordedEvent } from '../event.js';
import { rowKeyText, type Projection, type ViewRow } from '../projection.js';

/** The given / then vocabulary over a projection: recorded events, then exactly these rows, in the order they appeared. */
export const specifyProjection = <Row extends ViewRow, E extends Event>(projection: Projection<Row, E>) => ({
  given: (...events: RecordedEvent<E>[]) => {
    const rows = new Map<string, Row>();
    for (const event of events) {
      if (!projection.handles.includes(event.type)) continue;
      for (const key of projection.keys(event)) {
        const next = projection.evolve(rows.get(rowKeyText(key)), event, key);
        if (next) rows.set(rowKeyText(key), next);
        else rows.delete(rowKeyText(key));
      }
    }
    return {
      then: (...expected: Row[]) => expect([...rows.values()]).toEqual(expected),
      rows: () => [...rows.values()],
    };
  },
});
