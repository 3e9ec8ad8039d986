import { run } from './command/run.js';

// What forked this process may keep a channel to it open, which would keep it alive.
void run(process.argv.slice(2)).then((code) => { process.exit(code); });
