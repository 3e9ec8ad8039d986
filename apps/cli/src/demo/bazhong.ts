import type { LocalisedText } from '@zeren/kernel';

/** The demonstration city and its districts. */
export const CITY = '511900';

export type District = { readonly id: string; readonly name: LocalisedText; readonly population: string; readonly since: string };

/** Population: census of 2020 (see data/divisions.json); the weights of shares in the demonstration. */
export const districts: readonly District[] = [
  { id: '511902', name: { zh: '巴州区', en: 'Bazhou District' }, population: '719038', since: '1993-07-05' },
  { id: '511903', name: { zh: '恩阳区', en: 'Enyang District' }, population: '345728', since: '2013-01-18' },
  { id: '511921', name: { zh: '通江县', en: 'Tongjiang County' }, population: '521875', since: '1993-07-05' },
  { id: '511922', name: { zh: '南江县', en: 'Nanjiang County' }, population: '467609', since: '1993-07-05' },
  { id: '511923', name: { zh: '平昌县', en: 'Pingchang County' }, population: '658644', since: '1993-07-05' },
];

/** Enyang was split from Bazhou on this day. */
export const ENYANG_SINCE = '2013-01-18';
/** When the demonstration's register of units begins. */
export const REGISTER_SINCE = '1993-07-05';

export type Department = { readonly slug: string; readonly name: LocalisedText };

export const offices: readonly Department[] = [
  { slug: 'creation-office', name: { zh: '市创城办', en: 'City Creation Office' } },
  { slug: 'supervision-office', name: { zh: '市目标督查办', en: 'Target Supervision Office' } },
  { slug: 'performance-office', name: { zh: '市考核办', en: 'Performance Office' } },
  { slug: 'audit-office', name: { zh: '市审计局', en: 'Audit Office' } },
];

export const departments: readonly Department[] = [
  { slug: 'publicity', name: { zh: '市委宣传部', en: 'Publicity Department' } },
  { slug: 'health', name: { zh: '市卫生局', en: 'Health Bureau' } },
  { slug: 'environment', name: { zh: '市环境保护局', en: 'Environmental Protection Bureau' } },
  { slug: 'forestry', name: { zh: '市林业局', en: 'Forestry Bureau' } },
  { slug: 'urban-management', name: { zh: '市城市管理局', en: 'Urban Management Bureau' } },
  { slug: 'housing', name: { zh: '市住房和城乡建设局', en: 'Housing and Construction Bureau' } },
  { slug: 'education', name: { zh: '市教育局', en: 'Education Bureau' } },
  { slug: 'public-security', name: { zh: '市公安局', en: 'Public Security Bureau' } },
  { slug: 'civil-affairs', name: { zh: '市民政局', en: 'Civil Affairs Bureau' } },
  { slug: 'commerce', name: { zh: '市商务局', en: 'Commerce Bureau' } },
  { slug: 'food-drug', name: { zh: '市食品药品监督管理局', en: 'Food and Drug Administration' } },
  { slug: 'culture', name: { zh: '市文化广电新闻出版局', en: 'Culture Bureau' } },
  { slug: 'development-reform', name: { zh: '市发展和改革委员会', en: 'Development and Reform Commission' } },
  { slug: 'agriculture', name: { zh: '市农业局', en: 'Agriculture Bureau' } },
  { slug: 'water', name: { zh: '市水务局', en: 'Water Bureau' } },
  { slug: 'statistics', name: { zh: '市统计局', en: 'Statistics Bureau' } },
  { slug: 'transport', name: { zh: '市交通运输局', en: 'Transport Bureau' } },
];

export const externalParties: readonly Department[] = [
  { slug: 'power-grid', name: { zh: '供电企业(省属)', en: 'Power supplier (provincially run)' } },
  { slug: 'railway', name: { zh: '铁路单位(中央管理)', en: 'Railway unit (centrally run)' } },
  { slug: 'property-company', name: { zh: '物业服务企业', en: 'Property management company' } },
  { slug: 'assessor', name: { zh: '第三方测评机构', en: 'Third-party assessor' } },
];

