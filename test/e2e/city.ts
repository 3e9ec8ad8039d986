import { get, post } from '@zeren/http/testing';
import type { Post, UnitKind, UnitVersion } from '@zeren/organisation-domain';
import type { AnnualTarget, MetricTarget, SplitRow, TaskMetric } from '@zeren/tasks-domain';
import { eventually } from './process.js';
import type { Product } from './product.js';

/** A city of two districts. */
export const CITY = '511900';
export const DISTRICT = '511902';
export const PEER = '511903';
/** Another city, which has nothing to do with it. */
export const STRANGER = '511922';

export const MORNING_OF_DISPATCH = '2013-02-18T01:00:00.000Z';
/** When the results of 2013 are due. */
export const DUE = '2013-06-30T15:59:59.000Z';
const SINCE = '2012-01-01';

const text = (zh: string, en: string) => ({ zh, en });

const levels = [text('市', 'City'), text('县区', 'District'), text('镇街', 'Town'), text('村社区', 'Village'), text('网格', 'Grid')];
const names: Readonly<Record<string, ReturnType<typeof text>>> = {
  [CITY]: text('巴中市', 'Bazhong City'), [DISTRICT]: text('巴州区', 'Bazhou District'), [PEER]: text('恩阳区', 'Enyang District'),
  [STRANGER]: text('邻市', 'Neighbouring City'),
};
const nameOf = (id: string) => names[id] ?? text(`单位 ${id}`, `Unit ${id}`);

const unit = (unitId: string, kind: UnitKind, level: number, parentUnitId: string | null): UnitVersion => ({
  unitId, code: /^\d+$/.test(unitId) ? unitId : null, name: nameOf(unitId), kind, level, parentUnitId, validFrom: SINCE,
});
const headOf = (unitId: string): Post => ({ postId: `${unitId}.head`, unitId, name: text('主要负责人', 'Head'), kind: 'head', validFrom: SINCE });
const holds = (unitId: string, officerId: string) => ({ postId: `${unitId}.head`, officerId, from: SINCE });

const cityRegister = {
  units: [
    unit(CITY, 'government', 1, null),
    ...[DISTRICT, PEER].map((id) => unit(id, 'district', 2, CITY)),
    ...['511902001', '511902002'].map((id) => unit(id, 'town', 3, DISTRICT)),
    ...['creation-office', 'supervision-office', 'performance-office', 'audit-office'].map((slug) => unit(`${CITY}-${slug}`, 'office', 1, CITY)),
    ...['health', 'environment'].map((slug) => unit(`${CITY}-${slug}`, 'department', 1, CITY)),
  ],
  posts: [...[CITY, `${CITY}-health`, `${CITY}-environment`].map(headOf), { ...headOf(`${CITY}-health`), postId: `${CITY}-health.officer`, kind: 'officer' as const }],
  holders: [holds(CITY, `${CITY}.leader`), holds(`${CITY}-health`, `${CITY}-health.leader`), holds(`${CITY}-environment`, `${CITY}-environment.leader`), { postId: `${CITY}-health.officer`, officerId: `${CITY}-health.officer`, from: SINCE }],
};
const districtRegister = (id: string) => ({
  units: ['creation-office', 'supervision-office'].map((slug) => unit(`${id}-${slug}`, 'office', 2, null)),
  posts: [headOf(id)],
  holders: [holds(id, `${id}.leader`)],
});
const strangersRegister = { units: [unit(STRANGER, 'government', 1, null)], posts: [headOf(STRANGER)], holders: [holds(STRANGER, `${STRANGER}.leader`)] };

type Register = { readonly units: readonly UnitVersion[]; readonly posts: readonly Post[]; readonly holders: readonly unknown[] };

