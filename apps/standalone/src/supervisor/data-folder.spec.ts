import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeDataFolder } from './data-folder.js';

describe('a data folder', () => {
  let parent: string;
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'zeren-folder-'));
  });
  afterEach(() => rmSync(parent, { recursive: true }));

  it.each([['short', 'data'], ['longer than a socket may be', 'd'.repeat(120)]])(
    'whose path is %s is taken by one copy at a time, and is free once released',
    async (_, name) => {
      const folder = join(parent, name);
      const first = await takeDataFolder(folder);
      await expect(takeDataFolder(folder)).rejects.toThrow(`The data folder ${folder} is in use by another copy of Zeren`);
      await first.release();
      await (await takeDataFolder(folder)).release();
    },
  );

  it('that cannot be made is named, in one line', async () => {
    writeFileSync(join(parent, 'file'), '');
    const folder = join(parent, 'file', 'data');
    await expect(takeDataFolder(folder)).rejects.toThrow(`The data folder ${folder} cannot be made (ENOTDIR)`);
  });
});
