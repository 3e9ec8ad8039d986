import { setTimeout as delay } from 'node:timers/promises';
import { Turns } from './turns.js';

describe('turns', () => {
  const slowly = (log: string[], name: string) => async () => {
    log.push(`${name} begins`);
    await delay(5);
    log.push(`${name} ends`);
    return name;
  };

  it('on the same key are taken one after the other, in the order they came', async () => {
    const turns = new Turns();
    const log: string[] = [];
    const results = await Promise.all(['a', 'b', 'c'].map((name) => turns.take('key', slowly(log, name))));
    expect(results).toEqual(['a', 'b', 'c']);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  });

  it('on different keys go on side by side', async () => {
    const turns = new Turns();
    const log: string[] = [];
    await Promise.all(['a', 'b'].map((name) => turns.take(name, slowly(log, name))));
    expect(log.slice(0, 2)).toEqual(['a begins', 'b begins']);
  });

  it('that fail do not hold up the next', async () => {
    const turns = new Turns();
    const failing = turns.take('key', () => Promise.reject(new Error('refused')));
    const next = turns.take('key', () => Promise.resolve('done'));
    await expect(failing).rejects.toThrow('refused');
    expect(await next).toBe('done');
  });
});
