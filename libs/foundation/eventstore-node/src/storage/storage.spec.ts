import { createHash, randomUUID } from 'node:crypto';
import { nameKey } from './keys.js';
import { RecentIds } from './recent-ids.js';
import { decodeRecord, encodeRecord, idOf, isIntact, tombstoneRevision, type ProposedEvent } from './record.js';
import { parseStreamMetadata, withTruncateBefore } from './stream-metadata.js';

const event: ProposedEvent = {
  id: randomUUID(), type: '任务发布', contentType: 'application/json', metadata: Buffer.from('{"by":"市创城办"}'), data: Buffer.from('{"n":1}'),
};

describe('a record', () => {
  it.each([0, 127, 128, 16_384, 2 ** 32, 2 ** 40])('gives back everything that was put into it at position %i', (position) => {
    const record = encodeRecord(event, { stream: Buffer.from('责任状-511900'), revision: position, position, createdAt: 1_700_000_000_123 });
    expect(decodeRecord(record)).toEqual({
      ...event, stream: '责任状-511900', revision: BigInt(position), position, createdAt: 1_700_000_000_123,
    });
    expect(idOf(record)).toBe(event.id);
  });

  it('holds the largest revision, which only a tombstone has', () => {
    const record = encodeRecord(event, { stream: Buffer.from('s'), revision: tombstoneRevision, position: 64, createdAt: 0 });
    expect(decodeRecord(record).revision).toBe(2n ** 63n - 1n);
  });

  it('notices every single changed byte', () => {
    const record = encodeRecord(event, { stream: Buffer.from('s'), revision: 3, position: 64, createdAt: 0 });
    expect(isIntact(record)).toBe(true);
    for (let at = 0; at < record.length; at++) {
      const changed = Buffer.from(record);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(isIntact(changed)).toBe(false);
    }
  });
});

describe('the key of a stream name', () => {
  it('differs for long names that differ only at their end, and fits what lmdb takes', () => {
    const long = '长'.repeat(3_000);
    expect(nameKey(long)).not.toEqual(nameKey(`${long}!`));
    expect(nameKey(long).length).toBeLessThan(1_978);
  });
});

/** The same ids in every run, spread like random ones. */
function numberedId(index: number): string {
  return createHash('sha1').update(String(index)).digest('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, '$1-$2-$3-$4-$5');
}

describe('recent ids', () => {
  it('finds each of the last 30,000 ids, however many were before, and hardly any that was not written', () => {
    const recent = new RecentIds();
    for (let before = 0; before < 100_000; before++) recent.add(numberedId(-before - 1), 1);
    const ids = Array.from({ length: 30_000 }, (_, index) => numberedId(index));
    ids.forEach((id, index) => { recent.add(id, 64 + index); });
    expect(ids.every((id, index) => recent.find(id).includes(64 + index))).toBe(true);
    const found = Array.from({ length: 10_000 }, (_, index) => recent.find(numberedId(1_000_000 + index))).filter((positions) => positions.length > 0);
    expect(found.length).toBeLessThan(5);
  });
});

describe('stream metadata', () => {
  it.each([
    ['{"$maxCount":3,"$maxAge":60,"$tb":7}', { maxCount: 3, maxAge: 60, truncateBefore: 7, deleted: false }],
    ['{"$tb":9223372036854775807}', { deleted: true }],
    ['{"$maxCount":"3","$tb":-1}', { truncateBefore: 0, deleted: false }],
    ['[1]', { truncateBefore: 0, deleted: false }],
    ['not json', { truncateBefore: 0, deleted: false }],
  ])('reads %s', (text, expected) => {
    expect(parseStreamMetadata(Buffer.from(text))).toMatchObject(expected);
  });

  it('reads an access list of names or of one name, and ignores the rest', () => {
    const { access } = parseStreamMetadata(Buffer.from('{"$acl":{"$r":"clerk","$w":["a","b",3],"$x":"y"}}'));
    expect(access).toEqual({ $r: ['clerk'], $w: ['a', 'b'] });
  });

  it('changes $tb to the digits given and keeps everything else', () => {
    expect(withTruncateBefore(Buffer.from('{"$tb":3,"owner":"city"}'), '9223372036854775807').toString()).toBe('{"owner":"city","$tb":9223372036854775807}');
    expect(withTruncateBefore(undefined, '5').toString()).toBe('{"$tb":5}');
  });
});
