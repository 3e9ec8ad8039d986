import type { PublicSite } from '@zeren/requests-domain';
import { filingOf, isPersonal, missingIn, nothingSaid, photoFault, placed, type DoorSaid } from './filing.js';

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

  it('takes area and point from a site, which it is no longer once either is chosen by hand', () => {
    const point = { latitude: '31.8612', longitude: '106.7531' };
    const market: PublicSite = { siteId: '511900_BZ-1', name: { zh: '市场', en: 'Market' }, siteType: 'market', point, areaUnitIds: ['511902', '511902001', '511902001001'] };
    const there = { ...said, ...placed.atSite(market) };
    expect(filingOf(there)).toMatchObject({ place: { areaUnitId: '511902001001', point, siteId: '511900_BZ-1' } });
    expect(filingOf({ ...there, ...placed.inAreas(there, ['511903']) })).toMatchObject({ place: { areaUnitId: '511903', point: null, siteId: null } });
    const marked = { latitude: '31.8700', longitude: '106.7600' };
    expect(filingOf({ ...there, ...placed.atPoint(marked) })).toMatchObject({ place: { areaUnitId: '511902001001', point: marked, siteId: null } });
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
