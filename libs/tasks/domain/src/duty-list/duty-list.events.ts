import type { Event, LocalisedText } from '@zeren/kernel';

/**
 * The three parts of a town's list. `basic`: its own, dispatched to it freely; `assisting`: a department leads and answers,
 * the town helps; `taken-back`: superiors took it back, so it is not the town's any more.
 */
export type DutyPart = 'basic' | 'assisting' | 'taken-back';

export type DutyItem = {
  /** Unique in the list. */
  readonly code: string;
  readonly text: LocalisedText;
  readonly part: DutyPart;
  /** The department that leads and answers for an assisting item; null for the others. */
  readonly leadUnitId: string | null;
};

/** A district laid down, or laid down anew, what a town of its has to do: the list whole, as it stands from then on. */
export type DutyListPublished = Event<'DutyListPublished', {
  /** 1 for the first list of the town. */
  readonly version: number;
  readonly townUnitId: string;
  /** Number of the document that laid it down. */
  readonly document: string;
  readonly items: readonly DutyItem[];
}>;
