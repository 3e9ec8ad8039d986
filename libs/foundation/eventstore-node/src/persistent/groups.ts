import type { Store } from '../storage/store.js';
import type { Refusal } from '../streams/refusal.js';
import { keptNamesOf, settingsPrefix, type GroupAddress } from './address.js';
import type { ChangeRequest } from './change-request.js';
import { Group } from './group.js';
import { forgetParked } from './parked.js';
import { groupDoesNotExist, groupExists, subscriptionDropped } from './refusal.js';
import type { ReplayRequest } from './requests.js';
import { decodeGroup, encodeGroup, placeBefore, type StoredGroup } from './settings.js';

/** All groups of the node. What is kept of them beside the events is the truth; a changed group is opened anew from it. */
export class Groups {
  /** By the name under which a group's settings are kept. */
  readonly #groups = new Map<string, Group>();
  #changing: Promise<unknown> = Promise.resolve();

  /** `sent` is called with each event that a group sends. */
  constructor(private readonly store: Store, private readonly sent: () => void) {
    for (const name of store.log.keptNames(settingsPrefix)) this.#open(name);
  }

  create({ address, settings }: ChangeRequest): Promise<void> {
    return this.#inTurn(async () => {
      const name = keptNamesOf(address).settings;
      if (this.#groups.has(name)) throw groupExists(address);
      await this.store.writer.submit((batch) => {
        const after = placeBefore(this.store, address.stream, settings.startFrom);
        batch.keep(name, encodeGroup({ ...address, settings, after }));
      });
      this.#open(name);
    });
  }

  /** Gives a group other settings; its consumers are dropped, its filter and its place stay. */
  update({ address, settings }: ChangeRequest): Promise<void> {
    return this.#change(address, (group, name) => this.store.writer.submit((batch) => {
      const kept = { ...settings, filter: group.settings.filter };
      const moved = group.settings.startFrom !== settings.startFrom;
      const after = moved ? placeBefore(this.store, address.stream, settings.startFrom) : group.after;
      batch.keep(name, encodeGroup({ ...address, settings: kept, after }));
    }));
  }

  /** Forgets a group with everything it has parked. */
  delete(address: GroupAddress): Promise<void> {
    return this.#change(address, (_group, name) => this.store.writer.submit((batch) => {
      forgetParked(batch, this.store, address);
      batch.keep(name, undefined);
      batch.keep(keptNamesOf(address).checkpoint, undefined);
    }));
  }

  /** Has what a group has parked sent again. */
  replay({ address, stopAt }: ReplayRequest): Promise<void> {
    return this.#inTurn(async () => { await this.#existing(address).replay(stopAt); });
  }

  /** Drops all consumers and opens every group anew. */
  restart(): Promise<void> {
    return this.#inTurn(async () => {
      for (const [name, group] of this.#groups) {
        await group.close(subscriptionDropped(group.address));
        this.#open(name);
      }
    });
  }

  /** The group, once changes that were asked for before are made. Throws a Refusal when there is none. */
  find(address: GroupAddress): Promise<Group> {
    return this.#inTurn(() => Promise.resolve(this.#existing(address)));
  }

  /** The groups of a stream or of $all, or all. */
  list(stream: string | undefined): Group[] {
    const groups = [...this.#groups.values()];
    return stream === undefined ? groups : groups.filter(({ address }) => address.stream === stream);
  }

  /** Ends all consumers for a reason, and resolves when all checkpoints are kept. */
  close(refusal: Refusal): Promise<void> {
    return this.#inTurn(async () => {
      await Promise.all([...this.#groups.values()].map((group) => group.close(refusal)));
    });
  }

  #change(address: GroupAddress, change: (group: Group, name: string) => Promise<void>): Promise<void> {
    return this.#inTurn(async () => {
      const group = this.#existing(address);
      const { settings: name } = keptNamesOf(address);
      await group.close(subscriptionDropped(address));
      try {
        await change(group, name);
      } finally {
        this.#open(name);
      }
    });
  }

  /** Opens a group from what is kept of it, which may be nothing. */
  #open(name: string): void {
    const stored = this.#stored(name);
    if (stored) this.#groups.set(name, new Group(this.store, stored, this.sent));
    else this.#groups.delete(name);
  }

  #stored(name: string): StoredGroup | undefined {
    const value = this.store.log.kept(name);
    return value && decodeGroup(value);
  }

  #existing(address: GroupAddress): Group {
    const group = this.#groups.get(keptNamesOf(address).settings);
    if (group) return group;
    throw groupDoesNotExist(address);
  }

  #inTurn<Result>(act: () => Promise<Result>): Promise<Result> {
    const result = this.#changing.then(act);
    this.#changing = result.catch(() => {});
    return result;
  }
}
