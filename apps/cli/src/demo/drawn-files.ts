import { crc32, deflateSync } from 'node:zlib';
import { between } from './chance.js';

/** Files of the demonstration, drawn by the loader: the same words give the same bytes, on every machine and in every run. */

const [WIDTH, HEIGHT] = [240, 160];
const HORIZON = 100;
/** Sky, far hills, meadow, road, walls, roofs, windows, water. */
const palette = ['c9d9e2', '8fa79a', '7d9a62', '8c8378', 'e4dccb', 'a0322a', '41566b', '5f8ea6'];

const lies = (x: number, left: number, width: number): boolean => x >= left && x < left + width;

type House = { readonly left: number; readonly width: number; readonly height: number };

const colourAt = (x: number, y: number, houses: readonly House[], river: boolean): number => {
  for (const { left, width, height } of houses) {
    if (!lies(x, left, width) || !lies(y, HORIZON + 8 - height, height)) continue;
    if (y < HORIZON + 16 - height) return 5;
    return (x - left) % 10 > 5 && (y - HORIZON + height) % 12 > 6 ? 6 : 4;
  }
  if (y < HORIZON - 22 + Math.abs(((x * 7) % 120) - 60) / 4) return 0;
  if (y < HORIZON) return 1;
  if (lies(y, HORIZON + 30, 16)) return river ? 7 : 3;
  return 2;
};

const chunk = (type: string, data: Buffer): Buffer => {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type), data]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
};

/** A view of some houses before hills, by a road or a river, as a PNG. */
export const drawnPicture = (word: string): Buffer => {
  const houses = Array.from({ length: between(3, 6, 'houses', word) }, (_, at): House => ({
    left: 6 + at * 38 + between(0, 8, 'left', word, at), width: between(20, 32, 'width', word, at), height: between(24, 70, 'height', word, at),
  }));
  const river = between(0, 1, 'river', word) === 1;
  const lines = Array.from({ length: HEIGHT }, (_, y) => [0, ...Array.from({ length: WIDTH }, (__, x) => colourAt(x, y, houses, river))]);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 3, 0, 0, 0], 8);
  // Not compressed: versions of the compressor differ in their bytes.
  const pixels = deflateSync(Buffer.from(lines.flat()), { level: 0 });
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', header), chunk('PLTE', Buffer.from(palette.join(''), 'hex')),
    chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0)),
  ]);
};

const plainText = (text: string): string => text.replace(/[^\x20-\x7e]/g, ' ').replace(/[\\()]/g, '\\$&');

/** A page of A4 with a heading and lines in plain letters, as a PDF. */
export const drawnDocument = (heading: string, lines: readonly string[]): Buffer => {
  const text = [`/F1 18 Tf 72 760 Td (${plainText(heading)}) Tj`, ...lines.map((line) => `/F1 11 Tf 0 -26 Td (${plainText(line)}) Tj`)].join('\n');
  const drawing = `q 0.63 0.2 0.16 RG 1.5 w 72 748 m 523 748 l S Q\nBT\n${text}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>', '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${drawing.length} >>\nstream\n${drawing}\nendstream`, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let file = '%PDF-1.4\n';
  const places = objects.map((object, index) => {
    const place = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  return Buffer.from(`${file}${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`, 'latin1');
};

/** A table as CSV that spreadsheet programs open. */
export const drawnTable = (lines: readonly (readonly string[])[]): Buffer => Buffer.from(`\uFEFF${lines.map((line) => line.join(',')).join('\r\n')}\r\n`);
