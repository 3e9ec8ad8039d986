import type { PublicState } from '@zeren/requests-domain';
import { textsOf } from '../../language/language.js';

type Key =
  | 'title' | 'product' | 'lead' | 'file' | 'follow' | 'others' | 'ways' | 'what' | 'matter' | 'findMatter' | 'subject' | 'subjectHint' | 'words' | 'wordsHint'
  | 'where' | 'area' | 'smaller' | 'level' | 'choose' | 'site' | 'findSite' | 'noSite' | 'zoomIn' | 'zoomOut' | 'map' | 'mapHint' | 'here' | 'noPlace' | 'point' | 'noPoint' | 'photos' | 'addPhotos' | 'photoOf' | 'photoOfAnswer' | 'removePhoto' | 'photoRules' | 'notPhoto' | 'tooLarge' | 'tooMany'
  | 'who' | 'openHint' | 'confidentialHint' | 'anonymousHint' | 'name' | 'phone' | 'address'
  | 'similar' | 'similarLead' | 'askedBy' | 'meToo' | 'joined' | 'notSame' | 'send' | 'missing' | 'filed' | 'filedLead' | 'receipt' | 'secret' | 'keep' | 'another'
  | 'followLead' | 'look' | 'matterName' | 'areaName' | 'unit' | 'filedAt' | 'answeredAt' | 'dueAt' | 'answer' | 'merged' | 'none' | 'rate' | 'satisfied' | 'dissatisfied' | 'ratingWords' | 'ratedSatisfied' | 'ratedDissatisfied'
  | 'reopen' | 'reopenReason' | 'reopenHint' | 'nobody' | 'listLead' | 'openOnly' | 'more' | 'empty' | 'figures' | 'received' | 'onTime' | 'satisfaction' | 'median' | 'hours' | 'span' | 'noneSuch' | 'personal';

