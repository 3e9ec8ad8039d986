import { textsOf } from '../../language/language.js';

export const useGridTexts = textsOf(
  'grid',
  {
    title: '今日待办', lead: '分派到本单位的诉求：', none: '眼下没有要办的诉求。', back: '返回待办', offline: '没有网络：所示为 {{time}} 读到的内容，办理会先存在本机',
    overdue: '已超时', today: '今天到期', later: '稍后', due: '办理期限', provisional: '暂定', takeIt: '签收', photo: '拍照', photoOf: '现场照片 {{number}}', remove: '删去照片 {{number}}',
    place: '照片附上拍摄位置', placeWhy: '用于证明在现场办理；不开启也可上报，位置不作考勤。', placed: '位置 {{latitude}}，{{longitude}}', unplaced: '未附位置', notPicture: '这个文件不是照片。', locating: '正在定位…',
    report: '上报办理结果', outcome: '结果', answer: '办理情况（会答复诉求人，请勿写个人信息）', answerOpen: '办理情况和照片会公开，照片里请勿拍到人。', send: '上报', stage: '到达环节：{{stage}}', part: '上报配合部分', note: '说明',
    waiting: '待发送（{{count}}）', waitingLead: '存在本机，联网后自动发送一次，不会重复。', sendNow: '现在发送', again: '再试一次', drop: '放弃这一步', blocked: '等前一步', refused: '未被接受：{{reason}}', madeAt: '{{time}} 办理', photos: '照片 {{count}} 张', attempts: '已试 {{count}} 次',
    ready: '没有网络也能打开本页办理。', kept: '已存入待发送', full: '一次最多 9 张照片', open: '查看完整页面', where: '地点', what: '事项', taking: '签收', stages: '环节', whyFirst: '请先写明办理情况。',
  },
  {
    title: 'To do today', lead: 'Requests dispatched to this unit: ', none: 'There is nothing to handle at the moment.', back: 'Back to the list', offline: 'No network: this was read at {{time}}; what you do is kept on this phone first',
    overdue: 'Overdue', today: 'Due today', later: 'Later', due: 'Due', provisional: 'provisional', takeIt: 'Take it', photo: 'Take a photo', photoOf: 'Photo {{number}} on site', remove: 'Remove photo {{number}}',
    place: 'Say where the photo was taken', placeWhy: 'It shows that the work was done on site. A report goes without it too; it is never used for attendance.', placed: 'At {{latitude}}, {{longitude}}', unplaced: 'Without a place', notPicture: 'This file is not a photo.', locating: 'Finding the place…',
    report: 'Report the result', outcome: 'Result', answer: 'What was done (told to the requester; name no person)', answerOpen: 'Words and photos become public: show no person in them.', send: 'Report', stage: 'Reached: {{stage}}', part: 'Report our part', note: 'Note',
    waiting: 'To be sent ({{count}})', waitingLead: 'Kept on this phone; sent once when there is a network, never twice.', sendNow: 'Send now', again: 'Try again', drop: 'Give this step up', blocked: 'waits for the step before', refused: 'Not accepted: {{reason}}', madeAt: 'done {{time}}', photos: '{{count}} photos', attempts: 'tried {{count}} ×',
    ready: 'This page opens without a network too.', kept: 'Kept, to be sent', full: 'Nine photos at most', open: 'Open the full page', where: 'Place', what: 'Matter', taking: 'Take it', stages: 'Stage', whyFirst: 'Say first what was done.',
  },
);
