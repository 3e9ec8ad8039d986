import { textsOf } from '../../language/language.js';

export const useCentreTexts = textsOf(
  'command-centre',
  {
    title: '{{unit}}指挥中心', plain: '指挥中心', lead: '看得见所辖的每一级：任务、诉求、责任状和下级上报的事项；向下派发，向上呈报。', noCentre: '本岗位不在指挥中心。市、县区、镇街三级设指挥中心。',
    now: '当前态势', cut: '按四个融合查看', redTasks: '告警任务', yellowTasks: '临期任务', dueToday: '今日到期任务', overdueTasks: '逾期任务', toAccept: '待签收任务', unowned: '无主诉求', overdueRequests: '逾期诉求', toDispatch: '待派诉求', toVerify: '待核实诉求', unsigned: '未签责任状', cameUp: '下级上报',
    up: '下级上报的事项', noneUp: '没有待答复的上报。', own: '本级上报的事项', noneOwn: '没有上报过。', what: '事项', from: '上报单位', to: '上报至', reason: '理由', since: '上报时间', answer: '答复', answered: '已答复', waiting: '待答复', measure: '处理方式', instruction: '处理意见', act: '操作', more: '更多', answerTo: '答复上报',
    below: '所辖各区域的诉求', noneBelow: '所辖区域没有诉求。', area: '区域', received: '登记', open: '未办结', overdue: '逾期', onTime: '按时办结率', satisfaction: '满意率', districts: '所辖各县区的任务', down: '向下派发', dispatchTasks: '下达任务', dispatchRequests: '派发诉求', splits: '分解任务', contracts: '签发责任状', inHand: '村社区、网格在办的诉求', ownWork: '本级任务',
    'taken-over': '本级接办', instructed: '提出意见，由下级办理', left: '退回下级办理', request: '诉求', task: '任务', contract: '责任状', raise: '上报上级指挥中心', raised: '上报理由', title2: '事项一句话说明', contractsWhole: '任务、诉求和上报事项只计归入这一维度的；一份责任状涵盖多个维度的任务，不按维度拆分，未签责任状仍为全部。',
  },
  {
    title: 'Command centre of {{unit}}', plain: 'Command centre', lead: 'Everything below, at each level: tasks, requests, contracts and what came up; dispatched downward, taken upward.', noCentre: 'This post is in no command centre. City, districts and towns have one.',
    now: 'How things stand', cut: 'Cut by one of the four integrations', redTasks: 'Tasks on red', yellowTasks: 'Tasks on yellow', dueToday: 'Tasks due today', overdueTasks: 'Tasks overdue', toAccept: 'Tasks to accept', unowned: 'Requests nobody owns', overdueRequests: 'Requests overdue', toDispatch: 'Requests to dispatch', toVerify: 'Requests to verify', unsigned: 'Contracts not signed', cameUp: 'Came up from below',
    up: 'What came up from below', noneUp: 'Nothing waits for an answer.', own: 'What went up from here', noneOwn: 'Nothing was taken up.', what: 'What', from: 'From', to: 'To', reason: 'Reason', since: 'Since', answer: 'Answer', answered: 'answered', waiting: 'waiting', measure: 'What is done', instruction: 'What is to be done', act: 'Act', more: 'More', answerTo: 'Answer what came up',
    below: 'Requests by area below', noneBelow: 'There is no request in the areas below.', area: 'Area', received: 'Received', open: 'Open', overdue: 'Overdue', onTime: 'On time', satisfaction: 'Satisfied', districts: 'Tasks by district', down: 'Dispatch downward', dispatchTasks: 'Dispatch a task', dispatchRequests: 'Dispatch requests', splits: 'Split tasks', contracts: 'Issue contracts', inHand: 'Requests with villages and grids', ownWork: 'Work of this town',
    'taken-over': 'Taken over here', instructed: 'Instructed; it stays below', left: 'Left where it is', request: 'Request', task: 'Task', contract: 'Contract', raise: 'Take it up to the centre above', raised: 'Reason for taking it up', title2: 'What it is, in a line', contractsWhole: 'Tasks, requests and what came up are those under this integration. A contract binds to tasks of several at once and is not cut: contracts not signed are all of them.',
  },
);
