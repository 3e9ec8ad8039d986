import { countFrom, fileStoreSettingsFrom } from './settings.js';

const s3 = { S3_ENDPOINT: 'http://store', S3_BUCKET: 'files', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'secret' };

describe('the file store is configured', () => {
  it('by a data folder, or by an S3-compatible store', () => {
    expect(fileStoreSettingsFrom({ ZEREN_DATA: '/data' }, 'photos')).toEqual({ folder: '/data/photos', s3: undefined, staging: '/data/photos/incoming' });
    expect(fileStoreSettingsFrom(s3, 'photos').s3).toEqual({ endpoint: 'http://store', bucket: 'files', region: 'us-east-1', accessKeyId: 'id', secretAccessKey: 'secret' });
  });

  it('or it says in one line what is missing', () => {
    expect(() => fileStoreSettingsFrom({}, 'photos')).toThrow('Set S3_ENDPOINT or ZEREN_DATA');
    expect(() => fileStoreSettingsFrom({ ...s3, S3_BUCKET: '' }, 'photos')).toThrow('Set S3_BUCKET');
    expect(() => countFrom({ MOST: 'much' }, 'MOST', 1)).toThrow('MOST must be a whole number above 0, not "much"');
  });
});
