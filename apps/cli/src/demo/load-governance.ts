import { inParallel, type Answer } from './api.js';
import { CITY, departmentUnit, districts } from './bazhong.js';
import type { Load } from './loading.js';

/** The day on which the demonstration's leading group met first. */
const DAY = '2013-01-18';
const PANJIN = '211100';

const office = `${CITY}.city-office`;
const text = (zh: string, en: string) => ({ zh, en });
const idOf = ({ body }: Answer): string => (body as { id: string }).id;
const document = (number: number): string => `市委办〔2013〕${number}号(演示)`;
const head = (slug: string): string => `${departmentUnit(slug)}.head`;

type Target = { readonly kind: 'area' | 'enterprise' | 'chain'; readonly id: string; readonly name?: ReturnType<typeof text> };

/** Who answers for what: towns of the city district, a centrally run body, two industry chains. Posts only. */
const assignments: readonly (readonly [postId: string, target: Target, duty: string])[] = [
  [`${CITY}.head`, { kind: 'area', id: '511902' }, '主城区创建总包保(演示)'],
  [head('urban-management'), { kind: 'area', id: '511902001' }, '背街小巷与市容秩序(演示)'],
  [head('health'), { kind: 'area', id: '511902002' }, '农贸市场与病媒防制(演示)'],
  [head('environment'), { kind: 'area', id: '511902003' }, '河道与噪声整治(演示)'],
  [head('publicity'), { kind: 'area', id: '511903' }, '恩阳新区创建(演示)'],
  [head('transport'), { kind: 'enterprise', id: `${CITY}-x-railway` }, '铁路沿线环境协调(演示)'],
  [head('agriculture'), { kind: 'chain', id: 'tea', name: text('茶叶产业链', 'Tea chain') }, '链长(演示)'],
  [head('commerce'), { kind: 'chain', id: 'logistics', name: text('商贸物流产业链', 'Trade and logistics chain') }, '链长(演示)'],
];

const assign = (load: Load, [postId, target, duty]: (typeof assignments)[number]): Promise<Answer> =>
  load.post(office, '/api/v1/leader-assignments', `leader:${postId}:${target.id}`, { postId, target, duty, from: DAY, document: document(8), reason: '分片包保、一链一策' });

const loadGroup = async (load: Load): Promise<string> => {
  const group = idOf(await load.post(office, '/api/v1/leading-groups', 'group', {
    name: text('五创联动工作领导小组(演示)', 'Leading Group for the Five Campaigns (demonstration)'), purpose: '统筹五项创建，研究跨部门、跨县区事项', document: document(1), foundedOn: '2013-01-04',
    sharedWith: districts.map(({ id }) => id),
  }));
  const path = `/api/v1/leading-groups/${group}`;
  await load.post(office, `${path}/bodies`, 'group:office', { body: 'office', kind: 'office', name: text('领导小组办公室', 'Office of the leading group'), hostUnitId: departmentUnit('creation-office'), from: '2013-01-04', document: document(1) });
  await load.post(office, `${path}/bodies`, 'group:environment', { body: 'environment', kind: 'working-group', name: text('环境整治组', 'Working group on surroundings'), hostUnitId: departmentUnit('urban-management'), from: '2013-01-04', document: document(1) });
  const members = [
    ['group', `${CITY}.head`, 'head'], ['group', head('publicity'), 'deputy'], ['group', head('health'), 'member'], ['group', head('environment'), 'member'], ['group', '511902.head', 'member'], ['group', '511903.head', 'member'],
    ['office', head('creation-office'), 'head'], ['environment', head('urban-management'), 'head'], ['environment', head('water'), 'member'],
  ] as const;
  for (const [body, postId, role] of members) {
    const from = postId === '511903.head' ? DAY : '2013-01-04';
    await load.post(office, `${path}/members`, `group:${body}:${postId}`, { body, postId, role, from, document: document(1) });
  }
  return group;
};

const loadMeeting = async (load: Load, groupId: string): Promise<void> => {
  const posts = [`${CITY}.head`, head('water'), head('urban-management'), '511902.head', '511903.head'];
  const meeting = idOf(await load.post(office, '/api/v1/meetings', 'meeting', {
    title: text('巴河两岸整治联席会议(演示)', 'Joint meeting on the banks of the Ba (demonstration)'), groupId, plannedOn: DAY, place: '市政府第一会议室', chairPostId: `${CITY}.head`, invitedPostIds: posts,
    agenda: [{ number: 1, subject: '两岸整治分工与时限', reportingUnitId: departmentUnit('water') }, { number: 2, subject: '占道经营整治', reportingUnitId: departmentUnit('urban-management') }],
  }));
  await load.post(office, `/api/v1/meetings/${meeting}/minutes`, 'meeting:minutes', {
    heldOn: DAY, minutesNumber: '市联席纪要〔2013〕1号(演示)',
    attendance: posts.map((postId) => ({ postId, presence: postId === '511903.head' ? 'absent' : 'present' })),
    decisions: [
      { number: 1, agendaItem: 1, text: '市水务局牵头，三年内完成主城段两岸整治并建立长效管护', leadUnitId: departmentUnit('water'), dueOn: '2015-12-31' },
      { number: 2, agendaItem: 2, text: '市城市管理局牵头规范占道经营，疏堵结合', leadUnitId: departmentUnit('urban-management'), dueOn: '2015-12-31' },
      { number: 3, agendaItem: 2, text: '巴州区设置便民摊区', leadUnitId: '511902', dueOn: '2015-12-31' },
    ],
  });
  await load.post(office, '/api/v1/meetings', 'meeting:next', {
    title: text('迎检筹备联席会议(演示)', 'Joint meeting on the coming assessment (demonstration)'), groupId, plannedOn: '2015-12-10', place: '市政府第二会议室', chairPostId: `${CITY}.head`, invitedPostIds: posts,
    agenda: [{ number: 1, subject: '迎检准备与差距整改', reportingUnitId: departmentUnit('creation-office') }],
  });
};

