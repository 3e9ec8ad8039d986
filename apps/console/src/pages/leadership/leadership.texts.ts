import { textsOf } from '../../language/language.js';

export const useLeadershipTexts = textsOf(
  'leadership',
  {
    title: '领导包保与领导小组', lead: '领导包保区域、点位、企业和产业链（链长），按日期生效；结束不删除。领导小组及其办公室、工作专班由岗位组成。', on: '生效日期', kind: '类别', all: '全部', leader: '领导', byLeader: '只看这位领导', everyone: '看全部领导',
    assignments: '包保', none: '这一天没有符合条件的包保。', what: '包保对象', duty: '内容', period: '期间', document: '依据', reason: '理由', since: '自 {{from}} 起', between: '{{from}} 至 {{until}}',
    area: '区域', site: '点位', enterprise: '企业', chain: '产业链', who: '这里由谁负责', place: '区域或单位', nobody: '这一天没有领导包保此处。', choosePlace: '选择一个区域，看这一天由哪位领导包保。',
    assign: '新增包保', targetArea: '区域或企业', targetCode: '产业链编号', targetSite: '点位', findSite: '按名称或编号查找点位', nameZh: '产业链名称', nameEn: '英文名称', from: '开始日', until: '结束日（可不填）', ends: '最后一天', end: '结束包保', ended: '结束：{{reason}}',
    groups: '领导小组', noGroups: '还没有领导小组。', group: '领导小组', found: '成立领导小组', purpose: '职责', sentTo: '发至县区', foundedOn: '成立日期', head: '组长', members: '成员', bodies: '办公室与工作专班', dissolved: '已撤销', name: '名称',
    body: '机构', office: '办公室', 'working-group': '工作专班', itself: '领导小组', host: '设在', form: '设立机构', endBody: '结束机构', appoint: '任命成员', release: '调整成员', dissolve: '撤销领导小组', post: '岗位', role: '角色', deputy: '副组长', member: '成员', liaison: '联络员',
    code: '编号（小写字母、数字、连字符）', noBodies: '还没有办公室和工作专班。', noMembers: '还没有成员。', past: '已结束', actions: '办理', facts: '基本情况', history: '历史', meetings: '会议',
  },
  {
    title: 'Leaders and leading groups', lead: 'Leaders answer for areas, sites, enterprises and industry chains, by date; what ends is not deleted. Leading groups, their offices and working groups are made of posts.', on: 'Effective on', kind: 'Kind', all: 'All', leader: 'Leader', byLeader: 'This leader only', everyone: 'All leaders',
    assignments: 'Assignments', none: 'No assignment of this day matches.', what: 'Answers for', duty: 'What', period: 'Period', document: 'Basis', reason: 'Reason', since: 'since {{from}}', between: '{{from}} to {{until}}',
    area: 'area', site: 'site', enterprise: 'enterprise', chain: 'industry chain', who: 'Who answers for this place', place: 'Area or unit', nobody: 'On this day no leader answers for it.', choosePlace: 'Choose an area to see which leader answers for it on this day.',
    assign: 'Assign a leader', targetArea: 'Area or enterprise', targetCode: 'Code of the chain', targetSite: 'Site', findSite: 'Find a site by name or number', nameZh: 'Name of the chain (Chinese)', nameEn: 'Name in English', from: 'From', until: 'Until (may be left open)', ends: 'Last day', end: 'End', ended: 'Ended: {{reason}}',
    groups: 'Leading groups', noGroups: 'There is no leading group.', group: 'Leading group', found: 'Found a leading group', purpose: 'Purpose', sentTo: 'Sent to districts', foundedOn: 'Founded on', head: 'Head', members: 'Members', bodies: 'Office and working groups', dissolved: 'dissolved', name: 'Name (Chinese)',
    body: 'Body', office: 'Office', 'working-group': 'Working group', itself: 'Leading group', host: 'Sits in', form: 'Form a body', endBody: 'End a body', appoint: 'Appoint a member', release: 'Release a member', dissolve: 'Dissolve the group', post: 'Post', role: 'Role', deputy: 'Deputy', member: 'Member', liaison: 'Liaison',
    code: 'Code (lower case, digits, hyphens)', noBodies: 'No office and no working group yet.', noMembers: 'No members yet.', past: 'ended', actions: 'Actions', facts: 'Facts', history: 'History', meetings: 'Meetings',
  },
);
