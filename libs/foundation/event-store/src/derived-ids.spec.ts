import { deriveId, deriveUuid } from './derived-ids.js';

describe('derived ids', () => {
  it('are the same for the same parts', () => {
    expect(deriveId('511900', 'officer-1', 'key')).toBe(deriveId('511900', 'officer-1', 'key'));
    expect(deriveUuid('511900', 'officer-1', 'key')).toBe(deriveUuid('511900', 'officer-1', 'key'));
  });

  it('differ where a part or the bounds between parts differ', () => {
    const ids = [['a', 'bc'], ['ab', 'c'], ['abc'], ['a', 'bd'], ['bc', 'a'], ['a\u0000bc']].map((parts) => deriveId(...parts));
    expect(new Set(ids).size).toBe(6);
  });

  it('of streams are 16 lower-case base32 characters, the leading bits of the SHA-256 of the parts', () => {
    expect(deriveId('511900', '键')).toMatch(/^[a-z2-7]{16}$/);
    expect(deriveId('a')).toBe('b223rvxydpdhpwuk');
  });

  it('of events are UUIDs of version 8', () => {
    expect(deriveUuid('a')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  });
});
