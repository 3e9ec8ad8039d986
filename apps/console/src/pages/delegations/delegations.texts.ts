import { textsOf } from '../../language/language.js';

export const useDelegationTexts = textsOf(
  'delegations',
  {
    title: '权力与资源下放', lead: '重心下移、资源下沉：上级提出，下级承接，双方都有记录；没有资源随行的权限下放须说明理由；收回也要有理由。', on: '这一天有效的', status: '状态', all: '全部', offered: '待承接', accepted: '已承接', declined: '未承接', recalled: '已收回', none: '没有符合条件的下放。',
    from: '下放单位', to: '承接单位', powers: '权限', resources: '随行资源', money: '经费 {{money}} 元/年', vehicles: '{{count}} 辆车', noResources: '无资源：{{reason}}', period: '期间', document: '依据', answer: '答复', reason: '理由',
    offer: '提出下放', matter: '事项类别（可不选）', powerZh: '权限名称', powerEn: '英文名称', moneyField: '经费（元/年）', vehiclesField: '车辆（辆）', post: '随行岗位', without: '没有资源随行的理由', since: '开始日', until: '结束日（可不填）', documentField: '依据文号',
    accept: '承接', note: '说明', decline: '不承接', recall: '收回', ends: '最后有效日', actions: '办理', history: '历史', resourcesRows: '随行岗位',
  },
  {
    title: 'Delegation downward', lead: 'Authority and resources go down: offered by the higher unit, taken by the lower, on record with both. Powers without resources need a stated reason, and so does taking them back.', on: 'In force on', status: 'State', all: 'All', offered: 'to be taken', accepted: 'taken', declined: 'declined', recalled: 'taken back', none: 'No delegation matches.',
    from: 'From', to: 'To', powers: 'Powers', resources: 'Resources', money: '{{money}} yuan a year', vehicles: 'Vehicles: {{count}}', noResources: 'No resources: {{reason}}', period: 'Period', document: 'Basis', answer: 'Answer', reason: 'Reason',
    offer: 'Offer a delegation', matter: 'Matter class (may be left open)', powerZh: 'Power (Chinese)', powerEn: 'In English', moneyField: 'Money (yuan a year)', vehiclesField: 'Vehicles', post: 'Post that goes with it', without: 'Why no resources go with it', since: 'From', until: 'Until (may be left open)', documentField: 'Document',
    accept: 'Take it', note: 'Note', decline: 'Decline', recall: 'Take back', ends: 'Last day in force', actions: 'Actions', history: 'History', resourcesRows: 'Posts that go with it',
  },
);
