import { PassThrough, type Readable } from 'node:stream';
import type { EvidenceDemand, EvidenceFormat } from '@zeren/evidence-domain';
import { publicId, type Language, type LocalisedText } from '@zeren/kernel';
import ExcelJS from 'exceljs';
import { neutralised } from './spreadsheet-text.js';

/** What units and campaigns are called now, by their public ids. */
export type KnownNames = ReadonlyMap<string, LocalisedText>;

const formats: Readonly<Record<EvidenceFormat, LocalisedText>> = {
  'issued-document': { zh: '正式文件', en: 'Issued document' }, 'explanatory-report': { zh: '说明报告', en: 'Explanatory report' },
  photo: { zh: '照片', en: 'Photo' }, 'statistics-table': { zh: '统计表', en: 'Statistics table' },
};
const sheetName: LocalisedText = { zh: '佐证缺件清单', en: 'Missing evidence' };

/** All of China keeps one time. */
const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric', month: '2-digit', day: '2-digit' });

type Column = {
  readonly heading: LocalisedText;
  readonly width: number;
  readonly cell: (demand: EvidenceDemand, language: Language, names: KnownNames) => string | number;
};

const columns: readonly Column[] = [
  { heading: { zh: '创建', en: 'Campaign' }, width: 30, cell: ({ campaignId }, language, names) => names.get(campaignId)?.[language] ?? campaignId },
  { heading: { zh: '指标编号', en: 'Indicator' }, width: 14, cell: ({ indicatorCode }) => indicatorCode },
  { heading: { zh: '任务', en: 'Task' }, width: 48, cell: ({ name }, language) => name[language] },
  { heading: { zh: '单位', en: 'Unit' }, width: 24, cell: ({ unitId }, language, names) => names.get(unitId)?.[language] ?? unitId },
  { heading: { zh: '单位代码', en: 'Code of the unit' }, width: 22, cell: ({ unitId }) => unitId },
  { heading: { zh: '层级', en: 'Level' }, width: 8, cell: ({ level }) => level },
  { heading: { zh: '可用形式', en: 'Accepted forms' }, width: 30, cell: (demand, language) => demand.formats.map((format) => formats[format][language]).join(' / ') },
  { heading: { zh: '已有', en: 'On file' }, width: 8, cell: ({ filed }) => filed },
  { heading: { zh: '形式不符', en: 'Of another form' }, width: 12, cell: ({ unfit }) => unfit },
  { heading: { zh: '其他创建可用', en: 'Usable from other campaigns' }, width: 16, cell: ({ servedBy }) => servedBy.length },
  { heading: { zh: '期限', en: 'Deadline' }, width: 12, cell: ({ deadline }) => day.format(new Date(deadline)) },
  { heading: { zh: '任务编号', en: 'Id of the task' }, width: 40, cell: ({ ownerTenantId, id }) => publicId(ownerTenantId, id) },
];

/** Demands as a workbook in the reader's language, written as they are read: no more than one page of them is held. */
export const demandWorkbook = (pages: AsyncIterable<readonly EvidenceDemand[]>, names: KnownNames, language: Language): Readable => {
  const stream = new PassThrough();
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream, useStyles: true });
  const sheet = workbook.addWorksheet(sheetName[language], { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = columns.map(({ heading, width }) => ({ header: heading[language], width }));
  sheet.getRow(1).font = { bold: true };
  const write = async (): Promise<void> => {
    for await (const page of pages) for (const demand of page) sheet.addRow(columns.map(({ cell }) => shown(cell(demand, language, names)))).commit();
    await workbook.commit();
  };
  write().catch((error: unknown) => stream.destroy(error as Error));
  return stream;
};

const shown = (value: string | number): string | number => (typeof value === 'number' ? value : neutralised(value));
