import { prepareDatabase, startProjector } from '@zeren/projector';
import { stopWithProcess } from '@zeren/http';
import { clockReadFrom } from './demonstration/clock.js';
import { onStart, tell } from './supervisor/messages.js';

onStart(async ({ configuration, clockFile }) => {
  await prepareDatabase(configuration.databaseUrl);
  tell({ type: 'prepared' });
  stopWithProcess(await startProjector(configuration, {
    // The data folder admits one standalone, so its one projector may take over from the one that was killed.
    holder: 'standalone',
    ...(clockFile === undefined ? {} : { clock: clockReadFrom(clockFile) }),
  }));
  tell({ type: 'ready' });
});
