import type { RawRow } from '@zeren/kernel';
import { readTable, type CellFault, type SheetChoice, type SheetDefinition, type SheetLine } from '../sheet/index.js';
import type { SiteType, SiteVersion } from './site.events.js';

/** The types of sites with their names. */
export const siteTypes: readonly (SheetChoice & { readonly code: SiteType })[] = [
  { code: 'market', name: { zh: '市场', en: 'Market' } },
  { code: 'station', name: { zh: '车站', en: 'Station' } },
  { code: 'hospital', name: { zh: '医院', en: 'Hospital' } },
  { code: 'school-surroundings', name: { zh: '校园周边', en: 'School surroundings' } },
  { code: 'old-housing', name: { zh: '老旧小区', en: 'Old housing' } },
  { code: 'main-road', name: { zh: '主次干道', en: 'Main road' } },
  { code: 'back-lane', name: { zh: '背街小巷', en: 'Back lane' } },
  { code: 'urban-rural-fringe', name: { zh: '城乡结合部', en: 'Urban-rural fringe' } },
  { code: 'construction-site', name: { zh: '建筑工地', en: 'Construction site' } },
  { code: 'shopfront', name: { zh: '沿街门店', en: 'Shopfront' } },
  { code: 'notice-board', name: { zh: '公告栏', en: 'Notice board' } },
  { code: 'advertising', name: { zh: '广告设施', en: 'Advertising point' } },
  { code: 'park', name: { zh: '公园广场', en: 'Park or square' } },
  { code: 'public-toilet', name: { zh: '公共厕所', en: 'Public toilet' } },
  { code: 'idle-oilfield', name: { zh: '闲置油田场地', en: 'Idle oil-field site' } },
  { code: 'other', name: { zh: '其他', en: 'Other' } },
];

/** Closed grounds, and what is of no stated type. */
const closedTypes: readonly SiteType[] = ['construction-site', 'idle-oilfield', 'other'];

/** Whether anybody comes to sites of a type: only such are told to people without an account. */
export const isOpenToPublic = (type: SiteType): boolean => !closedTypes.includes(type);

export const SITE_NUMBER = /^[A-Za-z0-9][A-Za-z0-9-]{0,39}$/;
const UNIT = /^\d{6}(\d{3}|\d{6})?(-[a-z0-9]+)*$/;

export const siteSheet = {
  code: 'sites',
  name: { zh: '点位', en: 'Sites' },
  columns: [
    { code: 'number', heading: { zh: '编号', en: 'Number' }, width: 16 },
    { code: 'nameZh', heading: { zh: '名称', en: 'Name (Chinese)' }, width: 30 },
    { code: 'nameEn', heading: { zh: '英文名称', en: 'Name (English)' }, width: 30, isOptional: true },
    { code: 'type', heading: { zh: '类型', en: 'Type' }, width: 14, choices: siteTypes },
    { code: 'area', heading: { zh: '所在区划编号', en: 'Area' }, width: 22 },
    { code: 'owner', heading: { zh: '权属单位编号', en: 'Owner' }, width: 26 },
    { code: 'latitude', heading: { zh: '纬度', en: 'Latitude' }, width: 12 },
    { code: 'longitude', heading: { zh: '经度', en: 'Longitude' }, width: 12 },
    { code: 'address', heading: { zh: '地址', en: 'Address' }, width: 36, isOptional: true },
    { code: 'from', heading: { zh: '生效日期', en: 'Effective from' }, width: 14 },
    { code: 'reason', heading: { zh: '变更原因', en: 'Reason of the change' }, width: 30, isOptional: true },
  ],
} as const satisfies SheetDefinition;

export type SiteColumn = (typeof siteSheet)['columns'][number]['code'];

/** A site as a row says it. */
export type PlacedSite = { readonly line: SheetLine<SiteColumn>; readonly number: string; readonly site: SiteVersion; readonly reason: string };

const placedSite = (line: SheetLine<SiteColumn>): PlacedSite => ({
  line,
  number: line.requiredCode('number', SITE_NUMBER, 'BZ-0001'),
  reason: line.text('reason'),
  site: {
    name: line.name('nameZh', 'nameEn'),
    siteType: line.choice('type') as SiteType,
    areaUnitId: line.requiredCode('area', UNIT, '511902001'),
    ownerUnitId: line.requiredCode('owner', UNIT, '511902001'),
    point: { latitude: line.degrees('latitude'), longitude: line.degrees('longitude') },
    address: line.text('address'),
    validFrom: line.day('from'),
  },
});

/** The sites of a sheet, every error with its place, and which column stands where. */
export const parseSites = (rows: readonly RawRow[]): { sites: readonly PlacedSite[]; faults: CellFault[]; layout: ReadonlyMap<string, number> } => {
  const faults: CellFault[] = [];
  const { lines, layout } = readTable<SiteColumn>(siteSheet, rows, faults);
  const sites = lines.map(placedSite);
  const seen = new Set<string>();
  for (const { number, line } of sites) {
    if (seen.has(number)) line.complain('number', 'site-repeated', { number });
    seen.add(number);
  }
  if (sites.length === 0 && faults.length === 0) {
    faults.push({ place: { sheet: siteSheet.code, row: 1 }, column: '', code: 'sheets-empty', details: { sheets: siteSheet.name.zh } });
  }
  return { sites, faults, layout };
};

/** A site's row as texts in the order of the columns. */
export const lineOfSite = (number: string, { name, siteType, areaUnitId, ownerUnitId, point, address, validFrom }: SiteVersion): readonly string[] => [
  number, name.zh, name.en, siteTypes.find(({ code }) => code === siteType)?.name.zh ?? siteType, areaUnitId, ownerUnitId,
  point.latitude, point.longitude, address, validFrom, '',
];
