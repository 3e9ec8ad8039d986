import { DomainError, type Command, type Decider, type Event } from '@zeren/kernel';

/** The smallest aggregate that shows everything a repository does: a counter that may be shared and closed. */
export type TallyEvent =
  | Event<'TallyOpened', { sharedWith: readonly string[] }>
  | Event<'TallyRaised', { by: number }>
  | Event<'TallyHandedOver', { to: string }>
  | Event<'TallyClosed', Record<string, never>>;
export type TallyCommand =
  | Command<'OpenTally', { sharedWith: readonly string[] }>
  | Command<'RaiseTally', { by: number; times: number }>
  | Command<'HandOverTally', { to: string }>
  | Command<'CloseTally', Record<string, never>>;
export type Tally = { readonly status: 'none' | 'open' | 'closed'; readonly total: number; readonly sharedWith: readonly string[] };

const decide = (command: TallyCommand, state: Tally): readonly TallyEvent[] => {
  if (command.type === 'OpenTally') {
    if (state.status !== 'none') throw new DomainError('already-open');
    return [{ type: 'TallyOpened', data: command.data }];
  }
  if (state.status === 'none') throw new DomainError('not-open');
  if (command.type === 'CloseTally') return state.status === 'closed' ? [] : [{ type: 'TallyClosed', data: {} }];
  if (state.status === 'closed') throw new DomainError('closed');
  if (command.type === 'HandOverTally') return [{ type: 'TallyHandedOver', data: command.data }];
  const { by, times } = command.data;
  return Array.from({ length: times }, () => ({ type: 'TallyRaised' as const, data: { by } }));
};

const evolve = (state: Tally, event: TallyEvent): Tally => {
  switch (event.type) {
    case 'TallyOpened':
      return { ...state, status: 'open', sharedWith: event.data.sharedWith };
    case 'TallyRaised':
      return { ...state, total: state.total + event.data.by };
    case 'TallyHandedOver':
      return { ...state, sharedWith: [event.data.to] };
    case 'TallyClosed':
      return { ...state, status: 'closed' };
  }
};

export const tallyDecider: Decider<Tally, TallyCommand, TallyEvent> = {
  category: 'tally',
  initialState: { status: 'none', total: 0, sharedWith: [] },
  decide,
  evolve,
  sharedWith: ({ sharedWith }) => sharedWith,
};
