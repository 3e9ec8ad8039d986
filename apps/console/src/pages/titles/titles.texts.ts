import { textsOf } from '../../language/language.js';

export const useTitleTexts = textsOf(
  'titles',
  {
    heading: '称号', lead: '申报、提名、授予、复审，直至保留或撤销。申报前提缺一项或负面清单出现一项，申报即终止；全域称号须各地区均已获得。', none: '还没有申报称号。', name: '称号', area: '地区', campaign: '创建', status: '状态', terms: '连续届数', validUntil: '有效期至', year: '申报年份', why: '终止原因', documents: '文号', history: '历史', steps: '下一步',
    apply: '申报称号', nominate: '录入提名', award: '录入授予', review: '录入复审', keep: '录入保留', withdraw: '录入撤销', code: '代码（小写字母、数字、-）', nameZh: '名称（中文）', nameEn: '名称（英文）', parts: '全域称号：须各自先获得称号的地区', preconditions: '申报前提（缺一即终止申报）', negativeList: '负面清单（出现一项即终止申报）', noneListed: '标准未列。', met: '具备', unmet: '不具备', absent: '未出现', present: '已出现', evidence: '依据', willEnd: '如此申报，提交后即终止：{{names}}', missing: '缺申报前提', occurred: '出现负面情形', version: '依据标准',
    on: '日期', document: '文号', verdict: '结论', passed: '通过', failed: '未通过', finding: '复审情况', reason: '理由',
  },
  {
    heading: 'Titles', lead: 'Applied for, nominated, awarded, reviewed again, and kept or withdrawn. One condition missing, or one item of the negative list, ends an application; a title of the whole needs every area’s.', none: 'No title has been applied for.', name: 'Title', area: 'Area', campaign: 'Campaign', status: 'State', terms: 'Terms in a row', validUntil: 'Valid until', year: 'Applied for in', why: 'Why it ended', documents: 'Documents', history: 'History', steps: 'Next',
    apply: 'Apply for a title', nominate: 'Enter nomination', award: 'Enter award', review: 'Enter review', keep: 'Enter keeping', withdraw: 'Enter withdrawal', code: 'Code (lower-case letters, digits, -)', nameZh: 'Name (Chinese)', nameEn: 'Name (English)', parts: 'Whole-area title: the areas that must each hold it first', preconditions: 'Conditions (one missing ends the application)', negativeList: 'Negative list (any one ends the application)', noneListed: 'The standard lists none.', met: 'Met', unmet: 'Not met', absent: 'Did not occur', present: 'Occurred', evidence: 'What shows it', willEnd: 'Declared like this, the application ends at once: {{names}}', missing: 'Condition not met', occurred: 'On the negative list', version: 'By the standard',
    on: 'Day', document: 'Document', verdict: 'Verdict', passed: 'Passed', failed: 'Failed', finding: 'Finding', reason: 'Reason',
  },
);
