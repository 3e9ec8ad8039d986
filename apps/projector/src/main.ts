import { configurationFrom, ConfigurationError, stopWithProcess } from '@zeren/http';
import { prepareDatabase, startProjector } from './projector.js';

const main = async (): Promise<void> => {
  const configuration = configurationFrom(process.env);
  await prepareDatabase(configuration.databaseUrl);
  stopWithProcess(await startProjector(configuration));
};

main().catch((error: unknown) => {
  console.error(error instanceof ConfigurationError ? `projector: ${error.message}` : error);
  process.exit(1);
});
