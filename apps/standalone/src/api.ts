import type { Clock } from '@zeren/http';
import { serviceModule, startService, stopWithProcess, systemClock, type Service } from '@zeren/http';
import { accountability } from '@zeren/accountability';
import { platform } from '@zeren/platform';
import { tasks } from '@zeren/tasks';
import type { RequestListener } from 'node:http';
import { serveConsole } from './console-files.js';
import { DemonstrationClock } from './demonstration/clock.js';
import { DemonstrationModule, demonstrationRefusals } from './demonstration/demonstration.module.js';
import { onStart, tell, type ApiSettings, type StartMessage } from './supervisor/messages.js';

const services: readonly Service[] = [platform, tasks, accountability];

/** The three services in one process; the demonstration's own routes only where there is its clock. */
const apiOf = (clock: DemonstrationClock | undefined): Service => ({
  name: 'api',
  modules: [...services.flatMap(({ modules }) => modules), ...(clock ? [DemonstrationModule.register(clock)] : [])],
  tables: [...new Set(services.flatMap(({ tables }) => tables))],
  refusals: Object.assign({}, ...services.map(({ refusals }) => refusals), clock ? demonstrationRefusals : {}) as Service['refusals'],
  ...(platform.admission && { admission: platform.admission }),
  ...(platform.ownWork && { ownWork: platform.ownWork }),
});

const issuerOf = async ({ origin, embeddedIssuer }: ApiSettings): Promise<Record<string, RequestListener>> => {
  if (!embeddedIssuer) return {};
  const { createIssuer, ISSUER_PATH } = await import('./issuer/index.js');
  const { jwks, cookieKey, demoSecret } = embeddedIssuer;
  return { [ISSUER_PATH]: createIssuer({ origin, jwks: JSON.parse(jwks), cookieKeys: [cookieKey], demoSecret }) };
};

onStart(async ({ configuration, clockFile, api }: StartMessage) => {
  if (!api) throw new TypeError('The API was started without its settings');
  const demonstrationClock = clockFile === undefined ? undefined : new DemonstrationClock(clockFile);
  const clock: Clock = demonstrationClock ?? systemClock;
  const running = await startService(serviceModule(apiOf(demonstrationClock), configuration, clock), {
    ...configuration,
    name: 'api',
    mounts: await issuerOf(api),
    configure: (fastify) => serveConsole(fastify, api.consoleFolder, api.origin),
  });
  stopWithProcess(running);
  tell({ type: 'ready' });
});
