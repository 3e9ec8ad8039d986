import { filingOf, missingIn, namesSomebody, nothingSaid } from './intake.js';

const said = { ...nothingSaid('hotline'), subject: '巷内垃圾无人清运', areaUnitId: '511902001001', phone: '13800000000', name: '某先生', words: '已经三天了' };

describe('what the operator files', () => {
  it('needs a line, a place, and a phone of whoever is not anonymous', () => {
    expect(missingIn(nothingSaid('hotline'))).toEqual(['subject', 'place', 'phone']);
    expect(missingIn(said)).toEqual([]);
    expect(missingIn({ ...said, disclosure: 'anonymous', phone: '' })).toEqual([]);
  });

  it('needs a reason where it is urgent', () => {
    expect(missingIn({ ...said, isUrgent: true })).toEqual(['urgentReason']);
    expect(filingOf({ ...said, urgentReason: '燃气泄漏' })).toMatchObject({ urgentReason: null });
    expect(filingOf({ ...said, isUrgent: true, urgentReason: '燃气泄漏' })).toMatchObject({ urgentReason: '燃气泄漏' });
  });

  it('leaves no contact of one who stays anonymous, even where one was typed before', () => {
    expect(filingOf({ ...said, disclosure: 'anonymous' })).toMatchObject({ disclosure: 'anonymous', contact: null });
    expect(filingOf(said)).toMatchObject({ contact: { name: '某先生', phone: '13800000000', address: null }, words: '已经三天了' });
  });

  it('names a source only where the channel does not say all', () => {
    expect(filingOf({ ...said, source: '晚报' })).toMatchObject({ source: null });
    expect(filingOf({ ...said, channel: 'media', source: '晚报' })).toMatchObject({ source: '晚报' });
  });

  it('names a registered site with where it stands, or the area alone', () => {
    expect(filingOf(said)).toMatchObject({ place: { areaUnitId: '511902001001', point: null, siteId: null } });
    expect(filingOf({ ...said, site: { siteId: '511900_S1', latitude: '31.85', longitude: '106.76' } }))
      .toMatchObject({ place: { areaUnitId: '511902001001', point: { latitude: '31.85', longitude: '106.76' }, siteId: '511900_S1' } });
  });

  it('is warned that the public line holds a number', () => {
    expect(namesSomebody(said)).toBeNull();
    expect(namesSomebody({ ...said, subject: '请回电 13800000000' })).toBe('phone');
  });
});
