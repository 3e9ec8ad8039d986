import type { CheckpointWatch } from './checkpoint-watch.js';
import { RecentPages } from './recent-pages.js';

const pagesAt = (place: { position: bigint }): RecentPages =>
  new RecentPages({ recentPosition: () => Promise.resolve(place.position) } as unknown as CheckpointWatch);

describe('recent pages', () => {
  it('ask once at a position, and again when the view has moved on', async () => {
    const place = { position: 1n };
    const pages = pagesAt(place);
    let asked = 0;
    const ask = () => Promise.resolve((asked += 1));
    expect(await Promise.all([pages.answer('v', 'q', ask), pages.answer('v', 'q', ask)])).toEqual([1, 1]);
    expect(await pages.answer('v', 'another', ask)).toBe(2);
    place.position = 2n;
    expect(await pages.answer('v', 'q', ask)).toBe(3);
  });

  it('keep no failure', async () => {
    const pages = pagesAt({ position: 1n });
    await expect(pages.answer('v', 'q', () => Promise.reject(new Error('not now')))).rejects.toThrow('not now');
    expect(await pages.answer('v', 'q', () => Promise.resolve('now'))).toBe('now');
  });

  it('keep an answer for a moment only, since a rebuilt view changes at the same position', async () => {
    const pages = pagesAt({ position: 1n });
    await pages.answer('v', 'q', () => Promise.resolve('before'));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await pages.answer('v', 'q', () => Promise.resolve('after'))).toBe('after');
  });
});
