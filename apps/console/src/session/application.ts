import type { Application } from '@zeren/organisation-domain';
import { useRead } from '../api/reads.js';
import type { Me } from '../api/rows.js';

/** The application of the reader's level: what it is made of, and where it begins; undefined until the service has said it. */
export const useApplication = (): Application | undefined => useRead<Me>('/me', {}, { immediate: true, fresh: 60_000 }).data?.application;