/** A standard of three indicators: a count that is shared out, a percentage that all must reach, a yes or no. */
export const standardFile = {
  standard: { code: 'CLN', name_zh: '清洁城市标准', name_en: 'Clean city standard', version: '2012', source: 'https://standards.example/clean' },
  declared: { categories: 1, tasks: 3 },
  missing: 0,
  categories: [{
    code: 'CLN-01', name_zh: '城市面貌', name_en: 'Face of the city', named: 3,
    indicators: [
      { code: 'CLN-01-01', name_zh: '新建公厕', name_en: 'New public toilets', metric: { unit: '处', direction: 'at_least', target: 100 }, evidence: 'field' },
      { code: 'CLN-01-02', name_zh: '绿化覆盖率', name_en: 'Green cover', metric: { unit: '%', direction: 'at_least', target: 40 }, evidence: 'statistics' },
      { code: 'CLN-01-03', name_zh: '公布热线', name_en: 'Hotline published', metric: { unit: null, direction: 'boolean', target: null }, evidence: 'document' },
    ],
  }],
};

type Measure = {
  readonly code: string; readonly name: ReturnType<typeof text>; readonly evidence: SplitRow['evidence'];
  readonly weight: string; readonly lead: string; readonly metric: TaskMetric; readonly target: string; readonly shares: readonly [string, string];
};

const measures: readonly Measure[] = [
  {
    code: 'CLN-01-01', name: text('新建公厕', 'New public toilets'), evidence: 'field', weight: '40', lead: `${CITY}-health`,
    metric: { code: 'value', unit: '处', direction: 'at-least', distribution: 'share' }, target: '100', shares: ['60.25', '39.75'],
  },
  {
    code: 'CLN-01-02', name: text('绿化覆盖率', 'Green cover'), evidence: 'statistics', weight: '35', lead: `${CITY}-environment`,
    metric: { code: 'value', unit: '%', direction: 'at-least', distribution: 'threshold' }, target: '40', shares: ['40', '40'],
  },
  {
    code: 'CLN-01-03', name: text('公布热线', 'Hotline published'), evidence: 'document', weight: '25', lead: `${CITY}-health`,
    metric: { code: 'value', unit: '', direction: 'boolean', distribution: 'threshold' }, target: '1', shares: ['1', '1'],
  },
];
export const indicatorCodes = measures.map(({ code }) => code);

/** A target for each year of the cycle, due at the end of June. */
export const annualTargets = (value: string): AnnualTarget[] => [2013, 2014].map((year) => ({
  year, dueAt: `${year}-06-30T15:59:59.000Z`, targets: [{ metric: 'value', value } satisfies MetricTarget],
}));

const rowsOf = ({ code, name, evidence, weight, lead, metric, target, shares }: Measure): SplitRow[] => {
  const row: SplitRow = {
    key: code, parentKey: null, parentTaskId: null, campaignId: `${CITY}_clean`, indicatorCode: code, name, evidence,
    unitId: lead, unitTenantId: CITY, supportingUnitIds: [], accountablePostId: `${lead}.head`, level: 1, weight,
    metrics: [metric], annualTargets: annualTargets(target), deadline: '2014-12-31T15:59:59.000Z',
  };
  const children = ([[DISTRICT, '60.5', shares[0]], [PEER, '39.5', shares[1]]] as const).map(([unitId, part, share]): SplitRow => ({
    ...row, key: `${code}~${unitId}`, parentKey: code, unitId, unitTenantId: unitId, accountablePostId: `${unitId}.head`, level: 2,
    weight: part, annualTargets: annualTargets(share),
  }));
  return [row, ...children];
};

/** A sound split of the three indicators: for each a department's root and a task for each district. */
export const citySplit = (): SplitRow[] => measures.flatMap(rowsOf);

/** The same as key tasks of one year. */
export const keySplit = (): SplitRow[] =>
  citySplit().map((row) => ({ ...row, annualTargets: row.annualTargets.filter(({ year }) => year === 2013), deadline: '2013-12-31T15:59:59.000Z' }));

export const splitBody = {
  title: text('清洁城市任务分解', 'Split of the clean city'), cycle: { kind: 'routine', from: '2013-01-01', until: '2014-12-31' }, deepestLevel: 3,
};

