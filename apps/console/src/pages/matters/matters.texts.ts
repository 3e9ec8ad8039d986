import type { MatterClass, MatterKind, TermUnit } from '@zeren/organisation-domain';
import { textsOf } from '../../language/language.js';

export const useMattersTexts = textsOf(
  'matters',
  {
    title: '事项目录', lead: '一本目录，各渠道通用：立案条件、分段时限、结案标准。发布后不再改动，调整须发布新版本。', none: '本市还没有发布事项目录。', noneFound: '没有符合条件的类别。',
    version: '版本', versionOf: '第 {{version}} 版 · 自 {{date}} 起', document: '文号', search: '按代码或名称查找', major: '大类', code: '代码', name: '类别', filing: '立案条件', stages: '分段时限', closing: '结案标准',
    count: '{{count}} 类', limits: '时限依据', unsaid: '标准未载明', urgent: '紧急', defaultTerm: '无公布时限者：{{term}}', kinds: '性质', source: '出处',
    again: '发布新版本', validFrom: '生效日期', term: '无公布时限者的处置时限（工作日）', arbitration: '职责不清事项的裁定时限（工作日）', arbitrationTerm: '职责不清者裁定：{{term}}', wrongTerm: '请填写正整数。', againLead: '类别不变，只调整本级默认时限与裁定时限。类别的增减请导入整本目录。',
  },
  {
    title: 'Catalogue of matters', lead: 'One catalogue for every way in: when something is filed, its staged deadlines, when it is closed. A version never changes; an adjustment is a new one.', none: 'No catalogue has been laid down yet.', noneFound: 'No class matches.',
    version: 'Version', versionOf: 'Version {{version}}, from {{date}}', document: 'Document', search: 'Find by code or name', major: 'Major class', code: 'Code', name: 'Class', filing: 'Filed when', stages: 'Staged deadlines', closing: 'Closed when',
    count: '{{count}} classes', limits: 'Limits', unsaid: 'no standard says', urgent: 'urgent', defaultTerm: 'Where no limit is published: {{term}}', kinds: 'Kind', source: 'Source',
    again: 'Publish a new version', validFrom: 'Begins on', term: 'Working days where no limit is published', arbitration: 'Working days to rule on what nobody, or several, own', arbitrationTerm: 'Ruled on where nobody, or several, own it: {{term}}', wrongTerm: 'Give a whole number above zero.', againLead: 'The classes stay; only the default term and the term to rule change. To add or remove classes, lay the whole catalogue down by import.',
  },
);

export const useKindTexts = textsOf<MatterKind>(
  'matter-kinds',
  { event: '事件', component: '部件', enterprise: '企业诉求', dispute: '矛盾纠纷' },
  { event: 'Events', component: 'Components', enterprise: 'Enterprises', dispute: 'Disputes' },
);

export const useLimitTexts = textsOf<MatterClass['limits']>(
  'matter-limits',
  { published: '已公布', default: '本级默认', 'made-up': '演示拟定' },
  { published: 'published', default: 'default', 'made-up': 'made up' },
);

export const useTermTexts = textsOf<TermUnit>(
  'term-units',
  { minute: '{{value}} 分钟', 'clock-hour': '{{value}} 小时', 'working-hour': '{{value}} 个工作小时', 'working-day': '{{value}} 个工作日' },
  { minute: '{{value}} min', 'clock-hour': '{{value}} h', 'working-hour': '{{value}} working h', 'working-day': '{{value}} working days' },
);
