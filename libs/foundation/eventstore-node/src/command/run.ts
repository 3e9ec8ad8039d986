import { textOf } from '../errors.js';
import { version } from '../version.js';
import { help } from './help.js';
import { start } from './start.js';
import { backup, restore, scavenge, verify } from './upkeep.js';
import { WrongUsage } from './words.js';

const commands = { start, verify, backup, restore, scavenge };
type Name = keyof typeof commands;

/** Runs the command that the words name, `start` when they name none, and resolves with the exit code. */
export async function run(words: readonly string[]): Promise<number> {
  const [first = '--help'] = words;
  if (first === '--help' || first === '-h') return print(help.program);
  if (first === '--version') return print(`${version}\n`);
  try {
    return first.startsWith('-') ? await runNamed('start', words) : await runNamed(first, words.slice(1));
  } catch (error) {
    process.stderr.write(`zeren-eventstore: ${textOf(error)}\n`);
    return error instanceof WrongUsage ? 2 : 1;
  }
}

async function runNamed(name: string, words: readonly string[]): Promise<number> {
  if (!isName(name)) throw new WrongUsage(`There is no command '${name}': --help lists those there are.`);
  return words.includes('--help') || words.includes('-h') ? print(help[name]) : commands[name](words);
}

function isName(word: string): word is Name {
  return Object.hasOwn(commands, word);
}

function print(text: string): number {
  process.stdout.write(text);
  return 0;
}
