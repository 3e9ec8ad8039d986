import { parseArgs } from 'node:util';

/** A command that cannot be run as it was written: which word, what is wrong with it, and what to do. */
export class WrongUsage extends Error {
  override readonly name = 'WrongUsage';
}

/** The options a command knows: whether each is followed by a value or stands alone. */
export type Known = Readonly<Record<string, 'value' | 'alone'>>;

/** The options that were given; one that stands alone has an empty value. */
export type Given = ReadonlyMap<string, string>;

/** Reads the words after a command. Throws WrongUsage. */
export function readWords(words: readonly string[], known: Known): Given {
  const options = Object.fromEntries(Object.entries(known).map(([name, form]) => [name, { type: form === 'value' ? 'string' : 'boolean' } as const]));
  const { tokens } = parseArgs({ args: [...words], options, strict: false, allowPositionals: true, tokens: true });
  const given = new Map<string, string>();
  for (const token of tokens) {
    if (token.kind === 'option-terminator') continue;
    if (token.kind === 'positional') throw new WrongUsage(`'${token.value}' is not expected here: every setting is an option that begins with --.`);
    if (given.has(token.name)) throw new WrongUsage(`${token.rawName} is given twice: give it once.`);
    given.set(token.name, valueOf(token, known));
  }
  return given;
}

type OptionToken = { name: string; rawName: string; value: string | undefined };

function valueOf({ name, rawName, value }: OptionToken, known: Known): string {
  const form = Object.hasOwn(known, name) ? known[name] : undefined;
  if (form === undefined) throw new WrongUsage(`There is no option ${rawName}: --help lists those there are.`);
  if (form === 'alone') {
    if (value !== undefined) throw new WrongUsage(`${rawName} takes no value: write it alone.`);
    return '';
  }
  if (value === undefined || value === '' || value.startsWith('--')) throw new WrongUsage(`${rawName} lacks its value: write it after the option.`);
  return value;
}

/** The value of an option that must be given. */
export function required(given: Given, name: string, meaning: string): string {
  const value = given.get(name);
  if (value !== undefined) return value;
  throw new WrongUsage(`--${name} is missing: say ${meaning}, as in --${name} FOLDER.`);
}

/** A whole number within bounds, or what stands for it when the option is not given. */
export function wholeNumber(given: Given, name: string, { least, most, otherwise }: { least: number; most: number; otherwise: number }): number {
  const text = given.get(name);
  if (text === undefined) return otherwise;
  const value = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
  if (value >= least && value <= most) return value;
  throw new WrongUsage(`--${name} ${text} cannot be used: give a whole number from ${least} to ${most}.`);
}

/** One of several words, or the first of them when the option is not given. */
export function choice<Word extends string>(given: Given, name: string, words: readonly [Word, ...Word[]]): Word {
  const text = given.get(name);
  if (text === undefined) return words[0];
  const chosen = words.find((word) => word === text);
  if (chosen !== undefined) return chosen;
  throw new WrongUsage(`--${name} ${text} cannot be used: give one of ${words.join(', ')}.`);
}
