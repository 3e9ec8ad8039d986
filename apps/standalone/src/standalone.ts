import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Child } from './supervisor/child.js';
import { lineFor } from './supervisor/cannot-start.js';
import type { Secrets } from './supervisor/secrets.js';
import { settingsFrom, type Settings } from './supervisor/settings.js';
import { Supervisor } from './supervisor/supervisor.js';

const say = (line: string): void => console.log(line);

/** Runs the whole product until it is told to stop. What stands in the way is one line and exit code 1. */
export const runStandalone = async (environment: NodeJS.ProcessEnv, root: string): Promise<void> => {
  const settings = readSettings(environment, root);
  const supervisor = new Supervisor(settings, say);
  const signals = stopOnSignals(() => supervisor.stop());
  try {
    const secrets = await supervisor.start();
    greet(settings, secrets);
    loadDemo(supervisor, settings, environment);
  } catch (error) {
    if (signals.received) return;
    giveUp(error, settings.data);
  }
};

const readSettings = (environment: NodeJS.ProcessEnv, root: string): Settings => {
  try {
    return settingsFrom(environment, root);
  } catch (error) {
    return giveUp(error, root);
  }
};

const giveUp = (error: unknown, data: string): never => {
  console.error(lineFor(error, data) ?? error);
  process.exit(1);
};

/** Stops in order when a signal comes or the process that started this one goes. */
const stopOnSignals = (stop: () => Promise<void>): { readonly received: boolean } => {
  const signals = { received: false };
  const leave = (): void => {
    if (signals.received) return;
    signals.received = true;
    stop().then(() => process.exit(0), (error: unknown) => giveUp(error, ''));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, leave);
  process.once('disconnect', leave);
  return signals;
};

const greet = ({ origin, issuer, data }: Settings, { demoSecret }: Secrets): void => {
  say('');
  say(`Zeren is ready: ${origin}`);
  if (issuer) return;
  say(`
Demonstration accounts (choose one at sign-in; for programs the secret is ${demoSecret}):
  511900.city-office      city office              511902.district-office  district office of Bazhou
  511900.leader           head of the city         511900-health.officer   officer of the Health Bureau
  511900.auditor          auditor                  511900.integrator       integration

Three things to try:
  1. Sign in at ${origin} as 511900.city-office: open a ranking, a score, and the events behind it.
  2. Follow the events of the city from a terminal:
     TOKEN=$(curl -s -u 511900.integrator:${demoSecret} -d grant_type=client_credentials ${origin}/oidc/token | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
     curl -N -H "Authorization: Bearer $TOKEN" ${origin}/api/v1/events
  3. Build every view anew from the events and compare: npx zeren rebuild --verify

Data and logs: ${data}. Ctrl-C stops everything.
`);
};

/** The loader is a client like any other and knows no supervisor: this makes it leave when that has gone. */
const leaveWithSupervisor = 'data:text/javascript,process.once("disconnect",()=>process.exit(1));process.channel.unref()';

/** Loads the demonstration city beside the running product, once per data folder; it goes on where it was stopped. */
const loadDemo = (supervisor: Supervisor, settings: Settings, environment: NodeJS.ProcessEnv): void => {
  const loaded = join(settings.data, 'demo-loaded');
  const file = join(settings.root, 'apps', 'cli', 'bin', 'zeren.mjs');
  if (!settings.loadDemo || settings.issuer || existsSync(loaded)) return;
  const log = join(settings.data, 'logs', 'demo.log');
  say(`The demonstration city is being loaded; the console shows how far it is (log: ${log}).`);
  const loader = new Child({
    name: 'demo loader', file, args: ['demo', '--url', settings.origin], log, environment: { ...environment, ZEREN_DATA: settings.data },
    execArgv: ['--import', leaveWithSupervisor],
  });
  supervisor.stopFirst(loader);
  void loader.ended.then(async (code) => {
    if (code === 0) {
      await writeFile(loaded, '');
      say('The demonstration city is loaded.');
    } else if (code !== null) say(`The demonstration city was not loaded to its end: see ${log}, and go on with npm run demo.`);
  });
};
