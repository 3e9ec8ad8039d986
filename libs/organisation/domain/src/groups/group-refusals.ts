import { refusalsOf, type Refusals } from '@zeren/kernel';

/** Why a change of a leading group is refused, and what to do. */
export const groupRefusals = {
  'group-exists': { zh: '该领导小组已成立，且内容不同。', en: 'This leading group exists already, with other content.' },
  'group-not-founded': { zh: '没有这个领导小组。', en: 'There is no such leading group.' },
  'group-without-name': { zh: '请写明中英文名称。', en: 'Name it in Chinese and in English.' },
  'group-without-purpose': { zh: '请写明职责。', en: 'Say what it is for.' },
  'group-without-document': { zh: '请写明依据的文号。', en: 'Name the document it rests on.' },
  'group-without-reason': { zh: '请写明理由。', en: 'Give the reason.' },
  'group-dissolved': { zh: '领导小组已于 {until} 撤销。', en: 'The leading group was dissolved on {until}.' },
  'group-tenant-unknown': { zh: '“{tenantId}”不是本市的县区。', en: '"{tenantId}" is no district of this city.' },
  'group-body-exists': { zh: '机构编号“{body}”已用于其他内容。', en: 'The code "{body}" already stands for something else.' },
  'group-body-unknown': { zh: '领导小组没有现存的机构“{body}”。', en: 'The leading group has no body "{body}" now.' },
  'group-office-exists': { zh: '领导小组已有办公室，请先结束原办公室。', en: 'The leading group has an office; end that one first.' },
  'group-unit-required': { zh: '请选择所设单位。', en: 'Choose the unit in which it sits.' },
  'group-post-required': { zh: '请选择岗位。', en: 'Choose the post.' },
  'group-unit-unknown': { zh: '名册中没有 {day} 当日存在的单位 {unitId}。', en: 'The register has no unit {unitId} on {day}.' },
  'group-post-unknown': { zh: '名册中没有 {day} 当日存在的岗位 {postId}。', en: 'The register has no post {postId} on {day}.' },
  'group-not-circulated': { zh: '成立文件没有发至岗位 {postId} 所在的县区。', en: 'The founding document did not go to the district of post {postId}.' },
  'group-dates': { zh: '日期 {until} 早于 {from}。', en: 'The day {until} is before {from}.' },
  'group-member-already': { zh: '岗位 {postId} 自 {from} 起已是成员，期间不能重叠。', en: 'Post {postId} is a member from {from}; times never overlap.' },
  'group-headed-already': { zh: '该机构自 {from} 起已由岗位 {postId} 任组长（主任），同一天只能有一位。', en: 'Post {postId} heads this body from {from}; there is one head on any day.' },
  'group-member-unknown': { zh: '岗位 {postId} 不是现任成员。', en: 'Post {postId} is no member now.' },
} as const satisfies Refusals;

export const refuseGroup: (
  code: keyof typeof groupRefusals, field?: string, details?: Readonly<Record<string, string | number>>,
) => never = refusalsOf(groupRefusals);
