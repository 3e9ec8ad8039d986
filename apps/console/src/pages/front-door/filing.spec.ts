import { filingOf, isPersonal, missingIn, nothingSaid, photoFault, type DoorSaid } from './filing.js';

const said: DoorSaid = { ...nothingSaid, subject: ' 路灯不亮 ', areas: ['511902', '511902001'], name: '马某', phone: '13812345678' };

describe('a form of the front door', () => {
  it('says what is still missing: what, where and, unless anonymous, who', () => {
    expect(missingIn(nothingSaid)).toEqual(['subject', 'where', 'who']);
    expect(missingIn(said)).toEqual([]);
    expect(missingIn({ ...said, name: '', phone: ' ' })).toEqual(['who']);
    expect(missingIn({ ...said, name: '', phone: '', disclosure: 'anonymous' })).toEqual([]);
  });

  it('sends the smallest area that was chosen, and nothing of who stays anonymous', () => {
    expect(filingOf(said)).toMatchObject({ subject: '路灯不亮', words: null, kind: 'citizen', place: { areaUnitId: '511902001', point: null }, contact: { name: '马某', phone: '13812345678', address: null } });
    expect(filingOf({ ...said, disclosure: 'anonymous' })).toMatchObject({ contact: null });
  });

  it('warns of a telephone number in the line that anybody can read', () => {
    expect(isPersonal(said)).toBe(false);
    expect(isPersonal({ ...said, subject: '路灯不亮，回电13812345678' })).toBe(true);
  });

  it('takes photos of three kinds, none above 10 MB', () => {
    expect(photoFault({ type: 'image/jpeg', size: 1_000 })).toBeUndefined();
    expect(photoFault({ type: 'image/heic', size: 1_000 })).toBe('notPhoto');
    expect(photoFault({ type: 'image/png', size: 50 * 1024 * 1024 })).toBe('tooLarge');
  });
});