const power = (zh: string, en: string) => ({ name: text(zh, en) });

/** What goes down, with what, and what the lower side says to it. */
const loadDevolutions = async (load: Load): Promise<void> => {
  const offer = async (account: string, key: string, said: object): Promise<string> => idOf(await load.post(account, '/api/v1/devolutions', `devolution:${key}`, { from: DAY, document: document(21), ...said }));
  const toDistrict = await offer(office, 'bazhou', {
    fromUnitId: departmentUnit('urban-management'), toUnitId: '511902', powers: [power('占道经营处罚', 'Penalties for trading on the pavement'), power('户外广告设置审批', 'Permits for outdoor advertising')],
    resources: { postIds: [`${departmentUnit('urban-management')}.officer`], money: '860000.00', vehicles: 6 },
  });
  await load.post('511902.district-office', `/api/v1/devolutions/${toDistrict}/acceptance`, 'devolution:bazhou:taken', { note: '已承接，人员到位(演示)' });
  await offer(office, 'pingchang', {
    fromUnitId: departmentUnit('environment'), toUnitId: '511923', powers: [power('餐饮油烟日常检查', 'Daily checks of kitchen fumes')], resources: { postIds: [], money: '120000.00', vehicles: 1 },
  });
  const unwelcome = await offer(office, 'tongjiang', {
    fromUnitId: departmentUnit('housing'), toUnitId: '511921', powers: [power('建筑垃圾处置核准', 'Permits for building waste')], resources: { postIds: [], vehicles: 0 }, withoutResources: '由县现有力量承担',
  });
  await load.post('511921.district-office', `/api/v1/devolutions/${unwelcome}/refusal`, 'devolution:tongjiang:declined', { reason: '没有人员和经费，难以承接(演示)' });
};

/** Panjin has leaders and delegates too, in the same deployment. */
const loadPanjin = async (load: Load): Promise<void> => {
  const account = `${PANJIN}.city-office`;
  await load.post(account, '/api/v1/leader-assignments', 'panjin:leader', {
    postId: `${PANJIN}.head`, target: { kind: 'enterprise', id: `${PANJIN}-x-liaohe-oilfield` }, duty: '油地共建协调(演示)', from: DAY, document: '盘委办〔2013〕3号(演示)', reason: '油地融合',
  });
  await load.post(account, '/api/v1/devolutions', 'panjin:devolution', {
    fromUnitId: PANJIN, toUnitId: '211103', powers: [power('油地结合部市容管理', 'Care of the city where it meets the oil field')], resources: { postIds: [], money: '300000.00', vehicles: 2 }, from: DAY, document: '盘政办〔2013〕9号(演示)',
  });
};

/** Leaders, the leading group and its first meeting, delegation downward. Made up, and marked so; no real persons. */
export const loadGovernance = async (load: Load): Promise<void> => {
  load.progress.begin('governance', 4);
  await inParallel(assignments, load.width, async (one) => { await assign(load, one); });
  load.progress.advance('governance');
  await loadMeeting(load, await loadGroup(load));
  load.progress.advance('governance');
  await loadDevolutions(load);
  load.progress.advance('governance');
  await loadPanjin(load);
  load.progress.advance('governance');
};

const underCampaigns = { env: ['old-new', 'problem-goal'], hea: ['problem-goal'], for: ['design-practice'], civ: ['party-smart', 'design-practice'], eco: ['old-new'] } as const;

/** Each campaign under its integrations; the meeting's decisions as tasks, one of them done. */
export const loadDecisions = async (load: Load): Promise<void> => {
  load.progress.begin('decisions', 2);
  for (const [campaign, integrations] of Object.entries(underCampaigns)) {
    await load.post(office, `/api/v1/campaigns/${CITY}_${campaign}/integrations`, `integrations:${campaign}`, { integrations, document: document(30) });
  }
  load.progress.advance('decisions');
  const meetings = (await load.get(office, '/api/v1/meetings?status=held&limit=1')) as { readonly items: readonly { readonly ownerTenantId: string; readonly id: string; readonly minutesNumber: string }[] };
  const [meeting] = meetings.items;
  if (!meeting) throw new Error('The meeting of the demonstration has not been held.');
  const dispatch = async (number: number, slug: string, zh: string, en: string): Promise<string> => idOf(await load.post(office, '/api/v1/tasks', `decision:${number}:${slug}`, {
    campaignId: `${CITY}_env`, code: `JD-00${number}-${slug}`, name: text(`${zh}(演示)`, `${en} (demonstration)`), evidence: 'document', unitId: departmentUnit(slug), unitTenantId: CITY, accountablePostId: head(slug),
    origin: { kind: 'meeting-decision', document: meeting.minutesNumber, decision: { meetingId: `${meeting.ownerTenantId}_${meeting.id}`, number } }, metric: { unit: '', direction: 'boolean' }, target: '1', dueOn: '2015-12-31',
  }));
  const plan = await dispatch(1, 'water', '两岸长效管护办法', 'Rules for the care of the banks');
  await load.post(`${departmentUnit('water')}.officer`, `/api/v1/tasks/${plan}/acceptance`, 'decision:water:accepted', {});
  await load.post(office, `/api/v1/tasks/${plan}/integrations`, 'decision:water:integrations', { integrations: ['design-practice'], reason: '制度建设先行' });
  await dispatch(1, 'environment', '两岸排口排查', 'Survey of outfalls on the banks');
  await dispatch(2, 'urban-management', '占道经营疏导点设置', 'Places set aside for traders');
  load.progress.advance('decisions');
};
