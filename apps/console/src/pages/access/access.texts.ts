import type { Role } from '@zeren/kernel';
import { textsOf } from '../../language/language.js';

export const useAccessTexts = textsOf(
  'access',
  {
    title: '岗位与权限', lead: '谁在哪个岗位、有哪些角色、工作委托给谁。离岗即失去权限；授权与委托按日期生效，均留有记录。', unit: '单位', posts: '岗位', noPosts: '该单位没有登记的岗位。', holder: '任职', vacant: '空缺', since: '自 {{date}} 起',
    roles: '角色变更', granted: '授予', withdrawn: '撤销', grant: '授予角色', withdraw: '撤销角色', delegate: '委托代行', end: '提前终止', role: '角色', from: '起（首日）', until: '止（末日）', reason: '原因',
    deputy: '代行人岗位', inRoles: '以哪些角色', delegations: '委托代行', noDelegations: '没有委托记录。', post: '岗位', period: '期间', state: '状态', stateRunning: '进行中', stateComing: '未开始', stateOver: '已结束', endedBecause: '提前终止：{{reason}}', by: '经办 {{actor}}', more: '更多',
    mine: '委托给我的岗位', actIn: '以此岗位办事', meaning: '各角色可以做什么', token: '未变更的角色由登录账号携带。',
  },
  {
    title: 'Posts and access', lead: 'Who holds which post, in which roles, and whose work is in whose hands. Access ends with the post; grants and delegations hold by date and stay on record.', unit: 'Unit', posts: 'Posts', noPosts: 'No post of this unit is registered.', holder: 'Held by', vacant: 'vacant', since: 'since {{date}}',
    roles: 'Changes of roles', granted: 'granted', withdrawn: 'withdrawn', grant: 'Grant a role', withdraw: 'Withdraw a role', delegate: 'Delegate', end: 'End early', role: 'Role', from: 'First day', until: 'Last day', reason: 'Reason',
    deputy: 'Post of the deputy', inRoles: 'In which roles', delegations: 'Delegations', noDelegations: 'No delegation is on record.', post: 'Post', period: 'Period', state: 'State', stateRunning: 'under way', stateComing: 'to come', stateOver: 'over', endedBecause: 'Ended early: {{reason}}', by: 'by {{actor}}', more: 'More',
    mine: 'Posts whose work is delegated to me', actIn: 'Act in this post', meaning: 'What each role may do', token: 'Roles that were not changed here come with the account.',
  },
);

/** What each role may do: the bundle of permissions that its name stands for. */
export const useRoleMeaning = textsOf<Role>(
  'role-meaning',
  {
    operator: '登记租户；看不到任何业务数据。', 'city-office': '导入标准、分解任务、签发责任状、发布日历、授予角色。', 'district-office': '签收与异议、再分解、上报、维护本县区机构与日历。',
    officer: '签收、填报、办理本单位的任务与诉求。', leader: '查看本单位驾驶舱，签署责任状，裁定。', inspector: '督查、核实与抽查复核。', 'performance-office': '考核办法、评分、公布结果。',
    assessor: '只看到受托的测评。', auditor: '只读回放和核验历史；其查阅也被记录。', integrator: '订阅事件流，按开放标准读写诉求。', hotline: '登记、归类、分派诉求，回访。',
  },
  {
    operator: 'Registers tenants; sees no business data at all.', 'city-office': 'Imports standards, splits tasks, issues contracts, publishes the calendar, grants roles.', 'district-office': 'Accepts and objects, splits further, reports; keeps the district\'s register and calendar.',
    officer: 'Accepts, reports on and handles its unit\'s tasks and requests.', leader: 'Reads the unit\'s cockpit, signs contracts, rules.', inspector: 'Inspects, verifies and re-checks samples.', 'performance-office': 'Schemes, scores, publication of results.',
    assessor: 'Sees only the assessments it was commissioned with.', auditor: 'Replays and verifies history, read-only; each look is itself recorded.', integrator: 'Follows the event feed; reads and files requests by open standards.', hotline: 'Files, classifies and dispatches requests, and calls back.',
  },
);
