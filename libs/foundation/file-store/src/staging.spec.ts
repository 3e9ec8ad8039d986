import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { newFolder } from './testing/files.js';
import { Staging, takeIn, writeTo } from './staging.js';

const body = (...chunks: string[]) => Readable.from(chunks.map((chunk) => Buffer.from(chunk)));
const code = (expected: string) => expect.objectContaining({ code: expected }) as unknown;

describe('a file that is taken in', () => {
  const folder = newFolder();
  const path = () => join(folder, 'incoming');
  const isNothingLeft = () => expect(readdirSync(folder)).toEqual([]);

  it('is on disk whole, with its hash and size', async () => {
    const staged = await takeIn(body('责任', '可追究'), path(), 100);
    expect(staged).toEqual({ path: path(), size: 15, hash: createHash('sha256').update('责任可追究').digest('hex') });
    expect(readFileSync(path(), 'utf8')).toBe('责任可追究');
    await new Staging(folder).discard(staged);
    isNothingLeft();
  });

  it('may be as large as the limit and no larger; the rest of the body can still be read', async () => {
    const exact = await takeIn(body('12345', '67890'), path(), 10);
    await new Staging(folder).discard(exact);
    const large = body('12345', '67890', '!', 'the rest');
    await expect(takeIn(large, path(), 10)).rejects.toEqual(code('file-too-large'));
    expect(large.destroyed).toBe(false);
    isNothingLeft();
  });

  it('that is empty is refused', async () => {
    await expect(takeIn(body(), path(), 10)).rejects.toEqual(code('file-empty'));
    isNothingLeft();
  });

  it('that is cut off in the middle leaves nothing behind', async () => {
    const cut = new Readable({ read() { this.push('begun'); this.destroy(new Error('aborted')); } });
    await expect(takeIn(cut, path(), 100)).rejects.toEqual(code('file-cut-off'));
    isNothingLeft();
  });

  it('that the disk has no room for is refused as such', async () => {
    const device = await open('/dev/full', 'w');
    try {
      await expect(writeTo(device, body('bytes'), 100)).rejects.toEqual(code('file-store-full'));
    } finally {
      await device.close();
    }
  });

  it('and was left behind by a process that was killed is removed at the next start, one just begun is not', async () => {
    const [old, young] = [join(folder, 'old'), join(folder, 'young')];
    writeFileSync(old, 'x');
    writeFileSync(young, 'x');
    utimesSync(old, new Date(0), new Date(0));
    await new Staging(folder).prepare();
    expect(readdirSync(folder)).toEqual(['young']);
  });
});
