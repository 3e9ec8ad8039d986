import { prepareDatabase, startProjector } from '@zeren/projector';
import { stopWithProcess } from '@zeren/http';
import { clockReadFrom } from './demonstration/clock.js';
import { onStart, tell } from './supervisor/messages.js';

onStart(async ({ configuration, clockFile }) => {
  await prepareDatabase(configuration.databaseUrl);
  tell({ type: 'prepared' });
  stopWithProcess(await startProjector(configuration, clockFile === undefined ? undefined : clockReadFrom(clockFile)));
  tell({ type: 'ready' });
});
