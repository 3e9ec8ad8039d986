import { integrationsInOrder, isIntegration, type Integration } from '@zeren/organisation-domain';
import { sameData, type Caller, type Command } from '@zeren/kernel';
import { refuse } from '../refusals.js';
import type { TaskClassified } from './task-classification.events.js';
import { holdsOneOf, ownerOf, requireReason, rolesThatDispatch, type PublishedTask } from './task-state.js';

/** Say under which of the four integrations a task counts, otherwise than its campaign. */
export type ClassifyTask = Command<'ClassifyTask', { readonly integrations: readonly string[]; readonly reason: string }>;

/** The integrations named, once each in their order. */
export const requireIntegrations = (codes: readonly string[]): readonly Integration[] => {
  codes.forEach((code, index) => {
    if (!isIntegration(code)) refuse('integration-unknown', `integrations[${index}]`, { code });
  });
  return integrationsInOrder(codes.filter(isIntegration));
};

/** Only the side that dispatched the task classifies it; also one that has ended, since views are cut by it afterwards too. */
export const decideOnClassification = ({ integrations: said, reason }: ClassifyTask['data'], task: PublishedTask, caller: Caller): readonly TaskClassified[] => {
  if (!holdsOneOf(caller, rolesThatDispatch)) refuse('role-cannot-answer');
  if (ownerOf(task) !== caller.tenantId) refuse('not-the-dispatcher');
  const integrations = requireIntegrations(said);
  if (task.integrations !== null && sameData(task.integrations, integrations)) return [];
  requireReason(reason);
  return [{ type: 'TaskClassified', data: { integrations, reason } }];
};
