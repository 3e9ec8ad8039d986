import type { Figure, FigureDimension, Rates } from '@zeren/requests-domain';
import { textsOf } from '../../language/language.js';

export const useDimensionWords = textsOf<FigureDimension>(
  'figure-dimensions',
  { unit: '按单位', class: '按事项', area: '按区域', period: '按月份', channel: '按渠道', kind: '按类型', integration: '按四个融合' },
  { unit: 'By unit', class: 'By class', area: 'By area', period: 'By month', channel: 'By channel', kind: 'By kind', integration: 'By integration' },
);

export const useFigureWords = textsOf<Figure>(
  'figure-words',
  {
    received: '受理登记', merged: '并案', declined: '不予受理', returned: '按时退回', responseDue: '应响应', responded: '按时响应', due: '应办结', deferred: '缓办', onTime: '按时办结', late: '超时', overdue: '逾期未办',
    ended: '已办结', solved: '已解决', explained: '已解释', closed: '未解决办结', rated: '已评价', satisfied: '满意', dissatisfied: '不满意', reworked: '返工',
  },
  {
    received: 'Received', merged: 'Merged', declined: 'Declined', returned: 'Given back in time', responseDue: 'Response due', responded: 'Responded in time', due: 'Due', deferred: 'Deferred', onTime: 'On time', late: 'Late', overdue: 'Overdue and open',
    ended: 'Ended', solved: 'Solved', explained: 'Explained', closed: 'Closed unsolved', rated: 'Rated', satisfied: 'Satisfied', dissatisfied: 'Dissatisfied', reworked: 'Reworked',
  },
);

export const useRateWords = textsOf<keyof Rates>(
  'figure-rates',
  { response: '响应率', onTime: '按时办结率', solution: '解决率', satisfaction: '满意率' },
  { response: 'Response', onTime: 'On time', solution: 'Solution', satisfaction: 'Satisfaction' },
);

export const useFiguresTexts = textsOf(
  'request-figures',
  {
    title: '诉求指标', ofRequests: '按诉求计：一件一次。', ofHandlings: '按承办计：只计本单位接手之后的时间，不为他人的延误负责。', filters: '筛选', by: '口径', from: '登记日起', until: '登记日止', unit: '承办单位', area: '区域', channel: '渠道', kind: '类型',
    all: '全部', clear: '清除条件', none: '没有符合条件的诉求。', nowhere: '（未注明）', total: '合计', median: '办理用时中位数', what: '项目', trend: '各率走势', trendLabel: '各月响应率、按时办结率、解决率、满意率走势图，数据见表', behind: '{{figure}}：{{name}}',
    shut: '收起', more: '再读一页', subject: '诉求', filed: '登记', deadline: '办结期限', reported: '办结', state: '状态', openOne: '未办结', shown: '共 {{count}} 件，已显示 {{shown}} 件', rateOf: '{{part}} / {{whole}}',
    note: '按时办结率 = 按时办结 ÷（应办结 − 缓办）；解决率 = 已解决 ÷ 已办结，已解释与未解决办结分列；满意率 = 满意 ÷ 已评价。每个数字都可点开。',
  },
  {
    title: 'Figures of requests', ofRequests: 'Requests are counted, each once.', ofHandlings: 'Handlings are counted: each unit from its own dispatch on, for nobody answers for another\'s delay.', filters: 'Filters', by: 'Told apart', from: 'Filed from', until: 'Filed until', unit: 'Handling unit', area: 'Area', channel: 'Channel', kind: 'Kind',
    all: 'All', clear: 'Clear filters', none: 'No request matches.', nowhere: '(not stated)', total: 'Together', median: 'Median of handling', what: 'Of what', trend: 'Rates over time', trendLabel: 'Chart of response, on-time, solution and satisfaction rates by month; the figures stand in the table', behind: '{{figure}}: {{name}}',
    shut: 'Close', more: 'Read another page', subject: 'Request', filed: 'Filed', deadline: 'Deadline', reported: 'Reported', state: 'State', openOne: 'open', shown: '{{shown}} of {{count}} shown', rateOf: '{{part}} / {{whole}}',
    note: 'On time = on time ÷ (due − deferred); solution = solved ÷ ended, explained and closed unsolved told apart; satisfaction = satisfied ÷ rated. Every figure opens.',
  },
);
