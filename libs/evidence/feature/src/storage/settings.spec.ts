import { evidenceSettingsFrom } from './settings.js';

const s3 = { S3_ENDPOINT: 'http://store', S3_BUCKET: 'evidence', S3_ACCESS_KEY_ID: 'id', S3_SECRET_ACCESS_KEY: 'secret' };

describe('the evidence store is configured', () => {
  it('by a data folder, or by an S3-compatible store', () => {
    expect(evidenceSettingsFrom({ ZEREN_DATA: '/data' })).toMatchObject({ folder: '/data/evidence', s3: undefined, staging: '/data/evidence/incoming', maxFiles: 50 });
    expect(evidenceSettingsFrom(s3).s3).toEqual({ endpoint: 'http://store', bucket: 'evidence', region: 'us-east-1', accessKeyId: 'id', secretAccessKey: 'secret' });
  });

  it.each([
    [{}, 'Set S3_ENDPOINT or ZEREN_DATA'],
    [{ ...s3, S3_BUCKET: '' }, 'Set S3_BUCKET'],
    [{ ZEREN_DATA: '/data', EVIDENCE_MAX_BYTES: 'much' }, 'EVIDENCE_MAX_BYTES must be a whole number above 0, not "much"'],
  ])('or it says in one line what is missing: %j', (environment, line) => {
    expect(() => evidenceSettingsFrom(environment)).toThrow(line);
  });
});
