import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';

export const newFolder = (): string => mkdtempSync(join(tmpdir(), 'zeren-files-'));

/** A picture as a phone takes it: with the place, the time, the device and its owner. */
export const photoFromPhone = ({ width = 64, height = 48 } = {}): Promise<Buffer> =>
  sharp({ create: { width, height, channels: 3, background: '#336699' } })
    .withExif({
      IFD0: { Make: 'Telephone', Artist: 'Owner of the telephone' },
      IFD2: { DateTimeOriginal: '2013:03:01 09:30:00' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '31/1 51/1 2880/100', GPSLongitudeRef: 'E', GPSLongitude: '106/1 44/1 4920/100' },
    })
    .jpeg().toBuffer();

/** The header of a PNG that says it is of this size; there is hardly anything behind it. */
export const bombOf = async (side: number): Promise<Buffer> => {
  const image = await sharp({ create: { width: 8, height: 8, channels: 3, background: 'black' } }).png().toBuffer();
  image.writeUInt32BE(side, 16);
  image.writeUInt32BE(side, 20);
  return withChecksum(image);
};

const withChecksum = (image: Buffer): Buffer => {
  const header = image.subarray(12, 29);
  let checksum = 0xffffffff;
  for (const byte of header) {
    checksum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) checksum = (checksum >>> 1) ^ (checksum & 1 ? 0xedb88320 : 0);
  }
  image.writeUInt32BE((checksum ^ 0xffffffff) >>> 0, 29);
  return image;
};
