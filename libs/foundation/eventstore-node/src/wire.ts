/** The protobuf wire format, as much of it as is needed: messages are read and written without objects in between. */

const lengthDelimited = 2;

/** Reads the fields of one protobuf message in the order they were sent. Byte fields are views, not copies. */
export class WireReader {
  #wireType = 0;

  /** Reads a message that is all of `bytes`, or the part of it from `position` up to `end`. */
  constructor(private readonly bytes: Buffer, private position = 0, private readonly end = bytes.length) {}

  /** The number of the next field, or 0 at the end. Read its value with the method for its type, or `skip`. */
  next(): number {
    if (this.position >= this.end) return 0;
    const tag = this.number();
    this.#wireType = tag & 7;
    return tag >>> 3;
  }

  /** A varint that is known to stay below 2^53. */
  number(): number {
    let value = 0;
    let scale = 1;
    for (;;) {
      const byte = this.#byte();
      value += (byte & 0x7f) * scale;
      if (byte < 0x80) return value;
      scale *= 128;
    }
  }

  /** A varint of up to 64 bits. */
  uint64(): bigint {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.#byte();
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return BigInt.asUintN(64, value);
    }
    throw new RangeError('A number is longer than 64 bits.');
  }

  /** The contents of a length-delimited field, as a view on the message. */
  view(): Buffer {
    const start = this.#pass();
    return this.bytes.subarray(start, this.position);
  }

  /** The contents of a message field, to be read in turn. */
  message(): WireReader {
    const start = this.#pass();
    return new WireReader(this.bytes, start, this.position);
  }

  text(encoding: 'utf8' | 'latin1' = 'utf8'): string {
    const start = this.#pass();
    return this.bytes.toString(encoding, start, this.position);
  }

  skip(): void {
    if (this.#wireType === 0) this.uint64();
    else if (this.#wireType === lengthDelimited) this.#pass();
    else if (this.#wireType === 1) this.position += 8;
    else if (this.#wireType === 5) this.position += 4;
    else throw new RangeError(`A field has the unknown wire type ${this.#wireType}.`);
  }

  /** Passes over the contents of a length-delimited field and returns where they start. */
  #pass(): number {
    const length = this.number();
    const start = this.position;
    if (start + length > this.end) throw new RangeError('A field ends after its message.');
    this.position = start + length;
    return start;
  }

  #byte(): number {
    if (this.position >= this.end) throw new RangeError('A message ends inside a field.');
    return this.bytes[this.position++] as number;
  }
}

/** How many bytes `value` takes as a varint. */
export function varintLength(value: number): number {
  let length = 1;
  for (let limit = 128; value >= limit; limit *= 128) length++;
  return length;
}

/** Writes a varint below 2^53 at `offset` and returns the offset after it. */
export function writeVarint(target: Buffer, value: number, offset: number): number {
  let rest = value;
  let at = offset;
  // Beyond 31 bits there are no bit operations.
  for (; rest >= 2 ** 31; rest = Math.floor(rest / 128)) target[at++] = (rest % 128) | 0x80;
  for (; rest >= 128; rest >>>= 7) target[at++] = (rest & 0x7f) | 0x80;
  target[at++] = rest;
  return at;
}

/** How many bytes a length-delimited field (number below 16) with `length` bytes of content takes. */
export function fieldLength(length: number): number {
  return 1 + varintLength(length) + length;
}

/** Writes tag and length of a length-delimited field (number below 16) and returns the offset of its content. */
export function writeFieldStart(target: Buffer, field: number, length: number, offset: number): number {
  target[offset] = (field << 3) | lengthDelimited;
  return writeVarint(target, length, offset + 1);
}

/** Writes a length-delimited field (number below 16) and returns the offset after it. */
export function writeBytes(target: Buffer, field: number, content: Buffer, offset: number): number {
  const at = writeFieldStart(target, field, content.length, offset);
  return at + content.copy(target, at);
}

/** Writes a varint field (number below 16) with a value below 2^53 and returns the offset after it. */
export function writeNumber(target: Buffer, field: number, value: number, offset: number): number {
  target[offset] = field << 3;
  return writeVarint(target, value, offset + 1);
}

/** A length-delimited field (number below 2,048) with the given content. */
export function bytesField(field: number, content: Buffer): Buffer {
  if (field >= 16) return Buffer.concat([Buffer.from(wideTag(field, lengthDelimited)), varintBytes(content.length), content]);
  const target = Buffer.allocUnsafe(fieldLength(content.length));
  content.copy(target, writeFieldStart(target, field, content.length, 0));
  return target;
}

export function textField(field: number, content: string): Buffer {
  return bytesField(field, Buffer.from(content, 'utf8'));
}

/** A varint field (number below 2,048). Values of 2^53 and above must be given as bigint. */
export function varintField(field: number, value: number | bigint): Buffer {
  if (typeof value === 'number' && field < 16) {
    const target = Buffer.allocUnsafe(1 + varintLength(value));
    writeNumber(target, field, value, 0);
    return target;
  }
  const bytes = field < 16 ? [field << 3] : wideTag(field, 0);
  let rest = BigInt(value);
  while (rest >= 128n) {
    bytes.push(Number(rest & 0x7fn) | 0x80);
    rest >>= 7n;
  }
  bytes.push(Number(rest));
  return Buffer.from(bytes);
}

/** A message field (number below 16) made of the given fields. */
export function messageField(field: number, ...fields: Buffer[]): Buffer {
  return bytesField(field, fields.length === 1 && fields[0] ? fields[0] : Buffer.concat(fields));
}

/** The tag of a field whose number is 16 or more and below 2,048. */
function wideTag(field: number, wireType: number): number[] {
  return [((field << 3) & 0x7f) | wireType | 0x80, field >>> 4];
}

function varintBytes(value: number): Buffer {
  const bytes = Buffer.allocUnsafe(varintLength(value));
  writeVarint(bytes, value, 0);
  return bytes;
}