export const campaignBody = {
  id: 'clean', name: text('创建清洁城市', 'Clean city'), standardId: `${CITY}_CLN.v1`, grade: text('省级', 'provincial'), leadUnitId: `${CITY}-health`,
  approval: { authority: '巴中市人民政府', document: '批文〔2012〕1号' },
  milestones: [{ year: 2014, unitId: CITY, commitment: 'ensure', text: text('通过验收', 'Passes acceptance') }],
  weights: measures.map(({ code, weight }) => ({ indicatorCode: code, weight })),
  weightsSource: text('由市里设定', 'Set by the city'), firstYear: 2013, lastYear: 2014, participantTenantIds: [DISTRICT, PEER],
};

export const importBody = { file: 'clean_city.json', content: standardFile, participantTenantIds: [DISTRICT, PEER] };

const law = { kind: 'law', title: '城市市容和环境卫生管理条例', number: '国务院令第101号(1992)' };

/** A contract between the city and one of its districts. */
export const contractBody = (splitId: string, districtId = DISTRICT) => ({
  responsibleUnitId: districtId, responsibleTenantId: districtId, responsiblePostId: `${districtId}.head`, issuerPostId: `${CITY}.head`,
  title: text('清洁城市目标责任状', 'Responsibility contract for the clean city'), splitId, legalBasis: [law],
  clauses: [
    { code: 'R1', kind: 'reward', legalBasis: null, text: text('通报表扬', 'Praised in a bulletin') },
    { code: 'V1', kind: 'veto', legalBasis: law, text: text('取消评先资格', 'Barred from awards') },
  ],
  period: { from: '2013-01-01', until: '2014-12-31' },
});

/** The same contract for every unit that leads a task of the split. */
export const batchBody = (splitId: string) => {
  const { legalBasis, clauses, period, issuerPostId } = contractBody(splitId);
  return { splitId, title: text('{unit}清洁城市目标责任状', 'Contract of {unit} for the clean city'), issuerPostId, responsiblePost: 'head', legalBasis, clauses, period };
};

/** The public key of an officer who signs outside the platform. */
export const ownKey = '-----BEGIN PUBLIC KEY-----\nMCowBQYDK2VwAyEAsuMqajmRpX5Oxa9g6xcvl25cGJxWxTnNO9LqUT0EG/o=\n-----END PUBLIC KEY-----\n';

export const SCHEME = `${CITY}_clean.v1`;
export const schemeBody = {
  code: 'clean', version: 1, name: text('清洁城市考核办法', 'Assessment of the clean city'),
  campaigns: [{ campaignId: `${CITY}_clean`, name: text('清洁城市', 'Clean city'), weight: '100' }],
  rules: { atLeast: 'linear', atMost: 'linear', range: 'threshold', boolean: 'threshold' }, lateDeduction: '10', reworkDeduction: '5',
  groups: [{ code: 'districts', name: text('县区组', 'Districts'), units: [DISTRICT, PEER].map((id) => ({ unitId: id, tenantId: id, name: nameOf(id) })) }],
  notApplicable: [], places: 2, tieRule: 'late-then-rework-then-shared',
};

export const result = (value: string, unitText = '处') => ({
  year: 2013, values: [{ metric: 'value', value, unit: unitText }], measuredOn: '2013-06-15', note: '',
});

/** What the steps of a city's main job made. */
export type City = { readonly splitId: string; taskId(code: string, unitId?: string): string };

