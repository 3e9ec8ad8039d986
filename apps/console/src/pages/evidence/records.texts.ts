import { textsOf } from '../../language/language.js';

export const useRecordTexts = textsOf(
  'evidence-records',
  {
    surveys: '调查', trainings: '培训', experiences: '经验', recordSurvey: '登记调查', recordTraining: '登记培训', recordExperience: '推荐一条经验', noSurveys: '还没有调查。', noTrainings: '还没有培训。', noExperiences: '还没有经验。',
    title: '名称', unit: '单位代码', of: '单位', campaign: '创建', indicator: '指标编号（可不填）', kind: '内容', awareness: '知晓率', support: '支持率', participation: '参与率', satisfaction: '满意率', area: '调查地区代码', areaOf: '地区', from: '开始日期', until: '结束日期', period: '时间',
    asked: '受访人数', answered: '作答人数', favourable: '肯定人数', sample: '样本', sampleOf: '{{answered}} / {{asked}} 人作答（{{response}}%）', rate: '比率', conductedBy: '实施单位', status: '状态', recorded: '有效', withdrawn: '已撤回', withdraw: '撤回', reason: '理由',
    heldOn: '日期', attendance: '到会', attendanceOf: '应到 {{invited}}，实到 {{attended}}', attendanceText: '参加单位：每行“单位代码 应到 实到”', attendanceWrong: '第 {{line}} 行须为“单位代码 应到 实到”',
    summary: '做法与成效', proposed: '已提出', promoted: '已推广', promote: '推广', document: '推广文件及文号', takenUp: '采用情况', takeUp: '我单位采用', on: '采用日期', how: '如何采用', none: '尚无', evidence: '佐证材料', evidenceHint: '从本单位在该创建下已建档的佐证中选择', fileEvidence: '现在建档', evidenceNumber: '佐证 {{number}}', send: '提交', cancel: '取消',
  },
  {
    surveys: 'Surveys', trainings: 'Trainings', experiences: 'Experiences', recordSurvey: 'Record a survey', recordTraining: 'Record a training', recordExperience: 'Put an experience forward', noSurveys: 'There is no survey yet.', noTrainings: 'There is no training yet.', noExperiences: 'There is no experience yet.',
    title: 'Title', unit: 'Code of the unit', of: 'Unit', campaign: 'Campaign', indicator: 'Indicator code (if any)', kind: 'About', awareness: 'Awareness', support: 'Support', participation: 'Participation', satisfaction: 'Satisfaction', area: 'Code of the area surveyed', areaOf: 'Area', from: 'First day', until: 'Last day', period: 'When',
    asked: 'People asked', answered: 'Who answered', favourable: 'In favour', sample: 'Sample', sampleOf: '{{answered}} of {{asked}} answered ({{response}}%)', rate: 'Rate', conductedBy: 'Conducted by', status: 'State', recorded: 'in force', withdrawn: 'withdrawn', withdraw: 'Withdraw', reason: 'Reason',
    heldOn: 'Day', attendance: 'Attendance', attendanceOf: '{{attended}} of {{invited}}', attendanceText: 'Units: on each line “unit code invited attended”', attendanceWrong: 'Line {{line}} must be “unit code invited attended”',
    summary: 'What was done and what came of it', proposed: 'put forward', promoted: 'recommended', promote: 'Recommend', document: 'Recommending document, with its number', takenUp: 'Taken up by', takeUp: 'Taken up by my unit', on: 'Since', how: 'How', none: 'none yet', evidence: 'Evidence', evidenceHint: 'Chosen from what the unit has on file for the campaign', fileEvidence: 'File it now', evidenceNumber: 'Evidence {{number}}', send: 'Send', cancel: 'Cancel',
  },
);
