import type { LocalisedText } from '@zeren/kernel';
import { neutralised } from '../spreadsheet-text.js';
import type { PackEntry } from './pack-entry.js';
import type { PackRecord } from './pack-records.js';

/** What a pack is of. */
export type PackSubject = {
  readonly campaignId: string;
  readonly campaignName: LocalisedText;
  /** Null where it is the whole campaign's. */
  readonly indicatorCode: string | null;
  /** The store's position as of which the evidence was read. */
  readonly position: string;
};

/** The index for programs. */
export const indexJson = (subject: PackSubject, entries: readonly PackEntry[], records: readonly PackRecord[]): string =>
  `${JSON.stringify({ ...subject, count: entries.length, evidence: entries, records }, null, 2)}\n`;

type Columns<Line> = readonly (readonly [heading: string, value: (line: Line) => string])[];

const columns: Columns<PackEntry> = [
  ['序号 No.', ({ number }) => String(number)],
  ['指标 Indicator', ({ indicatorCode }) => indicatorCode ?? ''],
  ['名称 Title', ({ title }) => title],
  ['形式 Form', ({ format }) => formats[format]],
  ['单位 Unit', ({ unitId, unitName }) => (unitName ? `${unitName.zh} ${unitName.en} (${unitId})` : unitId)],
  ['建档时间 Filed', ({ filedAt }) => filedAt],
  ['拍摄时间 Taken', ({ capturedAt }) => capturedAt ?? ''],
  ['地点 Place', ({ latitude, longitude, placeName }) => [placeName, latitude === null ? null : `${latitude}, ${longitude}`].filter(Boolean).join(' · ')],
  ['文件 File', ({ path, state }) => path ?? states[state]],
  ['SHA-256', ({ sha256 }) => sha256],
];

const formats: Readonly<Record<PackEntry['format'], string>> = {
  'issued-document': '正式文件 Issued document', 'explanatory-report': '说明报告 Explanatory report', photo: '照片 Photo',
  'statistics-table': '统计表 Statistics table',
};

const states: Readonly<Record<PackEntry['state'], string>> = {
  sound: '', missing: '存储中缺失，未装入 Missing in the store, not packed', changed: '与指纹不符，未装入 Changed since it was filed, not packed',
};

const cell = (text: string): string => {
  const plain = neutralised(text);
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
};

/** CSV as spreadsheet programs open it. */
const csv = <Line>(shown: Columns<Line>, of: readonly Line[]): string => {
  const lines = [shown.map(([heading]) => heading), ...of.map((line) => shown.map(([, value]) => value(line)))];
  return `\uFEFF${lines.map((line) => line.map(cell).join(',')).join('\r\n')}\r\n`;
};

/** The index for people, in both languages. */
export const indexCsv = (entries: readonly PackEntry[]): string => csv(columns, entries);

const kinds: Readonly<Record<PackRecord['kind'], string>> = { survey: '调查 Survey', training: '培训 Training', experience: '经验 Experience' };

/** Surveys, trainings and experiences for people, with where in the pack their files lie. */
export const recordsCsv = (records: readonly PackRecord[], entries: readonly PackEntry[]): string => {
  const filesOf = ({ evidenceIds }: PackRecord) => [...new Set(entries.filter(({ evidenceId }) => evidenceIds.includes(evidenceId)).flatMap(({ path }) => path ?? []))];
  return csv<PackRecord>([
    ['类别 Kind', ({ kind }) => kinds[kind]], ['名称 Title', ({ title }) => title], ['单位 Unit', ({ unitId }) => unitId], ['时间 When', ({ when }) => when],
    ['内容 Figures', ({ figures }) => Object.entries(figures).map(([name, value]) => `${name}: ${value}`).join('; ')],
    ['文件 Files', (record) => filesOf(record).join(' ')],
  ], records);
};
