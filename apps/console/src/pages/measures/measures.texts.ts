import { textsOf } from '../../language/language.js';

export const useMeasureTexts = textsOf(
  'measures',
  {
    title: '共用度量', lead: '不同标准中测的是同一件事的指标，归到一个度量：材料报一次，各项创建都计入；值可以直接采用的，标为“相同”。', measure: '度量', unit: '单位', definition: '口径', serves: '用于',
    none: '没有共用度量。', same: '相同', stricter: '更严', partial: '部分重合', indicator: '指标', relation: '关系', reason: '理由', campaign: '创建', mapping: '对应的指标', facts: '基本情况', year: '年份',
    requests: '向谁要过', noRequests: '这一年没有向任何单位要过。', who: '单位', status: '状态', value: '已报数值', task: '任务', measuredOn: '测量日', history: '历史', revised: '修订', boolean: '是否达到',
    define: '设立度量', defineLead: '选定不同标准中测同一件事的指标，逐项写明关系和理由。单位和方向取自第一项，可以改。', revise: '修订对应关系', reviseLead: '重新选定对应的指标；度量的口径、单位和方向不变。修订理由和历次对应都留存。', officeOnly: '只有市创城办可以设立和修订度量。',
    code: '代码（小写字母、数字、-）', nameZh: '名称（中文）', nameEn: '名称（英文）', definitionZh: '口径（中文）', definitionEn: '口径（英文）', direction: '方向', 'at-least': '不低于', 'at-most': '不高于', range: '区间', standard: '标准版本', metric: '量化指标', reasonZh: '理由（中文）', reasonEn: '理由（英文）', numbered: '指标 {{number}}', add: '再加一项指标', remove: '移除', chooseIndicator: '请选择指标。', why: '修订理由',
    pending: '待报', overdue: '逾期未报', reported: '待核验', rejected: '核验未通过', verified: '已核验',
    asked: '这件事别处也要', usable: '数值可直接采用', reportedAt: '已报：{{value}}', notYet: '尚未填报', once: '最多报一次：在一处填报后，口径和单位都相同的任务会自动计入，不必再报。', creditedFrom: '{{year}} 年计入自', campaigns: '{{count}} 项创建',
  },
  {
    title: 'Measures', lead: 'Indicators of different standards that measure the same thing are one measure: it is reported once and counts for every campaign; “same” means that the value is taken as it is.', measure: 'Measure', unit: 'Unit', definition: 'Definition', serves: 'Serves',
    none: 'There are no measures.', same: 'Same', stricter: 'Stricter', partial: 'Overlaps', indicator: 'Indicator', relation: 'Relation', reason: 'Reason', campaign: 'Campaign', mapping: 'Indicators mapped', facts: 'Facts', year: 'Year',
    requests: 'Who was asked', noRequests: 'Nobody was asked in this year.', who: 'Unit', status: 'State', value: 'Reported', task: 'Task', measuredOn: 'Measured on', history: 'History', revised: 'Revised', boolean: 'met or not',
    define: 'Define a measure', defineLead: 'Choose the indicators of different standards that measure the same thing, and say of each how it relates and why. Unit and direction come from the first and can be changed.', revise: 'Revise the mapping', reviseLead: 'Choose anew what it maps; definition, unit and direction stay. The reason and every earlier mapping are kept.', officeOnly: 'Only the city’s creation office defines and revises measures.',
    code: 'Code (lower-case letters, digits, -)', nameZh: 'Name (Chinese)', nameEn: 'Name (English)', definitionZh: 'Definition (Chinese)', definitionEn: 'Definition (English)', direction: 'Direction', 'at-least': 'at least', 'at-most': 'at most', range: 'range', standard: 'Version of the standard', metric: 'Metric', reasonZh: 'Reason (Chinese)', reasonEn: 'Reason (English)', numbered: 'Indicator {{number}}', add: 'Add an indicator', remove: 'Remove', chooseIndicator: 'Choose an indicator.', why: 'Why it is revised',
    pending: 'To be reported', overdue: 'Overdue', reported: 'Awaits verification', rejected: 'Rejected', verified: 'Verified',
    asked: 'Asked for elsewhere too', usable: 'the value is taken as it is', reportedAt: 'reported: {{value}}', notYet: 'not reported yet', once: 'Report once: what is reported in one place is credited to the tasks whose definition and unit are the same.', creditedFrom: '{{year}}: credited from', campaigns: '{{count}} campaigns',
  },
);
