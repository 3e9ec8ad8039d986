import type { Event, LocalisedText } from '@zeren/kernel';

/** A tenant calls one of the four integrations by a name of its own. */
export type IntegrationRenamed = Event<'IntegrationRenamed', {
  readonly code: string;
  readonly name: LocalisedText;
  readonly document: string;
  /** The districts that stand in the tenant and use its names. */
  readonly sharedWith: readonly string[];
}>;
