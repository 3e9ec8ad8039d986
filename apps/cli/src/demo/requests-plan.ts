import type { Channel, Disclosure, HandlingOutcome, RequestKind } from '@zeren/requests-domain';
import { CITY } from './bazhong.js';
import { PANJIN } from './panjin.js';

/** How a request goes on after it was filed; `open` ones stand still where their name says. */
export type Course =
  | 'solved' | 'explained' | 'closed' | 'reopened' | 'dissatisfied' | 'reworked' | 'returned' | 'ruled' | 'deferred' | 'late' | 'declined' | 'merged' | 'mediated' | 'unmediated'
  | 'open-filed' | 'open-accepted' | 'open-unowned' | 'open-dispatched' | 'open-taken' | 'open-deferral' | 'open-return' | 'open-reported' | 'open-verified' | 'open-answered';

export type PlannedRequest = {
  readonly key: string;
  readonly cityId: string;
  readonly channel: Channel;
  readonly kind: RequestKind;
  readonly matterCode: string;
  readonly subject: string;
  readonly areaUnitId: string;
  readonly point: { readonly latitude: string; readonly longitude: string } | null;
  readonly disclosure: Disclosure;
  readonly urgentReason: string | null;
  readonly source: string | null;
  readonly integrations: readonly string[];
  readonly course: Course;
};

/** The day on which a quarter's requests are filed: each on its own Tuesday, between what else the demonstration does. */
export const filingDays: Readonly<Record<string, string>> = {
  '2013Q1': '2013-03-12', '2013Q2': '2013-05-07', '2013Q3': '2013-08-06', '2013Q4': '2013-11-05', '2014Q1': '2014-02-18', '2014Q2': '2014-05-06', '2014Q3': '2014-08-05', '2014Q4': '2014-11-04',
};

type Line = readonly [channel: Channel, matterCode: string, subject: string, area: string, course: Course, more?: Partial<PlannedRequest>];

const enterprise = { kind: 'enterprise', disclosure: 'open' } as const satisfies Partial<PlannedRequest>;
const dispute = { kind: 'dispute', disclosure: 'confidential' } as const satisfies Partial<PlannedRequest>;
const anonymous = { disclosure: 'anonymous' } as const satisfies Partial<PlannedRequest>;
const [EAST, GRID, OLD_TOWN, JIZHOU] = ['511902001', '511902001001-g01', '511902003', '511922001'] as const;

const lines: Readonly<Record<string, readonly Line[]>> = {
  '2013Q1': [
    ['hotline', 'E01-03', '巷口暴露垃圾多日未清', EAST, 'solved'],
    ['web', 'E05-03', '学校门口流动摊贩堵路', EAST, 'solved', anonymous],
    ['hearing', 'D01-01', '楼道堆物引起邻里纠纷', EAST, 'mediated', { ...dispute, source: '3月接访日' }],
    ['patrol', 'E01-07', '背街小巷雨后积水', OLD_TOWN, 'ruled'],
    ['hotline', 'E01-05', '渣土车遗撒', EAST, 'returned'],
    ['hotline', 'E01-03', '同一巷口垃圾外溢', EAST, 'merged'],
  ],
  '2013Q2': [
    ['hotline', 'E01-06', '主街路面泥泞无人清扫', EAST, 'reworked'],
    ['media', 'E03-01', '工地扬尘影响居民开窗', EAST, 'ruled', { source: '市电视台《民生在线》' }],
    ['web', 'X01-01', '园区企业用电容量不足', EAST, 'solved', enterprise],
    ['questionnaire', 'E05-01', '菜市场外占道经营', JIZHOU, 'explained', { source: '第二季度满意度问卷', ...anonymous }],
    ['hotline', 'E01-04', '拆迁后建筑垃圾未清运', JIZHOU, 'solved'],
  ],
  '2013Q3': [
    ['hotline', 'E04-01', '汛期路面塌陷', EAST, 'solved', { urgentReason: '危及行车安全' }],
    ['open311', 'E02-01', '公交站台小广告', EAST, 'solved', anonymous],
    ['hotline', 'E01-01', '屋顶违法加建', EAST, 'deferred'],
    ['hotline', 'E05-12', '车站外自行车乱停', EAST, 'dissatisfied'],
    ['hotline', 'E06-04', '夜间犬吠扰民', EAST, 'declined'],
  ],
  '2013Q4': [
    ['hotline', 'E01-03', '落叶与垃圾混堆', EAST, 'reopened'],
    ['patrol', 'E01-06', '环卫作业后路面污水', JIZHOU, 'solved'],
    ['hotline', 'X01-02', '小微企业申请周转贷款', EAST, 'explained', enterprise],
    ['hearing', 'D01-02', '物业费与保洁标准争议', EAST, 'unmediated', { ...dispute, source: '11月接访日' }],
  ],
  '2014Q1': [
    ['hotline', 'E01-03', '节后烟花残屑堆积', EAST, 'solved'],
    ['web', 'E05-03', '公园门口游商占道', EAST, 'late'],
    ['hotline', 'E01-19', '废弃三轮车占用人行道', GRID, 'solved'],
    ['hotline', 'E02-02', '过期横幅未拆除', EAST, 'ruled'],
    ['media', 'E01-06', '施工车辆带泥上路', EAST, 'closed', { source: '晚报读者来信' }],
  ],
  '2014Q2': [
    ['hotline', 'E01-05', '渣土堆放影响通行', JIZHOU, 'solved'],
    ['web', 'E05-01', '夜市占道过时未收摊', EAST, 'dissatisfied', anonymous],
    ['hotline', 'X01-04', '食品经营许可办理进度', EAST, 'solved', enterprise],
    ['patrol', 'E01-07', '涵洞口积水', OLD_TOWN, 'ruled'],
  ],
  '2014Q3': [
    ['hotline', 'E01-03', '果皮箱满溢', EAST, 'solved'],
    ['hotline', 'D01-01', '空调外机噪声纠纷', EAST, 'mediated', dispute],
    ['open311', 'E02-01', '人行天桥小广告', EAST, 'solved', anonymous],
    ['hotline', 'E01-01', '临时工棚逾期未拆', JIZHOU, 'reworked'],
  ],
  '2014Q4': [
    ['hotline', 'E05-03', '早市散场后地面油污', EAST, 'solved'],
    ['hotline', 'E01-04', '装修垃圾堆在绿地', EAST, 'returned'],
    ['web', 'X01-05', '节前用工短缺', EAST, 'solved', enterprise],
  ],
};