export const departmentUnit = (slug: string): string => `${CITY}-${slug}`;

export type CampaignPlan = {
  readonly id: string;
  readonly file: string;
  readonly standardCode: string;
  readonly name: LocalisedText;
  readonly grade: LocalisedText;
  readonly leadSlug: string;
  /** The last year of its tasks in this cycle. */
  readonly lastYear: number;
  /** Weight of the campaign in the demonstration's scheme, percent. */
  readonly weight: string;
};

export const campaigns: readonly CampaignPlan[] = [
  { id: 'env', file: 'env_model_city.json', standardCode: 'ENV', name: { zh: '创建国家环境保护模范城市', en: 'National Environmental Protection Model City' }, grade: { zh: '国家级', en: 'national' }, leadSlug: 'environment', lastYear: 2014, weight: '20' },
  { id: 'hea', file: 'health_city.json', standardCode: 'HEA', name: { zh: '创建省级、国家级卫生城市', en: 'Hygiene City, provincial and national' }, grade: { zh: '省级、国家级', en: 'provincial and national' }, leadSlug: 'health', lastYear: 2015, weight: '25' },
  { id: 'for', file: 'forest_city.json', standardCode: 'FOR', name: { zh: '创建省级、国家级森林城市', en: 'Forest City, provincial and national' }, grade: { zh: '省级、国家级', en: 'provincial and national' }, leadSlug: 'forestry', lastYear: 2015, weight: '15' },
  { id: 'civ', file: 'civilised_city.json', standardCode: 'CIV', name: { zh: '创建省级文明城市', en: 'Provincial Civilised City' }, grade: { zh: '省级', en: 'provincial' }, leadSlug: 'publicity', lastYear: 2014, weight: '25' },
  { id: 'eco', file: 'eco_city.json', standardCode: 'ECO', name: { zh: '创建省级生态市', en: 'Provincial Ecological City' }, grade: { zh: '省级', en: 'provincial' }, leadSlug: 'environment', lastYear: 2015, weight: '15' },
];

const byWord: readonly (readonly [RegExp, string])[] = [
  [/食品|药品|餐饮/, 'food-drug'],
  [/学校|教育|青少年|未成年|学生/, 'education'],
  [/森林|绿化|绿地|苗木|古树|湿地|林/, 'forestry'],
  [/污水|饮用水|供水|用水|节水/, 'water'],
  [/交通|公交|道路|公路/, 'transport'],
  [/图书|文化|文体|体育|科普/, 'culture'],
  [/农民|农村|农业|畜禽|秸秆/, 'agriculture'],
  [/垃圾|市容|公厕|保洁|广告|摊/, 'urban-management'],
  [/治安|安全|犯罪|禁毒|法/, 'public-security'],
  [/市场|消费|商|诚信/, 'commerce'],
  [/社区|居民委员会|社会保障|救助|养老|残疾/, 'civil-affairs'],
  [/住房|建成区|建筑|工地|燃气|规划/, 'housing'],
  [/GDP|收入|财政|能耗|城市化|基尼|恩格尔|投资/, 'development-reform'],
  [/满意度|满意率|调查/, 'statistics'],
  [/传染病|卫生|健康|免疫|鼠|蚊|蝇|蟑螂|医/, 'health'],
  [/环境|大气|空气|噪声|污染|排放|COD|危险废物/, 'environment'],
];

const byCampaign: Readonly<Record<string, string>> = { env: 'environment', hea: 'health', for: 'forestry', civ: 'publicity', eco: 'environment' };

/** The department that leads an indicator in the demonstration: by what its name speaks of, else the campaign's own. */
export const leadDepartment = (campaignId: string, indicatorName: string): string =>
  departmentUnit(byWord.find(([word]) => word.test(indicatorName))?.[1] ?? (byCampaign[campaignId] as string));
