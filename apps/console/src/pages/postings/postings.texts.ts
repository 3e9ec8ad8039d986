import { textsOf } from '../../language/language.js';

export const usePostingTexts = textsOf(
  'postings',
  {
    title: '揭榜与认领', lead: '发榜的任务由单位以承诺竞标，定标后承诺即为任务目标；发现的问题由单位主动认领。投标只有本单位和发榜方看得到。', none: '还没有发榜。', more: '再读一页', post: '发榜',
    code: '编号', name: '名称', nameEn: '英文名称', kind: '类别', 'open-bid': '揭榜任务', problem: '待认领问题', closes: '截止', deadline: '完成期限', state: '状态', open: '接受中', over: '待定标', taken: '已有主', closed: '已撤榜', taker: '承担单位',
    description: '内容', campaign: '创建', metric: '计量单位', invited: '面向县区代码（空格分隔）', commitment: '承诺', finishBy: '完成日期', plan: '实施方案', value: '承诺值', postId: '责任岗位', bid: '投标', claim: '认领', award: '定标', close: '撤榜', reason: '理由',
    bids: '收到的投标', noBids: '没有可见的投标。', unit: '单位', round: '第 {{count}} 次', placed: '投标时间', task: '由此产生的任务', facts: '基本情况', actions: '办理', integrations: '四个融合', integrationsAsked: '四个融合（不选则随创建）', filters: '筛选', noneUnder: '没有归入这一维度的发榜。',
  },
  {
    title: 'Open bids and claims', lead: 'Units bid for posted work with a commitment, which becomes the task’s target when it is awarded; found problems are claimed. A bid is seen only by its own side and by the one that posted the work.', none: 'Nothing has been posted.', more: 'Read another page', post: 'Post work',
    code: 'Number', name: 'Name', nameEn: 'Name in English', kind: 'Kind', 'open-bid': 'Open bid', problem: 'Problem to be claimed', closes: 'Closes', deadline: 'Deadline', state: 'State', open: 'open', over: 'to be awarded', taken: 'taken', closed: 'closed', taker: 'Taken by',
    description: 'What', campaign: 'Campaign', metric: 'Unit of measure', invited: 'Codes of districts (with spaces between)', commitment: 'Commitment', finishBy: 'Finished by', plan: 'How', value: 'How much', postId: 'Accountable post', bid: 'Bid', claim: 'Claim', award: 'Award', close: 'Close', reason: 'Reason',
    bids: 'Bids received', noBids: 'There is no bid you can see.', unit: 'Unit', round: 'bid no. {{count}}', placed: 'Placed', task: 'The task that came of it', facts: 'Facts', actions: 'Actions', integrations: 'Four integrations', integrationsAsked: 'Four integrations (none: as its campaign)', filters: 'Filters', noneUnder: 'Nothing posted counts under this integration.',
  },
);
