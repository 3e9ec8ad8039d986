import type { Me } from './rows.js';
import { useRead } from './reads.js';

/**
 * The service's clock at its latest answer, UTC: what lamps and decisions compare with. In a demonstration it is not
 * today's date, so the browser's clock is never asked.
 */
export const useNow = (): string | undefined => useRead<Me>('/me', {}, { immediate: true, fresh: 60_000, every: 300_000 }).data?.now;
