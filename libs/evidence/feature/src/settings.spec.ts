import { evidenceSettingsFrom } from './settings.js';

describe('the evidence store is configured', () => {
  it('by a folder of its own under the data folder, with limits that can be set', () => {
    expect(evidenceSettingsFrom({ ZEREN_DATA: '/data' })).toMatchObject({ folder: '/data/evidence', staging: '/data/evidence/incoming', maxFiles: 50 });
    expect(evidenceSettingsFrom({ ZEREN_DATA: '/data', EVIDENCE_MAX_FILES: '3' })).toMatchObject({ maxFiles: 3 });
    expect(() => evidenceSettingsFrom({ ZEREN_DATA: '/data', EVIDENCE_MAX_BYTES: 'much' })).toThrow('EVIDENCE_MAX_BYTES must be a whole number above 0, not "much"');
  });
});
