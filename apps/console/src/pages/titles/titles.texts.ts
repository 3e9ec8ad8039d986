import { textsOf } from '../../language/language.js';

export const useTitleTexts = textsOf(
  'titles',
  {
    heading: '称号', lead: '申报、提名、授予、复审，直至保留或撤销。申报前提缺一项或负面清单出现一项，申报即终止；全域称号须各地区均已获得。', none: '还没有申报称号。', name: '称号', area: '地区', campaign: '创建', status: '状态', terms: '连续届数', validUntil: '有效期至', year: '申报年份', why: '终止原因', documents: '文号', history: '历史', steps: '下一步',
    apply: '申报称号', nominate: '录入提名', award: '录入授予', review: '录入复审', keep: '录入保留', withdraw: '录入撤销', code: '代码（小写字母、数字、-）', nameZh: '名称（中文）', nameEn: '名称（英文）', parts: '全域称号：组成地区代码，每行一个', evidence: '各项前提的依据', missing: '不具备的前提（代码，每行一个）', occurred: '出现的负面情形（代码，每行一个）',
    on: '日期', document: '文号', verdict: '结论', passed: '通过', failed: '未通过', finding: '复审情况', reason: '理由',
  },
  {
    heading: 'Titles', lead: 'Applied for, nominated, awarded, reviewed again, and kept or withdrawn. One condition missing, or one item of the negative list, ends an application; a title of the whole needs every area’s.', none: 'No title has been applied for.', name: 'Title', area: 'Area', campaign: 'Campaign', status: 'State', terms: 'Terms in a row', validUntil: 'Valid until', year: 'Applied for in', why: 'Why it ended', documents: 'Documents', history: 'History', steps: 'Next',
    apply: 'Apply for a title', nominate: 'Enter nomination', award: 'Enter award', review: 'Enter review', keep: 'Enter keeping', withdraw: 'Enter withdrawal', code: 'Code (lower-case letters, digits, -)', nameZh: 'Name (Chinese)', nameEn: 'Name (English)', parts: 'Whole-area title: codes of its areas, one a line', evidence: 'What shows the conditions', missing: 'Conditions not met (codes, one a line)', occurred: 'Items of the negative list that occurred (codes, one a line)',
    on: 'Day', document: 'Document', verdict: 'Verdict', passed: 'Passed', failed: 'Failed', finding: 'Finding', reason: 'Reason',
  },
);
