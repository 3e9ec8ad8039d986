import { sheetRefusals, type Refusals } from '@zeren/kernel';

/** Why an import into the register, a population or a site is refused. */
export const onboardingRefusals = {
  ...sheetRefusals,
  'import-refused': { zh: '文件有 {errors} 处错误，未导入任何内容。', en: 'The file has {errors} errors; nothing was imported.' },
  'import-under-way': {
    zh: '另一份文件正在导入，{until} 前机构名册不接受其他变更；请用同一文件继续导入，或稍后再试。',
    en: 'Another file is being imported; until {until} the register takes no other change. Import the same file to go on, or try again later.',
  },
  'sheet-column-unknown': { zh: '不认识列“{column}”，请删除该列或使用模板。', en: 'The column “{column}” is not known; remove it or use the template.' },
  'sheets-empty': { zh: '文件中没有可导入的行；工作表名称应为：{sheets}。', en: 'The file has no row to import; its sheets are named {sheets}.' },
  'sheet-too-many-rows': { zh: '文件共 {rows} 行，最多 {limit} 行。', en: 'The file has {rows} rows; {limit} are the most.' },
  'cell-form': { zh: '“{value}”格式不对，应如 {example}。', en: '“{value}” does not have the expected form; write it like {example}.' },
  'cell-long': { zh: '文字过长，最多 {limit} 个字。', en: 'The text is too long; {limit} signs are the most.' },
  'change-reason-missing': {
    zh: '{unitId} 自 {from} 起有变更，须写明原因（批文或文号）。',
    en: '{unitId} changes from {from}; say why, with the document that decided it.',
  },
  'unit-in-two-places': {
    zh: '单位 {unitId} 自 {from} 起同时有两个上级：{first} 和 {second}；一个单位同一天只能在一处。',
    en: 'Unit {unitId} has two parents from {from} on, {first} and {second}; a unit is in one place on a day.',
  },
  'population-of-no-unit': { zh: '单位 {unitId} 在 {on} 并不存在。', en: 'Unit {unitId} does not exist on {on}.' },
  'population-not-whole': { zh: '人口须为非负整数，而不是 {people}。', en: 'A population is a whole number, not {people}.' },
  'population-source-missing': { zh: '{unitId} 的人口须写明来源。', en: 'The population of {unitId} needs its source.' },
} as const satisfies Refusals;
