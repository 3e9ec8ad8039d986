import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { newFolder } from './testing/files.js';
import { mediaTypeShown, requireShown } from './content.js';

describe('the type of a file', () => {
  const folder = newFolder();
  const shown = (content: Buffer | string) => {
    const path = join(folder, 'file');
    writeFileSync(path, content);
    return mediaTypeShown(path);
  };

  it.each<[string, () => Buffer | string | Promise<Buffer>, string]>([
    ['a PNG', () => sharp({ create: { width: 2, height: 2, channels: 3, background: 'red' } }).png().toBuffer(), 'image/png'],
    ['a PDF', () => '%PDF-1.7\n%âãÏÓ\n', 'application/pdf'],
    ['a program', () => Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]), 'application/x-msdownload'],
    ['a table as UTF-8', () => '单位,完成率\r\n巴州区,99.5\r\n', 'text/plain'],
    ['a table as GB 18030', () => Buffer.from([0xb5, 0xa5, 0xce, 0xbb, 0x2c, 0x31, 0x0d, 0x0a]), 'text/plain'],
    ['bytes that are nothing', () => Buffer.from([1, 2, 3, 0, 255, 254, 7]), 'application/octet-stream'],
  ])('is read from the content: %s', async (_, content, type) => {
    expect(await shown(await content())).toBe(type);
  });

  it('is what was declared and is shown too; all kinds of text show the same', () => {
    expect(() => requireShown('application/pdf', 'application/pdf')).not.toThrow();
    expect(() => requireShown('text/csv', 'text/plain')).not.toThrow();
  });

  it('that lies is refused, with what it says and what it is', () => {
    const lie = (declared: string, found: string): unknown => {
      try {
        return requireShown(declared, found);
      } catch (error) {
        return error;
      }
    };
    expect(lie('image/jpeg', 'application/x-msdownload')).toMatchObject({ status: 422, code: 'file-type-differs', details: { declared: 'image/jpeg', found: 'application/x-msdownload' } });
    expect(lie('text/csv', 'image/png')).toMatchObject({ code: 'file-type-differs' });
    expect(lie('image/png', 'text/plain')).toMatchObject({ code: 'file-type-differs' });
  });
});
