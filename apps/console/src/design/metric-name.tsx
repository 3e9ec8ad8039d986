import { textsOf } from '../language/language.js';

/** Metrics of the five standards whose indicators ask for several; one that stands alone is called its value. */
const zh = {
  value: '指标值', income: '人均可支配收入', investment_index_pct: '环境保护投资指数', main: '主要街道', other: '一般街道', green_coverage_pct: '绿化覆盖率', green_space_pct: '绿地率',
  public_green_m2_per_head: '人均公共绿地', centre_m2_per_head: '中心区人均公共绿地', cleaner_production: '清洁生产企业比例', iso14000: 'ISO14000 认证比率', SO2: '二氧化硫', COD: '化学需氧量',
  drinking_source: '饮用水源水质达标率', sewage: '生活污水集中处理率', industrial_reuse: '工业用水重复率', domestic_waste: '生活垃圾无害化处理率', industrial_solid_waste: '工业固体废物处置利用率',
};

const en: Record<keyof typeof zh, string> = {
  value: 'Value', income: 'Disposable income per head', investment_index_pct: 'Environmental investment index', main: 'Main streets', other: 'Other streets', green_coverage_pct: 'Green coverage', green_space_pct: 'Green space',
  public_green_m2_per_head: 'Public green per head', centre_m2_per_head: 'Public green per head, centre', cleaner_production: 'Cleaner production', iso14000: 'ISO 14000 certified', SO2: 'Sulphur dioxide', COD: 'Chemical oxygen demand',
  drinking_source: 'Drinking-water sources', sewage: 'Sewage treated', industrial_reuse: 'Industrial water reused', domestic_waste: 'Domestic waste treated', industrial_solid_waste: 'Industrial solid waste used',
};

const useTexts = textsOf('metrics', zh, en);

const isKnown = (code: string): code is keyof typeof zh => Object.hasOwn(zh, code);

/** The name of a metric; its code where the console knows no name. */
export const useMetricName = (): ((code: string) => string) => {
  const t = useTexts();
  return (code) => (isKnown(code) ? t(code) : code);
};
