import type { LocalisedText } from '@zeren/kernel';
import { choice, column, optional, type SheetDefinition } from '../sheet/index.js';

const nameColumns = [column('nameZh', '名称', 'Name (Chinese)', 30), optional('nameEn', '英文名称', 'Name (English)', 30)] as const;
const since = column('from', '生效日期', 'Effective from', 14);
const reason = optional('reason', '变更原因', 'Reason of the change', 30);

const divisions = {
  code: 'divisions',
  name: { zh: '区划', en: 'Divisions' },
  columns: [
    column('id', '编号', 'Id', 22), optional('code', '区划代码', 'Division code', 16), ...nameColumns,
    {
      ...column('kind', '类别', 'Kind', 12),
      choices: [
        choice('government', '政府', 'Government'), choice('district', '县区', 'District'), choice('town', '镇街', 'Town'),
        choice('village', '村社区', 'Village'), choice('grid', '网格', 'Grid'),
      ],
    },
    column('level', '层级', 'Level', 8), optional('parent', '上级编号', 'Parent', 22), since, reason,
  ],
} as const satisfies SheetDefinition;

const departments = {
  code: 'departments',
  name: { zh: '部门', en: 'Departments' },
  columns: [
    column('id', '编号', 'Id', 26), ...nameColumns,
    { ...column('kind', '类别', 'Kind', 12), choices: [choice('department', '部门', 'Department'), choice('office', '办公室', 'Office')] },
    column('parent', '上级编号', 'Parent', 22), since, reason,
  ],
} as const satisfies SheetDefinition;

const posts = {
  code: 'posts',
  name: { zh: '岗位', en: 'Posts' },
  columns: [
    column('id', '岗位编号', 'Post', 32), column('unit', '单位编号', 'Unit', 26), ...nameColumns,
    {
      ...column('kind', '类别', 'Kind', 14),
      choices: [choice('head', '主要负责人', 'Head'), choice('deputy', '分管负责人', 'Deputy'), choice('officer', '经办', 'Officer')],
    },
    since, optional('holder', '任职账号', 'Held by (account)', 30), optional('holderFrom', '任职日期', 'Held from', 14),
  ],
} as const satisfies SheetDefinition;

const externalParties = {
  code: 'externalParties',
  name: { zh: '外部单位', en: 'External parties' },
  columns: [column('id', '编号', 'Id', 30), ...nameColumns, since, reason],
} as const satisfies SheetDefinition;

const populations = {
  code: 'populations',
  name: { zh: '人口', en: 'Populations' },
  columns: [
    column('unit', '单位编号', 'Unit', 22), column('people', '人口数', 'People', 12), column('on', '统计日期', 'Counted on', 14),
    column('source', '来源', 'Source', 40),
  ],
} as const satisfies SheetDefinition;

const calendar = {
  code: 'calendar',
  name: { zh: '工作日历', en: 'Working calendar' },
  columns: [
    column('date', '日期', 'Date', 14), { ...column('kind', '类别', 'Kind', 12), choices: [choice('rest', '放假', 'Rest'), choice('work', '上班', 'Work')] },
    column('document', '依据', 'Notice', 50),
  ],
} as const satisfies SheetDefinition;

/** The sheets of an onboarding, each with its columns. */
export const onboardingSheets = { divisions, departments, posts, externalParties, populations, calendar } as const;

export type OnboardingSheet = keyof typeof onboardingSheets;
export type ColumnOf<Sheet extends OnboardingSheet> = (typeof onboardingSheets)[Sheet]['columns'][number]['code'];

/** The names of all sheets, for a sentence. */
export const sheetNames: LocalisedText = {
  zh: Object.values(onboardingSheets).map(({ name }) => name.zh).join('、'),
  en: Object.values(onboardingSheets).map(({ name }) => name.en).join(', '),
};
