/** Degrees (WGS 84) as decimal text, north and east positive. */
export type Place = { readonly latitude: string; readonly longitude: string };

/** What a camera wrote into a picture about when and where it was taken. */
export type Taken = { readonly at: string | null; readonly place: Place | null };

type Entry = { readonly type: number; readonly count: number; readonly at: number };
type Directory = ReadonlyMap<number, Entry>;

const EXIF_DIRECTORY = 0x8769;
const GPS_DIRECTORY = 0x8825;
const TIME_TAKEN = 0x9003;
const OFFSET_TAKEN = 0x9011;
const gps = { latitudeRef: 1, latitude: 2, longitudeRef: 3, longitude: 4 } as const;

const ASCII = 2;
const RATIONAL = 5;
const bytesOf: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 7: 1, 9: 4, 10: 8 };

/** Reads one block of EXIF data (a TIFF structure). What is outside the block, or of another type than it should be, is not there. */
class Exif {
  private readonly start: number;
  private readonly little: boolean;

  constructor(private readonly block: Buffer) {
    this.start = block.toString('latin1', 0, 6) === 'Exif\u0000\u0000' ? 6 : 0;
    this.little = block.toString('latin1', this.start, this.start + 2) === 'II';
  }

  first(): Directory {
    return this.directory(this.u32(this.start + 4));
  }

  sub(parent: Directory, tag: number): Directory {
    const entry = parent.get(tag);
    return entry ? this.directory(this.u32(entry.at)) : new Map();
  }

  text(directory: Directory, tag: number): string | undefined {
    const entry = directory.get(tag);
    if (entry?.type !== ASCII) return undefined;
    return this.block.toString('latin1', entry.at, entry.at + entry.count).replace(/\u0000.*$/s, '').trim();
  }

  rationals(directory: Directory, tag: number): number[] | undefined {
    const entry = directory.get(tag);
    if (entry?.type !== RATIONAL || entry.count > 8) return undefined;
    return Array.from({ length: entry.count }, (_, index) => this.u32(entry.at + index * 8) / this.u32(entry.at + index * 8 + 4));
  }

  private directory(offset: number): Directory {
    const at = this.start + offset;
    if (offset < 8 || at + 2 > this.block.length) return new Map();
    const count = Math.min(this.u16(at), Math.floor((this.block.length - at - 2) / 12));
    return new Map(Array.from({ length: count }, (_, index) => this.entry(at + 2 + index * 12)).filter((entry) => entry !== undefined));
  }

  private entry(at: number): readonly [number, Entry] | undefined {
    const [type, count] = [this.u16(at + 2), this.u32(at + 4)];
    const bytes = (bytesOf[type] ?? 0) * count;
    const place = bytes <= 4 ? at + 8 : this.start + this.u32(at + 8);
    if (bytes === 0 || place + bytes > this.block.length) return undefined;
    return [this.u16(at), { type, count, at: place }];
  }

  private u16(at: number): number {
    if (at + 2 > this.block.length) return 0;
    return this.little ? this.block.readUInt16LE(at) : this.block.readUInt16BE(at);
  }

  private u32(at: number): number {
    if (at + 4 > this.block.length) return 0;
    return this.little ? this.block.readUInt32LE(at) : this.block.readUInt32BE(at);
  }
}

/** Cameras that name no offset are set to the clock the cities work by. */
const USUAL_OFFSET = '+08:00';

/** Time (UTC) and place (six decimal places, about ten centimetres) of a block of EXIF data. */
export const takenFrom = (block: Buffer | undefined): Taken => {
  if (!block) return { at: null, place: null };
  const exif = new Exif(block);
  const first = exif.first();
  const details = exif.sub(first, EXIF_DIRECTORY);
  const where = exif.sub(first, GPS_DIRECTORY);
  return {
    at: instantOf(exif.text(details, TIME_TAKEN), exif.text(details, OFFSET_TAKEN)),
    place: placeOf(
      degreesOf(exif.rationals(where, gps.latitude), exif.text(where, gps.latitudeRef), 'NS'),
      degreesOf(exif.rationals(where, gps.longitude), exif.text(where, gps.longitudeRef), 'EW'),
    ),
  };
};

const instantOf = (time: string | undefined, offset: string | undefined): string | null => {
  const match = /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2}:\d{2})$/.exec(time ?? '');
  if (!match) return null;
  const zone = /^[+-]\d{2}:\d{2}$/.test(offset ?? '') ? offset : USUAL_OFFSET;
  const moment = new Date(`${match[1]}-${match[2]}-${match[3]}T${match[4]}${zone}`);
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString();
};

const degreesOf = (parts: readonly number[] | undefined, reference: string | undefined, [positive, negative]: string): number | undefined => {
  if (parts?.length !== 3 || (reference !== positive && reference !== negative)) return undefined;
  const [degrees = NaN, minutes = NaN, seconds = NaN] = parts;
  const size = degrees + minutes / 60 + seconds / 3600;
  return Number.isFinite(size) ? (reference === negative ? -size : size) : undefined;
};

const placeOf = (latitude: number | undefined, longitude: number | undefined): Place | null =>
  latitude === undefined || longitude === undefined ? null : { latitude: latitude.toFixed(6), longitude: longitude.toFixed(6) };