export const useFrontDoorTexts = textsOf<Key>(
  'front-door',
  {
    title: '诉求一网通办', product: '责任 Zeren', lead: '不用登录。写清事情和地点，凭回执随时查看办理情况。', file: '反映诉求', follow: '查询进度', others: '大家的诉求', ways: '页面',
    what: '什么事', matter: '事项类别', findMatter: '输入几个字查找，如“路灯”', subject: '一句话说明', subjectHint: '会公开，请不要写姓名、电话、身份证号。', words: '详细情况（选填）', wordsHint: '加密保存，只有办理的人能看。',
    where: '在哪里', area: '区县', smaller: '更细一级（选填）', level: '{{name}}（选填）', choose: '请选择', site: '登记的点位（选填）', findSite: '输入几个字查找，如“市场”', noSite: '没有这样的点位', zoomIn: '放大', zoomOut: '缩小', map: '在地图上标出地点', mapHint: '点方块选定登记的点位，或点别处标出地点；圆点是附近公开的诉求。', here: '用我现在的位置', noPlace: '得不到位置，请在地图上点出或只选区域。', point: '已标：北纬 {{latitude}}，东经 {{longitude}}', noPoint: '去掉标记',
    photos: '照片（最多 9 张）', addPhotos: '添加照片', photoOf: '照片 {{number}}', photoOfAnswer: '办理照片 {{number}}：{{subject}}', removePhoto: '去掉照片 {{number}}', photoRules: 'JPEG、PNG 或 WebP，每张不超过 10 MB；保存时去掉照片里除画面外的一切。', notPhoto: '“{{name}}”不是 JPEG、PNG 或 WebP 照片。', tooLarge: '“{{name}}”超过 10 MB。', tooMany: '最多 9 张照片，其余没有添加。',
    who: '您是谁', openHint: '办理单位也能看到，便于联系您。', confidentialHint: '只有与您联系的话务员和办公室能看到；不上公开页面。', anonymousHint: '不留任何信息；请保存好回执。', name: '姓名', phone: '电话', address: '地址',
    similar: '附近已有人反映', similarLead: '如果是同一件事，点“我也遇到”，一起跟进，不必等两次。', askedBy: '{{count}} 人反映', meToo: '我也遇到', joined: '将并入这一件', notSame: '不是同一件事', send: '提交', missing: '还缺：{{what}}', filed: '已收到', filedLead: '请记下回执号和查询码；不登录凭这两项查询、评价。', receipt: '回执号', secret: '查询码', keep: '查看办理情况', another: '再反映一件',
    followLead: '输入回执上的两项。', look: '查询', matterName: '事项', areaName: '地点', unit: '办理单位', filedAt: '提交时间', answeredAt: '答复时间', dueAt: '应于', answer: '答复', merged: '与他人反映的同一件事合并办理，下面是合并后的进度。', none: '没有找到：请核对回执号和查询码。',
    rate: '对答复满意吗？', satisfied: '满意', dissatisfied: '不满意', ratingWords: '想说的话（选填，加密保存）', ratedSatisfied: '您已评价：满意', ratedDissatisfied: '您已评价：不满意', reopen: '要求继续办理', reopenReason: '还有什么没有解决', reopenHint: '会告诉办理单位，请不要写电话号码。', nobody: '本页不显示任何个人信息。',
    listLead: '已受理、可公开的诉求：问了什么、谁在答、答得多快。不含个人信息。', openOnly: '只看未答复', more: '再看一些', empty: '还没有公开的诉求。', figures: '最近一年', received: '收到', onTime: '按时率', satisfaction: '满意率', median: '中位答复用时', hours: '{{count}} 个工作小时', span: '{{from}} 至 {{until}}', noneSuch: '没有这个城市的诉求入口。', personal: '这一句会公开，不能含电话或身份证号码。',
  },
  {
    title: 'One front door', product: 'Zeren 责任', lead: 'No account needed. Say what and where; your receipt shows how it goes on.', file: 'Tell us', follow: 'Follow', others: 'What others asked', ways: 'Pages',
    what: 'What is it?', matter: 'Class of matter', findMatter: 'Type a few letters, such as “lamp”', subject: 'In one line', subjectHint: 'Open to the public: no names, phone or identity numbers.', words: 'In your own words (optional)', wordsHint: 'Kept sealed; only those who handle it can read them.',
    where: 'Where is it?', area: 'District or county', smaller: 'A level further down (optional)', level: '{{name}} (optional)', choose: 'Choose', site: 'A registered site (optional)', findSite: 'Type a few letters, such as “market”', noSite: 'No such site', zoomIn: 'Closer', zoomOut: 'Further out', map: 'Mark the place on a map', mapHint: 'Press a square to choose that site, or anywhere else to mark the place; the dots are public requests nearby.', here: 'Use my position', noPlace: 'The position is not available: press the map, or choose the area alone.', point: 'Marked: {{latitude}} north, {{longitude}} east', noPoint: 'Remove the mark',
    photos: 'Photos (at most 9)', addPhotos: 'Add photos', photoOf: 'Photo {{number}}', photoOfAnswer: 'Photo {{number}} of the answer: {{subject}}', removePhoto: 'Remove photo {{number}}', photoRules: 'JPEG, PNG or WebP, at most 10 MB each; nothing but the picture is kept of them.', notPhoto: '“{{name}}” is no JPEG, PNG or WebP photo.', tooLarge: '“{{name}}” is larger than 10 MB.', tooMany: 'At most 9 photos; the others were not added.',
    who: 'Who are you?', openHint: 'The handling unit sees it too and can reach you.', confidentialHint: 'Only the operator and the office that speak with you see it; not on the public page.', anonymousHint: 'Nothing is kept of you; keep the receipt.', name: 'Name', phone: 'Phone', address: 'Address',
    similar: 'Asked nearby already', similarLead: 'If it is the same, press “Me too”: you follow it together and nobody waits twice.', askedBy: 'asked by {{count}}', meToo: 'Me too', joined: 'yours will join this one', notSame: 'It is not the same', send: 'Send', missing: 'Still missing: {{what}}', filed: 'Received', filedLead: 'Note the receipt and the secret: with both you follow and rate it without an account.', receipt: 'Receipt', secret: 'Secret', keep: 'See how it goes on', another: 'Tell us something else',
    followLead: 'Enter both from your receipt.', look: 'Look', matterName: 'Matter', areaName: 'Place', unit: 'Handled by', filedAt: 'Asked', answeredAt: 'Answered', dueAt: 'Due', answer: 'Answer', merged: 'Joined with the same request of others; this is how that one goes on.', none: 'Nothing found: check the receipt and the secret.',
    rate: 'Does the answer satisfy you?', satisfied: 'Yes', dissatisfied: 'No', ratingWords: 'In your own words (optional, kept sealed)', ratedSatisfied: 'You said that the answer satisfies you.', ratedDissatisfied: 'You said that the answer does not satisfy you.', reopen: 'Take it up again', reopenReason: 'What is still not solved', reopenHint: 'The handling unit is told: no phone numbers, please.', nobody: 'Nothing personal stands on this page.',
    listLead: 'Requests that were taken on and may be shown: what was asked, who answers, how fast. Nothing personal.', openOnly: 'Open ones only', more: 'Show more', empty: 'There are no public requests yet.', figures: 'The last year', received: 'Received', onTime: 'On time', satisfaction: 'Satisfied', median: 'Median time', hours: '{{count}} working hours', span: '{{from}} to {{until}}', noneSuch: 'There is no front door of this city.', personal: 'This line is open to the public and may hold no phone or identity number.',
  },
);

export const usePublicStates = textsOf<PublicState>(
  'public-states',
  { received: '已收到', accepted: '已受理', 'in-hand': '办理中', reported: '已办理，待反馈', answered: '已答复', ended: '已办结', declined: '不予受理', merged: '已合并' },
  { received: 'received', accepted: 'accepted', 'in-hand': 'being handled', reported: 'handled', answered: 'answered', ended: 'closed', declined: 'declined', merged: 'joined' },
);
