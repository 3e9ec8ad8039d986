import { demo } from './commands/demo.js';
import { rebuildViews } from './commands/rebuild.js';
import { replay } from './commands/replay.js';

const usage = `zeren <command>

  demo [--full] [--url URL]          load the demonstration city through the HTTP API; stop and run again as you like
  rebuild [--verify] [VIEW ...]      build every view anew from the events; with --verify compare row by row instead
  replay STREAM [--url URL] [--as ACCOUNT]
                                     print a stream's history, event by event, with the state before and after

URL defaults to http://127.0.0.1:4350. rebuild reads EVENTSTORE_URL and DATABASE_URL (the owner's login),
or those of a standalone running on this machine.
`;

/** Runs one command; `root` is the repository's folder. Gives the exit code. */
export const run = async (words: readonly string[], root: string): Promise<number> => {
  const [command, ...rest] = words;
  switch (command) {
    case 'demo': return demo(rest, root);
    case 'rebuild': return rebuildViews(rest, root);
    case 'replay': return replay(rest, root);
    default:
      process.stdout.write(usage);
      return command === undefined || command === '--help' || command === 'help' ? 0 : 2;
  }
};
