import { neutralised } from '@zeren/http';
import type { Language, LocalisedText } from '@zeren/kernel';
import { gapKindText, type Gap, type Shortfall } from '@zeren/tasks-domain';
import ExcelJS from 'exceljs';
import { nameIn, type KnownUnit } from '../unit-names.js';

const headings: readonly { readonly text: LocalisedText; readonly width: number }[] = [
  { text: { zh: '编号', en: 'Code' }, width: 14 }, { text: { zh: '指标', en: 'Indicator' }, width: 44 }, { text: { zh: '责任单位', en: 'Unit' }, width: 26 },
  { text: { zh: '差距', en: 'Gap' }, width: 26 }, { text: { zh: '涉及分值', en: 'Points at stake' }, width: 14 }, { text: { zh: '目标与现状', en: 'Target and value' }, width: 40 },
  { text: { zh: '说明', en: 'Remark' }, width: 40 }, { text: { zh: '任务', en: 'Task' }, width: 34 },
];
const sheetTitle: LocalisedText = { zh: '差距清单', en: 'Gap list' };

const targetOf = ({ target }: Shortfall): string => ('value' in target ? target.value : `${target.low}–${target.high}`);
const shortfallText = (one: Shortfall): string => `${one.metric.code}: ${one.value ?? '—'} / ${targetOf(one)} ${one.metric.unit}`;

const lineOf = (gap: Gap, units: ReadonlyMap<string, KnownUnit>, language: Language): readonly string[] => [
  gap.code, gap.name[language], nameIn(units, gap.unitId)[language], gap.kinds.map((kind) => gapKindText[kind][language]).join('、'), gap.points,
  gap.shortfalls.map(shortfallText).join('；'), gap.remark, gap.taskId ?? '',
];

/** The gap list as a workbook in the reader's language. Points are text, so that none is rounded; what begins like a formula is text too. */
export const writeGapWorkbook = async (gaps: readonly Gap[], units: ReadonlyMap<string, KnownUnit>, language: Language): Promise<Buffer> => {
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(sheetTitle[language], { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.columns = headings.map(({ text, width }) => ({ header: text[language], width }));
  sheet.getRow(1).font = { bold: true };
  for (const gap of gaps) sheet.addRow(lineOf(gap, units, language).map(neutralised));
  return Buffer.from(await workbook.xlsx.writeBuffer());
};
