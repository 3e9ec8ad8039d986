import { demo } from './commands/demo.js';
import { rebuildViews } from './commands/rebuild.js';
import { replay } from './commands/replay.js';

const usage = `zeren <command>

  demo [--full] [--url URL]          load the demonstration city through the HTTP API; stop and run again as you like
  rebuild [--verify] [VIEW ...]      build every view anew from the events; with --verify compare row by row instead
  replay STREAM [--url URL] [--as ACCOUNT]
                                     print a stream's history, event by event, with the state before and after

Without --url the standalone running on this machine is meant. rebuild reads EVENTSTORE_URL and DATABASE_URL (the
owner's login), or what that standalone runs on.
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
