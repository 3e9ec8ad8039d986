import { sameData, type Command, type Decider } from '@zeren/kernel';
import { requireDistricts, type Invitation } from '../campaign/participants.js';
import { refuse } from '../refusals.js';
import type { StandardEvent, StandardPublished } from './standard.events.js';

/**
 * Publish one version of a standard. It is never changed again: another text is another version. `hasPrevious` says whether
 * the version before it is published, read by the handler.
 */
export type PublishStandard = Command<'PublishStandard', StandardPublished['data'] & Invitation & { readonly hasPrevious: boolean }>;
export type StandardCommand = PublishStandard;

export type Standard = { readonly status: 'unpublished' } | { readonly status: 'published'; readonly content: StandardPublished['data'] };

const publish = ({ districtTenantIds, hasPrevious, ...content }: PublishStandard['data'], standard: Standard): readonly StandardEvent[] => {
  if (standard.status === 'published') {
    return sameData(standard.content, content)
      ? []
      : refuse('standard-frozen', 'version', { code: content.code, version: content.version });
  }
  if (content.version > 1 && !hasPrevious) refuse('standard-version-missing', 'version', { code: content.code, version: content.version, previous: content.version - 1 });
  requireDistricts({ ...content, districtTenantIds });
  const found = content.categories.reduce((total, { indicators }) => total + indicators.length, 0);
  if (found !== content.declaredItems) {
    refuse('standard-count-differs', 'declaredItems', { declared: content.declaredItems, found });
  }
  return [{ type: 'StandardPublished', data: content }];
};

export const standardDecider: Decider<Standard, StandardCommand, StandardEvent> = {
  category: 'standard',
  initialState: { status: 'unpublished' },
  decide: (command, standard) => publish(command.data, standard),
  evolve: (_standard, event) => ({ status: 'published', content: event.data }),
  sharedWith: (standard) => (standard.status === 'published' ? standard.content.participantTenantIds : []),
};

/** Local id of a standard's version: `ENV.v1`. */
export const standardIdOf = (code: string, version: number): string => `${code}.v${version}`;