/** Registers the city, its districts and the other city, with their units, posts and holders. */
export const openRegisters = async (product: Product): Promise<void> => {
  await product.clock(MORNING_OF_DISPATCH);
  const tenant = (tenantId: string, parentTenantId: string | null) =>
    product.done('platform.operator', post('/api/v1/tenants', {
      tenantId, name: nameOf(tenantId), kind: parentTenantId === null ? 'city' : 'district', parentTenantId, levels, timeZone: 'Asia/Shanghai',
    }));
  const register = async (account: string, { units, posts, holders }: Register) => {
    await product.done(account, post('/api/v1/organisation/units', { units }));
    await product.done(account, post('/api/v1/organisation/posts', { posts, holders }));
  };
  await tenant(CITY, null);
  await Promise.all([tenant(DISTRICT, CITY), tenant(PEER, CITY), tenant(STRANGER, null)]);
  await register(`${CITY}.city-office`, cityRegister);
  await Promise.all([
    ...[DISTRICT, PEER].map((id) => register(`${id}.district-office`, districtRegister(id))),
    register(`${STRANGER}.district-office`, strangersRegister),
  ]);
};

/** Drafts a split; gives its public id. */
export const draftSplit = async (product: Product, rows: readonly SplitRow[], account = `${CITY}.city-office`): Promise<string> => {
  const { id } = await product.done(account, post('/api/v1/splits', splitBody));
  await product.done(account, post(`/api/v1/splits/${id}/rows`, { part: 1, rows }));
  return id;
};

/** Drafts, approves and publishes a split, and waits until all its tasks are there. */
export const publishSplit = async (product: Product, rows: readonly SplitRow[], account = `${CITY}.city-office`): Promise<string> => {
  const id = await draftSplit(product, rows, account);
  await product.done(account, post(`/api/v1/splits/${id}/approval`, { document: '批文〔2013〕1号' }));
  const { position } = await product.done(account, post(`/api/v1/splits/${id}/publication`, {}));
  await eventually(`the ${rows.length} tasks of ${id}`, async () => {
    const { tasksPublished } = await product.done<{ tasksPublished: number }>(account, get(`/api/v1/splits/${id}?after=${position}`));
    return tasksPublished === rows.length || undefined;
  });
  return id;
};

/** The small city up to the morning on which its tasks are dispatched. */
export const openCity = async (product: Product): Promise<City> => {
  await openRegisters(product);
  await product.done(`${CITY}.city-office`, post('/api/v1/standards/imports', importBody));
  await product.done(`${CITY}.city-office`, post('/api/v1/campaigns', campaignBody));
  // One refusal, then the ruling: so that every route of a dispute can be taken.
  await product.done(`${CITY}.city-office`, post('/api/v1/task-rules/objections', { workingDays: 5, refusals: 1 }));
  const splitId = await publishSplit(product, citySplit());
  return { splitId, taskId: (code, unitId = DISTRICT) => `${splitId}.${code}~${unitId}` };
};

/** A sample of the one result that the district has verified by itself: of work it split further. */
export const drawSample = async (product: Product, { taskId }: City): Promise<{ readonly sampleId: string; readonly sampledTaskId: string }> => {
  const office = `${DISTRICT}.district-office`;
  const row = citySplit().find(({ key }) => key === `CLN-01-03~${DISTRICT}`) as SplitRow;
  const unitId = `${DISTRICT}-creation-office`;
  const further = { ...row, key: 'hotline', parentKey: null, parentTaskId: taskId('CLN-01-03'), unitId, accountablePostId: `${DISTRICT}.head`, level: 3, weight: '100' };
  const sampledTaskId = `${await publishSplit(product, [further], office)}.hotline`;
  await product.done(office, post(`/api/v1/tasks/${sampledTaskId}/acceptance`, {}));
  await product.done(office, post(`/api/v1/tasks/${sampledTaskId}/results`, { ...result('1', ''), measuredOn: '2013-02-15' }));
  const verification = { verdict: 'confirmed', finding: '属实' };
  const { position } = await product.done(`${DISTRICT}.inspector`, post(`/api/v1/tasks/${sampledTaskId}/results/2013/verification`, verification));
  await product.done(`${CITY}.inspector`, get(`/api/v1/tasks/${sampledTaskId}?after=${position}`));
  const sample = { districtTenantId: DISTRICT, year: 2013, seed: '2013-02-18', size: 1 };
  return { sampleId: (await product.done(`${CITY}.inspector`, post('/api/v1/samples', sample))).id, sampledTaskId };
};

