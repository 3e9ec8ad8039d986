import type { PackEntry } from './pack-entry.js';
import { indexCsv, recordsCsv } from './pack-index.js';

const entry: PackEntry = {
  number: 1, evidenceId: '511902_abc', indicatorCode: 'ENV-01', title: '=HYPERLINK("x"),出水口', format: 'photo', unitId: '511902',
  unitName: { zh: '巴州区', en: 'Bazhou District' }, filedAt: '2013-03-01T02:00:00.000Z', capturedAt: null, latitude: '31.858', longitude: '106.747',
  placeName: null, mediaType: 'image/jpeg', size: 10, sha256: 'ab', state: 'sound', path: 'ENV-01/001_511902_出水口.jpg',
};

describe('the index of a pack', () => {
  it('lists surveys, trainings and experiences with what they came to and where their files lie', () => {
    const survey = { kind: 'survey', id: '511902_s', title: '满意度调查', unitId: '511902', when: '2013-02-01 – 2013-02-20', figures: { asked: 1_200, rate: '87.50' }, evidenceIds: ['511902_abc', '511902_gone'] } as const;
    const [, line] = recordsCsv([survey], [entry]).split('\r\n');
    expect(line).toBe('调查 Survey,满意度调查,511902,2013-02-01 – 2013-02-20,asked: 1200; rate: 87.50,ENV-01/001_511902_出水口.jpg');
  });

  it('names every piece in both languages, and no spreadsheet takes a title for a formula', () => {
    const [heading, line] = indexCsv([entry]).split('\r\n');
    expect(heading).toMatch(/^\uFEFF序号 No\.,指标 Indicator/);
    expect(line).toContain(`"'=HYPERLINK(""x""),出水口",照片 Photo,巴州区 Bazhou District (511902)`);
    expect(line).toContain('"31.858, 106.747",ENV-01/001_511902_出水口.jpg,ab');
  });

  it('says of a file that is missing or changed that it is not in the pack', () => {
    expect(indexCsv([{ ...entry, state: 'changed', path: null }])).toContain('与指纹不符，未装入 Changed since it was filed, not packed');
  });
});
