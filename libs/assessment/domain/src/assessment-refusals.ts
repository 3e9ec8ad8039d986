import { refusalsOf, type Refusals } from '@zeren/kernel';

export const assessmentRefusals = {
  'campaign-weights-not-100': {
    zh: '各项创建的权重之和必须正好为 100，现为 {sum}',
    en: 'The weights of the campaigns must sum to exactly 100; they sum to {sum}',
  },
  'campaign-weight-not-positive': { zh: '创建 {campaign} 的权重必须大于 0', en: 'The weight of campaign {campaign} must be above 0' },
  'campaign-twice': { zh: '创建 {campaign} 出现了不止一次', en: 'Campaign {campaign} appears more than once' },
  'group-empty': { zh: '分组 {group} 没有任何单位', en: 'Group {group} has no unit' },
  'group-twice': { zh: '分组 {group} 出现了不止一次', en: 'Group {group} appears more than once' },
  'scheme-without-group': { zh: '考核方案至少要有一个分组', en: 'A scheme needs at least one group' },
  'unit-in-two-groups': { zh: '单位 {unit} 出现了不止一次', en: 'Unit {unit} appears more than once' },
  'not-applicable-unit-unknown': { zh: '不适用项中的单位 {unit} 不在任何分组中', en: 'Unit {unit} of a not-applicable item is in no group' },
  'deduction-out-of-range': { zh: '扣分必须在 0 到 100 之间', en: 'A deduction lies between 0 and 100' },
  'false-report-not-dearer': {
    zh: '一次虚报的扣分（{falseReport}）必须多于一次返工的扣分（{rework}）',
    en: 'A false report must cost more than rework: {falseReport} against {rework} points',
  },
  'false-report-cap-not-dearer': {
    zh: '虚报扣分的上限（{falseReport}）必须高于返工扣分的上限（{rework}）',
    en: 'The most that false reports cost must be above the most that rework costs: {falseReport} against {rework} points',
  },
  'cap-below-points': { zh: '上限 {cap} 低于单次的分值 {points}', en: 'The cap of {cap} is below the {points} points of a single one' },
  'share-out-of-range': { zh: '按时率所占比例必须不小于 0 且小于 100', en: 'The share of the on-time rate is at least 0 and below 100' },
  'excuse-twice': { zh: '移出分母的情形 {excuse} 出现了不止一次', en: 'What leaves the denominator is named once; {excuse} appears more than once' },
  'places-out-of-range': { zh: '小数位数必须是 0 到 6 的整数', en: 'The places of a total are a whole number from 0 to 6' },
  'scheme-frozen': { zh: '该考核方案已公布，不可更改，请另发新版本', en: 'This scheme is published and frozen; publish a new version' },
  'period-malformed': { zh: '考核周期应写作 2013 或 2013Q2', en: 'A period is written 2013 or 2013Q2' },
  'period-not-over': { zh: '考核周期 {period} 尚未结束，不能截止或公布', en: 'Period {period} is not over yet and cannot be closed' },
  'period-not-closed': { zh: '考核周期 {period} 的数据尚未截止，不能公布', en: 'The inputs of period {period} are not closed yet' },
  'standings-not-ranked': { zh: '分组 {group} 的名次与并列规则不符', en: 'The ranks of group {group} do not follow the tie rule' },
  'score-sheet-inconsistent': { zh: '单位 {unit} 的总分与各项得分不符', en: 'The total of unit {unit} does not follow from its lines' },
  'score-sheet-frozen': {
    zh: '单位 {unit} 该周期的得分已按位置 {position} 定稿',
    en: 'The score of unit {unit} for this period was frozen at position {position}',
  },
  'assessment-frozen': { zh: '该周期的考核结果已经公布，不可更改', en: 'The result of this period is published and frozen' },
  'result-not-published': { zh: '该周期的考核结果尚未公布', en: 'The result of this period is not published' },
} as const satisfies Refusals;

export const refuse: (code: keyof typeof assessmentRefusals, field?: string, details?: Record<string, string | number>) => never =
  refusalsOf(assessmentRefusals);