/** Panjin's: the street, and the quarters that street and oil field both claim. */
const panjin: Readonly<Record<string, readonly Line[]>> = {
  '2013Q1': [['hotline', 'E01-03', '小区外垃圾堆放', '211103001', 'solved']],
  '2013Q2': [['patrol', 'E01-06', '油田生活区道路不洁', '211103003', 'ruled']],
  '2013Q3': [['web', 'E01-03', '集市散场垃圾', '211103001', 'explained', anonymous]],
  '2013Q4': [['hotline', 'E01-04', '管线施工弃土', '211103003', 'ruled']],
  '2014Q1': [['hotline', 'E01-03', '楼后暴露垃圾', '211103001', 'dissatisfied']],
  '2014Q2': [['hotline', 'E01-06', '站前街扬尘', '211103001', 'solved']],
  '2014Q3': [['hearing', 'E01-03', '河岸垃圾', '211103001', 'reworked', { source: '8月接访日' }]],
  '2014Q4': [['hotline', 'E01-03', '学校旁垃圾点', '211103001', 'solved']],
};

/** What stands open when the demonstration ends: one in each lane, and one of which the unit asked for a deferral. */
const openLines: readonly Line[] = [
  ['web', 'E01-03', '背街垃圾桶破损', EAST, 'open-filed', anonymous],
  ['hotline', 'E05-01', '店外经营占用盲道', EAST, 'open-accepted'],
  ['hotline', 'E01-07', '巷内积水结冰', OLD_TOWN, 'open-unowned'],
  ['patrol', 'E01-19', '废弃自行车堆放', GRID, 'open-dispatched'],
  ['web', 'E01-19', '单元门口废弃三轮车', GRID, 'open-taken', anonymous],
  ['hotline', 'E01-03', '年前大扫除垃圾待运', EAST, 'open-taken'],
  ['hotline', 'E02-01', '楼道小广告', EAST, 'open-return'],
  ['hotline', 'E05-03', '车站流动摊贩', EAST, 'open-reported'],
  ['hotline', 'E05-12', '医院门口乱停车', EAST, 'open-verified'],
  ['hotline', 'E05-03', '早餐摊占道', EAST, 'open-answered'],
  ['hotline', 'E05-12', '商场门前自行车围挡待迁', EAST, 'open-deferral'],
];
const openPanjin: readonly Line[] = [
  ['hotline', 'E01-06', '油田路口抛洒物', '211103003', 'open-unowned'],
  ['hotline', 'E01-03', '居民区垃圾待运', '211103001', 'open-dispatched'],
  ['patrol', 'E01-19', '楼前废弃自行车', '211103001-g01', 'open-dispatched'],
];

const near: Readonly<Record<string, readonly [number, number]>> = {
  [EAST]: [31.8577, 106.7672], [GRID]: [31.8624, 106.7581], [OLD_TOWN]: [31.8549, 106.7533], [JIZHOU]: [32.3494, 106.8432], '211103001': [41.1212, 122.0698], '211103003': [41.1077, 122.0533],
};

/** Places next to each other, so that those of one street do not lie on one point. */
const pointOf = (area: string, index: number): PlannedRequest['point'] => {
  const place = near[area];
  return place ? { latitude: (place[0] + index * 0.0013).toFixed(4), longitude: (place[1] - index * 0.0011).toFixed(4) } : null;
};

const planned = (cityId: string, when: string) => ([channel, matterCode, subject, areaUnitId, course, more]: Line, index: number): PlannedRequest => ({
  key: `${cityId}:${when}:${index}`, cityId, channel, kind: 'citizen', matterCode, subject: `${subject}(演示)`, areaUnitId, point: pointOf(areaUnitId, index), disclosure: 'confidential',
  urgentReason: null, source: null, integrations: index % 2 === 0 ? ['problem-goal'] : ['party-smart', 'problem-goal'], course, ...more,
});

/** The requests of one quarter, in both cities. */
export const requestsOf = (quarter: string): readonly PlannedRequest[] =>
  [...(lines[quarter] ?? []).map(planned(CITY, quarter)), ...(panjin[quarter] ?? []).map(planned(PANJIN, quarter))];

/** Those that stand open at the end. */
export const openRequests: readonly PlannedRequest[] = [...openLines.map(planned(CITY, 'open')), ...openPanjin.map(planned(PANJIN, 'open'))];

/** What a course ends with, as handling reports it. */
export const outcomeOf = (course: Course): HandlingOutcome => {
  if (course === 'explained' || course === 'unmediated') return 'explained';
  return course === 'closed' ? 'closed' : 'solved';
};
