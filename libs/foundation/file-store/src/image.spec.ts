import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { bombOf, newFolder, photoFromPhone } from './testing/files.js';
import { takenFrom } from './exif.js';
import { rewriteImage } from './image.js';

describe('a picture', () => {
  const folder = newFolder();
  const [from, to] = [join(folder, 'from'), join(folder, 'to')];
  const rewritten = async (content: Buffer, mediaType = 'image/jpeg', maxPixels = 1_000_000) => {
    writeFileSync(from, content);
    return rewriteImage(from, to, { mediaType, maxPixels });
  };

  it('keeps nothing but the picture; when and where it was taken is told apart', async () => {
    const photo = await photoFromPhone();
    expect(photo.includes('Owner of the telephone')).toBe(true);
    const taken = await rewritten(Buffer.concat([photo, Buffer.from('appended')]));
    expect(taken).toEqual({ at: '2013-03-01T01:30:00.000Z', place: { latitude: '31.858000', longitude: '106.747000' } });
    const kept = readFileSync(to);
    expect(kept.includes('Owner of the telephone') || kept.includes('appended') || kept.includes('GPS')).toBe(false);
    expect(await sharp(kept).metadata()).toMatchObject({ format: 'jpeg', width: 64, height: 48 });
    expect((await sharp(kept).metadata()).exif).toBeUndefined();
  });

  it('gives the same bytes every time', async () => {
    const photo = await photoFromPhone();
    await rewritten(photo);
    const first = readFileSync(to);
    await rewritten(photo);
    expect(readFileSync(to).equals(first)).toBe(true);
  });

  it('is turned as the camera was held', async () => {
    const upright = await sharp({ create: { width: 20, height: 10, channels: 3, background: 'red' } }).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    await rewritten(upright);
    expect(await sharp(readFileSync(to)).metadata()).toMatchObject({ width: 10, height: 20 });
  });

  it.each([
    ['cut off', async () => (await photoFromPhone({ width: 400, height: 400 })).subarray(0, 1_000)],
    ['of nothing but its first bytes', () => Promise.resolve(Buffer.from([0xff, 0xd8, 0xff, 0xe0]))],
  ])('that is broken, %s, is refused', async (_, content) => {
    await expect(rewritten(await content())).rejects.toMatchObject({ status: 422, code: 'file-image-broken' });
  });

  it('of more pixels than allowed is refused by its header, before it is unpacked', async () => {
    const bomb = await bombOf(50_000);
    expect(bomb.length).toBeLessThan(1_000);
    await expect(rewritten(bomb, 'image/png', 100_000_000)).rejects.toMatchObject({
      code: 'file-image-too-large', details: { width: 50_000, height: 50_000, limit: 100_000_000 },
    });
  });
});

describe('what a camera wrote', () => {
  it('is nothing where there is nothing, and nothing where it makes no sense', () => {
    const nothing = { at: null, place: null };
    expect(takenFrom(undefined)).toEqual(nothing);
    expect(takenFrom(Buffer.from(''))).toEqual(nothing);
    expect(takenFrom(Buffer.from('II*\u0000\u00ff\u00ff\u00ff\u00ff', 'latin1'))).toEqual(nothing);
    expect(takenFrom(Buffer.alloc(64, 0xff))).toEqual(nothing);
  });

  it('never leads outside the block, whatever it says', async () => {
    const { exif } = await sharp(await photoFromPhone()).metadata();
    const block = exif as Buffer;
    for (let at = 0; at < block.length; at += 1) {
      const damaged = Buffer.from(block);
      damaged[at] = 0xff;
      expect(() => takenFrom(damaged)).not.toThrow();
      expect(() => takenFrom(block.subarray(0, at))).not.toThrow();
    }
  });
});
