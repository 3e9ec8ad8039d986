import type { Service } from '@zeren/http';

/** The "1435" platform: organisation, integration. */
export const platform: Service = {
  name: 'platform',
  modules: [],
  tables: [],
  refusals: {},
};
