import { textsOf } from '../../language/language.js';
import type { BoardList } from './lists.js';

export const useListTexts = textsOf<BoardList>(
  'request-lists',
  {
    'to-accept': '待受理', 'to-dispatch': '待分派', unowned: '无主', 'in-hand': '办理中', 'to-arbitrate': '退回待仲裁', 'deferral-asked': '缓办待答复', 'to-verify': '待核实', 'to-feed-back': '待反馈', 'to-call-back': '待回访', ended: '已结束', away: '已转他方', mine: '本单位承办', overdue: '已超时', all: '全部',
  },
  {
    'to-accept': 'To accept', 'to-dispatch': 'To dispatch', unowned: 'Unowned', 'in-hand': 'In hand', 'to-arbitrate': 'Returns', 'deferral-asked': 'Deferrals asked for', 'to-verify': 'To verify', 'to-feed-back': 'To feed back', 'to-call-back': 'To call back', ended: 'Over', away: 'With others', mine: 'Our own', overdue: 'Late', all: 'All',
  },
);

export const useBoardTexts = textsOf(
  'requests',
  {
    title: '诉求', lead: '一个入口：热线、网页、接访、巡查、问卷、媒体来的诉求都在这里。', file: '登记诉求', unownedPage: '无主诉求裁定', lists: '清单', filters: '筛选', search: '按事项或受理编号查找', all: '全部', clear: '清除条件', kind: '类别', channel: '渠道', area: '地点', unit: '单位', matter: '事项类别', subject: '诉求', status: '状态', time: '时限', due: '期限', leadUnit: '牵头单位', filed: '提出', provisional: '暂定', urgent: '紧急', waited: '已等 {{time}}', deferralAsked: '申请缓办', more: '再读一页', shown: '已显示 {{count}} 件', none: '没有符合条件的诉求。', sort: '排序', byDue: '期限先到的在前', byFiled: '新提出的在前', notDue: '—',
  },
  {
    title: 'Requests', lead: 'One front door: what comes in by hotline, web, hearing, patrol, questionnaire and media is here.', file: 'File a request', unownedPage: 'Rule on the unowned', lists: 'Lists', filters: 'Filters', search: 'Find by subject or receipt', all: 'All', clear: 'Clear filters', kind: 'Kind', channel: 'Channel', area: 'Place', unit: 'Unit', matter: 'Matter', subject: 'Request', status: 'State', time: 'Clock', due: 'Deadline', leadUnit: 'Lead unit', filed: 'Filed', provisional: 'provisional', urgent: 'urgent', waited: 'waiting for {{time}}', deferralAsked: 'deferral asked for', more: 'Read another page', shown: '{{count}} shown', none: 'No request matches.', sort: 'Order', byDue: 'Soonest due first', byFiled: 'Latest filed first', notDue: '—',
  },
);
