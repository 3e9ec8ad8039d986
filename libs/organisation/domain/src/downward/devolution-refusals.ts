import { refusalsOf, type Refusals } from '@zeren/kernel';

/** Why a step of a delegation downward is refused, and what to do. */
export const devolutionRefusals = {
  'devolution-exists': { zh: '该下放已提出，且内容不同。', en: 'This delegation is offered already, with other content.' },
  'devolution-not-offered': { zh: '没有这项下放。', en: 'There is no such delegation.' },
  'devolution-unit-required': { zh: '请选择下放单位和承接单位。', en: 'Choose the unit that delegates and the one that receives.' },
  'devolution-unit-unknown': { zh: '名册中没有 {day} 当日存在的单位 {unitId}。', en: 'The register has no unit {unitId} on {day}.' },
  'devolution-not-downward': { zh: '下放只能自上而下：{toUnitId} 不在 {fromUnitId} 之下。', en: 'It goes downward only: {toUnitId} does not stand under {fromUnitId}.' },
  'devolution-not-own': { zh: '单位 {unitId} 属于其他租户，不能替它下放。', en: 'Unit {unitId} is another tenant\'s; nobody delegates in its place.' },
  'devolution-without-powers': { zh: '请写明下放的权限（中英文名称）。', en: 'Name the powers that go down, in Chinese and in English.' },
  'devolution-matter-unknown': { zh: '事项目录中没有 {matterCode}。', en: 'The catalogue of matters has no class {matterCode}.' },
  'devolution-power-repeated': { zh: '同一权限写了两次。', en: 'A power is named twice.' },
  'devolution-without-resources': { zh: '权限下放须有人员、经费或车辆随行，否则须说明理由。', en: 'Powers go down with posts, money or vehicles, or with a stated reason why without.' },
  'devolution-reason-needless': { zh: '已有资源随行，不写“无资源”的理由。', en: 'Resources go with it; a reason for going without says otherwise.' },
  'devolution-money-invalid': { zh: '经费须为正数（元/年）。', en: 'Money is a positive amount, in yuan a year.' },
  'devolution-post-unknown': { zh: '岗位 {postId} 不在本租户名册中，不能随权下沉。', en: 'Post {postId} is not in this tenant\'s register and cannot go down with it.' },
  'devolution-without-document': { zh: '请写明依据的文号。', en: 'Name the document it rests on.' },
  'devolution-without-reason': { zh: '请写明理由。', en: 'Give the reason.' },
  'devolution-dates': { zh: '结束日 {until} 早于开始日 {from}。', en: 'The last day {until} is before the first, {from}.' },
  'devolution-not-receiver': { zh: '只有接受单位 {unitId} 才能答复。', en: 'Only the receiving unit {unitId} answers.' },
  'devolution-not-giver': { zh: '只有下放的一方才能收回。', en: 'Only the side that delegated takes it back.' },
  'devolution-answered': { zh: '该下放已经答复。', en: 'This delegation was answered already.' },
  'devolution-ended': { zh: '该下放已经结束。', en: 'This delegation has ended.' },
} as const satisfies Refusals;

export const refuseDevolution: (
  code: keyof typeof devolutionRefusals, field?: string, details?: Readonly<Record<string, string | number>>,
) => never = refusalsOf(devolutionRefusals);
