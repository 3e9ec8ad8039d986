import { refusalsOf, type Refusals } from '@zeren/kernel';

/** Why a change of the responsibility matrix is refused, and what to do. */
export const matrixRefusals = {
  'matrix-of-the-city': { zh: '责任矩阵由市级维护；县区只能就本辖区、本级单位作出裁定。', en: 'The city keeps the matrix; a district may rule only on its own area, between its own units.' },
  'matrix-reason-required': { zh: '请写明理由。', en: 'Say why.' },
  'matrix-date-wrong': { zh: '“{value}”不是有效日期，应为 YYYY-MM-DD。', en: '"{value}" is not a date of the calendar; write YYYY-MM-DD.' },
  'matrix-too-large': { zh: '一次最多变更 {limit} 行，请分几次进行。', en: 'At most {limit} rows change at once; do it in several versions.' },
  'matrix-empty': { zh: '没有要变更的行。', en: 'There is no row to change.' },
  'matrix-area-outside': { zh: '{area} 在 {day} 不是本市的区划（市、县区、镇街、村社区、网格）。', en: '{area} is no area of this city on {day}: a city, district, town, village or grid.' },
  'matrix-unit-outside': { zh: '单位 {unit} 在 {day} 不在本市及县区的机构名册中。', en: 'Unit {unit} stands neither in the register of this city nor in one of its districts\' on {day}.' },
  'matrix-matter-unknown': { zh: '事项类别 {matter} 不在 {day} 的目录中。', en: 'Class {matter} is not in the catalogue of {day}.' },
  'matrix-post-wrong': { zh: '岗位 {post} 不属于牵头单位 {unit}。', en: 'Post {post} is none of the lead unit {unit}.' },
  'matrix-supporting-wrong': { zh: '配合单位 {unit} 重复，或就是牵头单位。', en: 'Supporting unit {unit} is named twice, or leads.' },
  'matrix-claim-wrong': { zh: '属事（条）的责任只能由部门、机构或树外单位承担，{unit} 是区划。', en: 'A line is claimed by a department, an office or a body outside the tree; {unit} is an area.' },
  'matrix-rows-overlap': { zh: '{area} 的 {matter} 在同一时期有重叠的行（另见 {other}）：属地只能有一个牵头单位，同一部门不能重复。', en: 'Rows for {matter} in {area} overlap in time (see {other}): an area names one lead, and no department twice.' },
  'matrix-row-unknown': { zh: '{from} 没有编号为 {row} 的有效行。', en: 'No row {row} holds on {from}.' },
  'cell-has-owner': { zh: '{area} 的 {matter} 已有唯一的责任单位，无需裁定。', en: 'One unit answers for {matter} in {area} already; there is nothing to arbitrate.' },
  'cell-matter-wide': { zh: '请对一个小类提交裁定，而不是对“{matter}”。', en: 'Refer one class, not "{matter}".' },
  'matrix-sheet-missing': { zh: '工作簿中没有名为“责任矩阵”的工作表。', en: 'The workbook has no sheet called "Responsibility matrix".' },
  'matrix-sheet-wrong': { zh: '表格有 {count} 处错误；第 {row} 行 {column} 列：{sentence}', en: 'The sheet has {count} errors; row {row}, column {column}: {sentence}' },
} as const satisfies Refusals;

export type MatrixRefusal = keyof typeof matrixRefusals;

export const refuseMatrix: (code: MatrixRefusal, field?: string, details?: Readonly<Record<string, string | number>>) => never = refusalsOf(matrixRefusals);
