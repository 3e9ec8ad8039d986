import { textsOf } from '../../language/language.js';

export const useProjectTexts = textsOf(
  'projects',
  {
    title: '项目', lead: '把指标落到具体项目：投资计划、按来源的资金、专款专用；完成可以超过计划。金额单位为万元。', none: '还没有登记的项目。', more: '再读一页', year: '年度', figures: '{{year}} 年完成情况',
    projects: '项目数', finished: '已建成', planned: '计划投资', completed: '完成投资', progress: '完成计划', bySource: '按来源', name: '项目', code: '编号', unit: '责任单位', investment: '总投资', state: '状态', running: '在建', finishedState: '已建成', restricted: 'BT 受限',
    restrictedWhy: '2012 年底起限制 BT 方式，本项目此后开工，登记时已提示。', plans: '投资计划', funding: '资金来源', source: '来源', amount: '金额', tied: '专款用途', anyUse: '不限', entries: '投资填报', noEntries: '还没有填报。', use: '用途', measuredOn: '日期', corrected: '更正为 {{amount}}（{{reason}}）',
    budget: '财政预算', consolidated: '整合项目资金', attracted: '招商引资', bt: 'BT', bot: 'BOT', report: '填报投资', correct: '更正', finish: '报告建成', finishedOn: '建成日期', reason: '理由', actions: '办理', facts: '基本情况', period: '工期', campaign: '创建', indicator: '指标', register: '登记项目', nameEn: '英文名称', starts: '开工', ends: '完工', tiedUse: '专款用途（可不填）', sum: '合计 {{sum}}', left: '与总投资相差 {{left}}', allYears: '整个项目', integrations: '四个融合', noneUnder: '没有归入这一维度的项目。', filters: '筛选',
  },
  {
    title: 'Projects', lead: 'Indicators made concrete: an investment plan, funding by source, tied use; completion may exceed the plan. Amounts in 10,000 yuan.', none: 'No project is registered.', more: 'Read another page', year: 'Year', figures: 'What {{year}} came to',
    projects: 'Projects', finished: 'Built', planned: 'Planned', completed: 'Completed', progress: 'Of the plan', bySource: 'By source', name: 'Project', code: 'Number', unit: 'Unit', investment: 'Investment', state: 'State', running: 'under way', finishedState: 'built', restricted: 'BT restricted',
    restrictedWhy: 'Build–transfer has been restricted since the end of 2012; this project began after that and was registered with a warning.', plans: 'Investment plan', funding: 'Funding', source: 'Source', amount: 'Amount', tied: 'Tied to', anyUse: 'any use', entries: 'Investment reported', noEntries: 'Nothing has been reported.', use: 'Use', measuredOn: 'Day', corrected: 'corrected to {{amount}} ({{reason}})',
    budget: 'Budget', consolidated: 'Consolidated project funds', attracted: 'Attracted investment', bt: 'BT', bot: 'BOT', report: 'Report investment', correct: 'Correct', finish: 'Report it built', finishedOn: 'Built on', reason: 'Reason', actions: 'Actions', facts: 'Facts', period: 'Period', campaign: 'Campaign', indicator: 'Indicator', register: 'Register a project', nameEn: 'Name in English', starts: 'Begins', ends: 'Ends', tiedUse: 'Tied to (may be empty)', sum: 'Sum {{sum}}', left: '{{left}} to the whole', allYears: 'whole project', integrations: 'Four integrations', noneUnder: 'No project counts under this integration.', filters: 'Filters',
  },
);
