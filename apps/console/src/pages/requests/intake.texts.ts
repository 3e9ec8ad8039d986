import { textsOf } from '../../language/language.js';

export const useIntakeTexts = textsOf(
  'intake',
  {
    title: '登记诉求', lead: '边听边记；Ctrl + Enter 保存。事项和地点一选好，旁边就显示时限、立案与结案标准和同样的诉求；保存后即按责任矩阵分派。', requests: '诉求', call: '来电人', phone: '电话', name: '姓名', address: '住址', disclosure: '身份', look: '查以往诉求', looked: '查询已记录。', earlier: '此号码以往的诉求', noEarlier: '没有查到以往的诉求。', joinHint: '同一件事可直接并入：先登记，再在诉求页并案。',
    channel: '渠道', kind: '类别', subject: '一句话事项（会公开，请勿写个人信息）', words: '诉求人原话（加密保存）', matter: '事项类别', findMatter: '按名称或代码查找', place: '地点（到村社区或网格）', findPlace: '按名称或代码查找', site: '点位（可不选）', noSite: '不在点位上', source: '来源（接访、问卷、媒体的名称）', urgent: '紧急', urgentReason: '紧急的理由', integrations: '四个融合', photos: '照片',
    similar: '同类同地、尚未办结的诉求', noSimilar: '没有同样的诉求。', limits: '办理时限', closing: '结案标准', filing: '立案标准', published: '标准规定', default: '本市自定', 'made-up': '演示数据', save: '保存（Ctrl + Enter）', missing: '请填写：{{what}}', saved: '已登记', receipt: '受理编号', tell: '请告知诉求人受理编号；凭编号和查询码可在网页查询。', secret: '查询码', open: '打开诉求', next: '下一件', clear: '清空', proposal: '归谁办理',
  },
  {
    title: 'File a request', lead: 'Write while they speak; Ctrl + Enter saves. Once matter and place are chosen, the side shows deadlines, when it is filed and closed, and what is the same; saved, it is routed by the matrix at once.', requests: 'Requests', call: 'Who calls', phone: 'Phone', name: 'Name', address: 'Address', disclosure: 'Identity', look: 'Earlier requests', looked: 'This look was recorded.', earlier: 'Earlier requests of this number', noEarlier: 'Nothing earlier was found.', joinHint: 'The same again? File it, then merge it on its page.',
    channel: 'Channel', kind: 'Kind', subject: 'In a line (public: name no person)', words: 'In their own words (kept sealed)', matter: 'Matter', findMatter: 'Find by name or code', place: 'Place (village or grid)', findPlace: 'Find by name or code', site: 'Site (may be left out)', noSite: 'At no site', source: 'Source (which hearing, questionnaire, medium)', urgent: 'Urgent', urgentReason: 'Why it is urgent', integrations: 'Integrations', photos: 'Photos',
    similar: 'Open ones of the same kind and place', noSimilar: 'Nothing of the same.', limits: 'Deadlines', closing: 'Closed when', filing: 'Filed when', published: 'by a published standard', default: "the city's own", 'made-up': 'made up for the demonstration', save: 'Save (Ctrl + Enter)', missing: 'Still missing: {{what}}', saved: 'Filed', receipt: 'Receipt', tell: 'Tell the receipt to whoever asks; with it and the code they can follow it on the web.', secret: 'Code', open: 'Open the request', next: 'Next call', clear: 'Clear', proposal: 'Who answers',
  },
);