/** Work for both districts to bid for. */
export const postingBody = {
  kind: 'open-bid', code: 'JB-01', title: text('背街小巷改造', 'Back lanes'), description: '改造背街小巷', campaignId: `${CITY}_clean`, evidence: 'field',
  metric: { unit: '条', direction: 'at-least' }, closesAt: '2013-03-01T15:59:59.000Z', deadline: '2013-12-31T15:59:59.000Z', invitedTenantIds: [DISTRICT, PEER],
};
export const commitmentBody = { accountablePostId: `${DISTRICT}.head`, value: '12', finishBy: '2013-11-30', plan: '分三批实施' };

/** Work posted and bid for: two postings still open, and one whose bidding was over a minute after it began. */
export const postWork = async (product: Product) => {
  const office = `${CITY}.city-office`;
  const posted = async (said: object) => (await product.done(office, post('/api/v1/postings', { ...postingBody, ...said }))).id;
  const [postingId, problemId] = [await posted({}), await posted({ kind: 'problem', code: 'WT-01', metric: { unit: '', direction: 'boolean' } })];
  const now = Date.parse(MORNING_OF_DISPATCH) + 3_600_000;
  const awardableId = await posted({ code: 'JB-03', closesAt: new Date(now).toISOString() });
  const { id: bidId } = await product.done(`${DISTRICT}.district-office`, post(`/api/v1/postings/${awardableId}/bids`, commitmentBody));
  await product.clock(new Date(now + 60_000).toISOString());
  return { postingId, problemId, awardableId, bidId };
};

/** A joint task led by the city's office, with a part of the district's, which also supports it. */
export const dispatchBody = {
  campaignId: `${CITY}_clean`, code: 'GG-01', name: text('背街小巷联合整治', 'Back lanes, jointly'), origin: { kind: 'meeting-decision', document: '纪要〔2013〕5号' }, evidence: 'field',
  unitId: `${CITY}-creation-office`, unitTenantId: CITY, supportingUnitIds: [`${DISTRICT}-creation-office`], accountablePostId: `${CITY}.head`,
  metric: { unit: '条', direction: 'at-least' }, target: '30', dueOn: '2013-12-31',
  parts: [{ unitId: DISTRICT, unitTenantId: DISTRICT, what: '整治本区背街小巷', quantity: { value: '12', unit: '条' }, dueOn: '2013-11-30' }],
};
export const supportBody = { year: 2013, values: [{ metric: 'value', value: '3', unit: '条' }], measuredOn: '2013-02-15', note: '' };
export const partValue = (value: string) => ({ value, measuredOn: '2013-02-15', note: '' });

/** The joint task, accepted by its lead, once its party has been told its part. */
export const dispatchJointTask = async (product: Product): Promise<string> => {
  const office = `${CITY}.city-office`;
  const { id } = await product.done(office, post('/api/v1/tasks', dispatchBody));
  await product.done(office, post(`/api/v1/tasks/${id}/acceptance`, {}));
  await eventually(`the part of ${id}`, async () => (await product.done<{ items: unknown[] }>(office, get(`/api/v1/joint-parts?taskId=${id}`))).items[0]);
  return id;
};

/** A project of the city's own, led by its office. */
export const projectBody = {
  code: 'XM-01', name: text('公厕建设', 'Public toilets'), campaignId: `${CITY}_clean`, indicatorCode: 'CLN-01-01', unitId: `${CITY}-creation-office`, investment: '100',
  annualPlans: [{ year: 2013, amount: '100' }], funding: [{ source: 'budget', amount: '100' }], startsOn: '2013-01-01', endsOn: '2013-12-31',
};
export const investmentBody = { year: 2013, source: 'budget', use: '土建', amount: '155', measuredOn: '2013-02-15' };
