import type { Event } from '@zeren/kernel';
import type { Integration } from '@zeren/organisation-domain';

/** It was laid down under which of the four integrations (四个融合) the task counts, whatever its campaign counts under; none at all is a classification too. */
export type TaskClassified = Event<'TaskClassified', { readonly integrations: readonly Integration[]; readonly reason: string }>;
