import type { LocalisedText } from '@zeren/kernel';
import { integrations } from '@zeren/organisation-domain';

/** A column of a split's table; its heading in either language is understood. Tables without an optional column are complete. */
export type SpreadsheetColumn = { readonly code: ColumnCode; readonly heading: LocalisedText; readonly choices?: readonly string[]; readonly isOptional?: true; readonly width: number };

export const columnCodes = [
  'key', 'parent', 'campaign', 'indicator', 'nameZh', 'nameEn', 'evidence', 'unit', 'tenant', 'supporting', 'post', 'level', 'weight',
  'metric', 'measure', 'direction', 'distribution', 'unpublished', 'deadline',
  'leadCredit', 'supportingCredit', 'duty', 'admission', 'integrations',
] as const;
export type ColumnCode = (typeof columnCodes)[number];

export const spreadsheetColumns: readonly SpreadsheetColumn[] = [
  { code: 'key', heading: { zh: '行键', en: 'Key' }, width: 22 },
  { code: 'parent', heading: { zh: '上级(行键或任务编号)', en: 'Parent (key or task id)' }, width: 26 },
  { code: 'campaign', heading: { zh: '创建活动', en: 'Campaign' }, width: 14 },
  { code: 'indicator', heading: { zh: '指标编号', en: 'Indicator' }, width: 14 },
  { code: 'nameZh', heading: { zh: '名称(中文)', en: 'Name (Chinese)' }, width: 32 },
  { code: 'nameEn', heading: { zh: '名称(英文)', en: 'Name (English)' }, width: 32 },
  { code: 'evidence', heading: { zh: '佐证方式', en: 'Evidence' }, choices: ['document', 'field', 'survey', 'statistics'], width: 12 },
  { code: 'unit', heading: { zh: '牵头单位', en: 'Lead unit' }, width: 20 },
  { code: 'tenant', heading: { zh: '牵头单位所在租户', en: 'Tenant of the lead' }, width: 18 },
  { code: 'supporting', heading: { zh: '配合单位(分号隔开)', en: 'Supporting units (by semicolon)' }, width: 28 },
  { code: 'post', heading: { zh: '责任岗位', en: 'Accountable post' }, width: 24 },
  { code: 'level', heading: { zh: '层级', en: 'Level' }, width: 8 },
  { code: 'weight', heading: { zh: '权重', en: 'Weight' }, width: 10 },
  { code: 'metric', heading: { zh: '量化指标', en: 'Metric' }, width: 16 },
  { code: 'measure', heading: { zh: '计量单位', en: 'Unit of measure' }, width: 12 },
  { code: 'direction', heading: { zh: '方向', en: 'Direction' }, choices: ['at-least', 'at-most', 'range', 'boolean'], width: 12 },
  { code: 'distribution', heading: { zh: '分配方式', en: 'Distribution' }, choices: ['share', 'threshold'], width: 12 },
  { code: 'unpublished', heading: { zh: '标准未公布门槛', en: 'Threshold unpublished' }, choices: ['yes'], width: 14 },
  { code: 'deadline', heading: { zh: '任务期限', en: 'Deadline' }, width: 14 },
  { code: 'leadCredit', heading: { zh: '牵头记功份额(%)', en: 'Credit of the lead (%)' }, isOptional: true, width: 14 },
  { code: 'supportingCredit', heading: { zh: '配合记功份额(单位=%,分号隔开)', en: 'Credit of supporting units (unit=%, by semicolon)' }, isOptional: true, width: 30 },
  { code: 'duty', heading: { zh: '履职清单事项', en: 'Item of the duty list' }, isOptional: true, width: 16 },
  { code: 'admission', heading: { zh: '准入文号', en: 'Admission document' }, isOptional: true, width: 20 },
  { code: 'integrations', heading: { zh: '四个融合(分号隔开)', en: 'Four integrations (by semicolon)' }, choices: integrations, isOptional: true, width: 26 },
];

/** The sheet that holds the table; one of these names. */
export const sheetName: LocalisedText = { zh: '任务分解', en: 'Split' };

export const yearHeading = (year: number, what: 'target' | 'due'): LocalisedText =>
  (what === 'target' ? { zh: `${year} 目标`, en: `${year} target` } : { zh: `${year} 期限`, en: `${year} due` });
