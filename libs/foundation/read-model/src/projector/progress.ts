import type { ClientBase } from 'pg';
import type { DataSource } from 'typeorm';
import { statementName } from '../tenant-scope.js';
import type { Parked } from './fold.js';

/** Somebody else has moved the job on, or back. Nothing was written. */
export class CheckpointMoved extends Error {
  override readonly name = 'CheckpointMoved';

  constructor(job: string, expected: bigint) {
    super(`${job} is no longer at position ${expected}`);
  }
}

const MOVE = 'update checkpoint set position = $3 where name = $1 and position = $2';
const PARK = `insert into parked_event (name, position, stream, revision, type, reason)
  select $1, * from unnest($2::bigint[], $3::text[], $4::bigint[], $5::text[], $6::text[])`;

/** Where one job stands in the store, and which streams it had to leave behind. */
export class Progress {
  constructor(readonly name: string) {}

  /** The last position dealt with; -1 before the first. */
  async load(dataSource: DataSource): Promise<bigint> {
    await dataSource.query('insert into checkpoint (name) values ($1) on conflict do nothing', [this.name]);
    const [row] = await dataSource.query<{ position: string }[]>('select position from checkpoint where name = $1', [this.name]);
    return BigInt(row?.position ?? -1);
  }

  /** Moves on from exactly where the job stood. Throws {@link CheckpointMoved}. */
  async move(client: ClientBase, from: bigint, to: bigint): Promise<void> {
    const values = [this.name, String(from), String(to)];
    const { rowCount } = await client.query({ name: statementName(MOVE), text: MOVE, values });
    if (rowCount !== 1) throw new CheckpointMoved(this.name, from);
  }

  async parkedStreams(client: ClientBase): Promise<Set<string>> {
    const { rows } = await client.query<{ stream: string }>('select distinct stream from parked_event where name = $1', [this.name]);
    return new Set(rows.map(({ stream }) => stream));
  }

  async park(client: ClientBase, parked: readonly Parked[]): Promise<void> {
    if (parked.length === 0) return;
    const raws = parked.map(({ event }) => event.raw);
    await client.query(PARK, [
      this.name,
      raws.map(({ position }) => String(position)),
      raws.map(({ stream }) => stream),
      raws.map(({ revision }) => revision),
      raws.map(({ type }) => type),
      parked.map(({ reason }) => reason.replaceAll('\u0000', '')),
    ]);
  }
}
