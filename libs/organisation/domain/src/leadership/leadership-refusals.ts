import { refusalsOf, type Refusals } from '@zeren/kernel';

/** Why an assignment of a leader is refused, and what to do. */
export const leadershipRefusals = {
  'assignment-post-required': { zh: '请选择领导的岗位。', en: 'Choose the leader\'s post.' },
  'assignment-target-required': { zh: '请选择或填写包保对象。', en: 'Say what is answered for.' },
  'assignment-post-unknown': { zh: '名册中没有 {day} 当日存在的岗位 {postId}。', en: 'The register has no post {postId} on {day}.' },
  'assignment-post-does-not-lead': { zh: '包保由正职或分管领导承担，岗位 {postId} 不是领导岗位。', en: 'A head or deputy answers; post {postId} is neither.' },
  'assignment-target-unknown': { zh: '名册中没有 {day} 当日存在的“{id}”，请先登记。', en: 'The register has no "{id}" on {day}; enter it first.' },
  'assignment-target-kind': { zh: '“{id}”不是所选类别：区域须在区划树内，企业须为树外单位。', en: '"{id}" is not of this kind: an area stands in the tree, an enterprise outside it.' },
  'assignment-target-unnamed': { zh: '请写明产业链的中英文名称。', en: 'Name the chain in Chinese and in English.' },
  'assignment-without-duty': { zh: '请写明包保的内容。', en: 'Say what is answered for.' },
  'assignment-without-document': { zh: '请写明依据的文号。', en: 'Name the document by which it is assigned.' },
  'assignment-without-reason': { zh: '请写明理由。', en: 'Give the reason.' },
  'assignment-dates': { zh: '结束日 {until} 早于开始日 {from}。', en: 'The last day {until} is before the first, {from}.' },
  'assignment-overlaps': { zh: '该领导自 {from} 起已包保此处，期间不能重叠；请先结束原包保。', en: 'This leader already answers for it from {from}; periods never overlap, end that one first.' },
  'assignment-unknown': { zh: '没有自 {from} 起的这一包保。', en: 'There is no such assignment from {from}.' },
  'assignment-ended': { zh: '该包保已于 {until} 结束。', en: 'This assignment ended on {until}.' },
} as const satisfies Refusals;

export const refuseLeadership: (
  code: keyof typeof leadershipRefusals, field?: string, details?: Readonly<Record<string, string | number>>,
) => never = refusalsOf(leadershipRefusals);
