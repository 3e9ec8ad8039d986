import { choice, readWords, required, wholeNumber, WrongUsage, type Known } from './words.js';

const known: Known = { 'dir': 'value', 'port': 'value', 'quiet': 'alone' };
const bounds = { least: 0, most: 65_535, otherwise: 2_113 };

describe('the words of a command', () => {
  it('give its options, in either form and any order', () => {
    expect([...readWords(['--port', '1', '--quiet', '--dir=a=b'], known)]).toEqual([['port', '1'], ['quiet', ''], ['dir', 'a=b']]);
    expect([...readWords([], known)]).toEqual([]);
  });

  it.each([
    ['an unknown option', ['--prot', '1'], 'There is no option --prot'],
    ['an option named as every object has one', ['--constructor', '1'], 'There is no option --constructor'],
    ['an option without its value at the end', ['--dir'], '--dir lacks its value'],
    ['an option without its value before another', ['--dir', '--quiet'], '--dir lacks its value'],
    ['an option with an empty value', ['--dir='], '--dir lacks its value'],
    ['an option that takes no value with one', ['--quiet=yes'], '--quiet takes no value'],
    ['an option given twice', ['--dir', 'a', '--dir', 'b'], '--dir is given twice'],
    ['a word that is no option', ['--dir', 'a', 'b'], "'b' is not expected here"],
    ['a short option', ['-p', '1'], 'There is no option -p'],
  ])('are refused for %s, which is named', (_title, words, message) => {
    expect(() => readWords(words, known)).toThrow(WrongUsage);
    expect(() => readWords(words, known)).toThrow(message);
  });

  it('must have what is required', () => {
    expect(required(readWords(['--dir', 'a'], known), 'dir', 'where')).toBe('a');
    expect(() => required(readWords([], known), 'dir', 'where')).toThrow('--dir is missing: say where, as in --dir FOLDER.');
  });

  it.each([['0', 0], ['65535', 65_535]])('give %s as a whole number', (text, value) => {
    expect(wholeNumber(readWords(['--port', text], known), 'port', bounds)).toBe(value);
  });

  it('give what stands for a number that is absent', () => {
    expect(wholeNumber(readWords([], known), 'port', bounds)).toBe(2_113);
  });

  it.each(['65536', '1.5', '1e3', ' 1', 'x', '99999999999999999999'])('refuse %j as a whole number and say which there are', (text) => {
    expect(() => wholeNumber(readWords(['--port', text], known), 'port', bounds)).toThrow('give a whole number from 0 to 65535');
  });

  it('give one of several words, the first when absent, and refuse others', () => {
    const given = (...words: string[]) => choice(readWords(words, { log: 'value' }), 'log', ['json', 'text']);
    expect(given('--log', 'text')).toBe('text');
    expect(given()).toBe('json');
    expect(() => given('--log', 'xml')).toThrow('--log xml cannot be used: give one of json, text.');
  });
});
