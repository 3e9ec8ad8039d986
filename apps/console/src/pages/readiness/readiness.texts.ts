import { textsOf } from '../../language/language.js';

export const useReadinessTexts = textsOf(
  'readiness',
  {
    title: '迎检准备', lead: '对照标准逐项核对，请第三方模拟测评，把差距落实到单位和分值。', campaign: '创建', views: '迎检视图', checklist: '迎检清单', gaps: '差距清单', mocks: '模拟测评', noCampaign: '还没有创建活动。',
    notDrawn: '尚未生成迎检清单。清单取自所用标准的申报前提、负面清单和全部指标。', draw: '生成清单', redraw: '按现行标准重新生成', history: '历史',
    ready: '就绪', notReady: '未就绪', unseen: '未核对', readyCount: '{{ready}} / {{items}} 项就绪', weightReady: '就绪权重 {{weight}}', decisive: '{{count}} 项一票终止事项未就绪', show: '显示', all: '全部',
    item: '事项', kind: '类别', code: '编号', requirement: '要求', proof: '佐证', commitment: '承诺', ensure: '确保', strive: '力争', weight: '权重', unit: '责任单位', state: '状态', actions: '操作', by: '{{at}} 由 ', remark: '说明', done: '已就绪', lacking: '未就绪', assign: '改由其他单位负责', unitCode: '单位代码',
    document: '资料', field: '实地', survey: '问卷', statistics: '统计', 'issued-document': '正式文件', 'explanatory-report': '说明报告', photo: '照片', 'statistics-table': '统计表',
    year: '年份', unitFilter: '单位代码', gapKind: '差距类型', atStake: '涉及 {{points}} 分，共 {{total}} 条', export: '导出 Excel', indicator: '指标', causes: '差距', points: '涉及分值', current: '现状 / 目标', none: '没有差距。', nothing: '未报', note: '转为任务提示', noteTitle: '告知责任单位', reason: '要求与理由', more: '再读一页', shown: '已显示 {{count}} 条', yes: '达到', no: '未达到',
    commission: '委托模拟测评', mockZh: '名称（中文）', mockEn: '名称（英文）', assessorUnit: '第三方单位', areas: '测评地区（代码，每行一个）', from: '开始日期', until: '截止日期', mockYear: '代表年份', source: '代表得分来源', allSources: '全部来源', sampleSize: '抽取指标数（空为全部）', seed: '抽样种子',
    mock: '模拟测评', assessor: '第三方', period: '期间', score: '得分', composed: '合成得分', composedMissing: '{{score}}（缺 {{count}} 项）', noMocks: '还没有委托模拟测评。', indicators: '指标数', compared: '各次测评对照', change: '变化',
  },
  {
    title: 'Readiness', lead: 'Check every item of the standard, have a third party assess as the real assessors would, and trace each gap to a unit and its points.', campaign: 'Campaign', views: 'Views of readiness', checklist: 'Checklist', gaps: 'Gap list', mocks: 'Mock assessments', noCampaign: 'There is no campaign yet.',
    notDrawn: 'No checklist has been drawn. It takes the preconditions, the negative list and every indicator of the standard in use.', draw: 'Draw the checklist', redraw: 'Draw anew from the present standard', history: 'History',
    ready: 'Ready', notReady: 'Not ready', unseen: 'Not looked at', readyCount: '{{ready}} of {{items}} ready', weightReady: 'Weight ready {{weight}}', decisive: '{{count}} decisive items not ready', show: 'Show', all: 'All',
    item: 'Item', kind: 'Kind', code: 'Code', requirement: 'Requirement', proof: 'Evidence', commitment: 'Commitment', ensure: 'ensure', strive: 'strive', weight: 'Weight', unit: 'Responsible unit', state: 'State', actions: 'Actions', by: '{{at}} by ', remark: 'Remark', done: 'Ready', lacking: 'Not ready', assign: 'Have another unit answer for it', unitCode: 'Code of the unit',
    document: 'document', field: 'field check', survey: 'survey', statistics: 'statistics', 'issued-document': 'issued document', 'explanatory-report': 'explanatory report', photo: 'photo', 'statistics-table': 'statistics table',
    year: 'Year', unitFilter: 'Code of the unit', gapKind: 'Kind of gap', atStake: '{{points}} points at stake in {{total}} gaps', export: 'Export to Excel', indicator: 'Indicator', causes: 'Gap', points: 'Points at stake', current: 'Value / target', none: 'There is no gap.', nothing: 'not reported', note: 'Put to its unit', noteTitle: 'Put a gap to its unit', reason: 'What is expected, and why', more: 'Read another page', shown: '{{count}} shown', yes: 'met', no: 'not met',
    commission: 'Commission a mock assessment', mockZh: 'Name (Chinese)', mockEn: 'Name (English)', assessorUnit: 'Third party', areas: 'Areas (codes, one a line)', from: 'From', until: 'Until', mockYear: 'Stands for the year', source: 'Stands for the source', allSources: 'all sources', sampleSize: 'Indicators to draw (empty: all)', seed: 'Seed of the sample',
    mock: 'Mock assessment', assessor: 'Third party', period: 'Period', score: 'Score', composed: 'Composed score', composedMissing: '{{score}} ({{count}} parts missing)', noMocks: 'No mock assessment has been commissioned.', indicators: 'Indicators', compared: 'Assessments compared', change: 'Change',
  },
);

export const useMockTexts = textsOf(
  'mock-assessment',
  {
    title: '模拟测评', lead: '受委托的第三方在此打分；提交后不能更改。', none: '没有委托给您的测评。', name: '名称', campaign: '创建', period: '期间', progress: '已打分 {{done}} / {{all}}', state: '状态', score: '得分',
    facts: '委托', assessor: '第三方', areas: '地区', year: '代表年份', sample: '抽样种子', total: '{{points}} / {{outOf}} 分，折合 {{score}}', summary: '总体评价', indicators: '指标', indicator: '指标', code: '编号', requirement: '要求', weight: '权重', points: '得分', finding: '发现', where: '地点', act: '打分', submit: '提交测评', area: '所在地区', place: '具体地点', pointsOf: '得分（0—{{weight}}）', notYet: '未打分', history: '历史',
  },
  {
    title: 'Mock assessments', lead: 'The commissioned third party scores here; once handed in, nothing changes.', none: 'Nothing was commissioned from you.', name: 'Name', campaign: 'Campaign', period: 'Period', progress: '{{done}} of {{all}} scored', state: 'State', score: 'Score',
    facts: 'Assignment', assessor: 'Third party', areas: 'Areas', year: 'Stands for', sample: 'Seed of the sample', total: '{{points}} of {{outOf}} points, {{score}} of 100', summary: 'Overall', indicators: 'Indicators', indicator: 'Indicator', code: 'Code', requirement: 'Requirement', weight: 'Weight', points: 'Points', finding: 'Finding', where: 'Where', act: 'Score', submit: 'Hand in', area: 'Area', place: 'Place', pointsOf: 'Points (0–{{weight}})', notYet: 'not scored', history: 'History',
  },
);
