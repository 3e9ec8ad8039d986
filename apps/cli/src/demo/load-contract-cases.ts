import type { ContractDocument } from '@zeren/contracts-domain';
import { CITY, departments, departmentUnit } from './bazhong.js';
import { inParallel } from './api.js';
import { clauses, legalBasis, signContract } from './load-contracts.js';
import type { Load } from './loading.js';
import type { PublishedSplit } from './published-split.js';

const office = `${CITY}.city-office`;
const head = `${CITY}.leader`;

/** Contracts of the year 2013 alone, each left where its case needs it. */
const annual = ['health', 'education', 'commerce', 'forestry', 'water', 'transport'] as const;
type Annual = (typeof annual)[number];
const inForce: readonly Annual[] = ['forestry', 'water', 'transport'];

export type AnnualContracts = Readonly<Record<Annual, string>>;

const draftAnnual = async (load: Load, split: PublishedSplit, slug: Annual): Promise<string> => {
  const unitId = departmentUnit(slug);
  const name = departments.find((department) => department.slug === slug)?.name ?? { zh: slug, en: slug };
  const drafted = await load.post(office, '/api/v1/contracts', `contract:2013:${unitId}`, {
    responsibleUnitId: unitId, responsibleTenantId: CITY, responsiblePostId: `${unitId}.head`, issuerPostId: `${CITY}.head`,
    title: { zh: `${name.zh}2013年度责任状(演示)`, en: `Annual contract of ${name.en}, 2013 (demonstration)` },
    splitId: `${CITY}_${split.id}`, legalBasis, clauses, period: { from: '2013-01-01', until: '2013-12-31' },
  });
  return (drafted.body as { id: string }).id;
};

/** One returned with remarks, one that nobody signed, one that waits for the issuer, and three in force. */
export const loadAnnualContracts = async (load: Load, split: PublishedSplit): Promise<AnnualContracts> => {
  const ids = new Map<Annual, string>();
  await inParallel(annual, 3, async (slug) => { ids.set(slug, await draftAnnual(load, split, slug)); });
  const idOf = (slug: Annual): string => ids.get(slug) ?? '';
  const account = (slug: Annual): string => `${departmentUnit(slug)}.leader`;
  const { fingerprint } = await load.get(account('health'), `/api/v1/contracts/${idOf('health')}`) as ContractDocument;
  await load.post(account('health'), `/api/v1/contracts/${idOf('health')}/remarks`, 'contract:2013:remarks', {
    fingerprint, remarks: '年度责任状与三年责任状条款重复，请合并惩处条款后再签。(演示)',
  });
  await inParallel(['commerce', ...inForce] as const, 2, async (slug) => {
    const { position } = await signContract(load, account(slug), { id: idOf(slug), side: 'signature', key: `contract:2013:sign:${slug}` });
    if (slug !== 'commerce') await signContract(load, head, { id: idOf(slug), side: 'countersignature', key: `contract:2013:countersign:${slug}`, after: position });
  });
  return Object.fromEntries(ids) as AnnualContracts;
};

/** Nanjiang passes its contract on to all towns that lead a task of its split, in one go. */
export const loadTownContracts = async (load: Load, split: PublishedSplit, parentContractId: string | undefined): Promise<void> => {
  await load.post(`${split.ownerTenantId}.district-office`, '/api/v1/contract-batches', 'contract-batch:towns', {
    splitId: `${split.ownerTenantId}_${split.id}`, title: { zh: '{unit}“五创联动”目标责任状(演示)', en: 'Responsibility contract of {unit} (demonstration)' },
    issuerPostId: `${split.ownerTenantId}.head`, responsiblePost: 'head', legalBasis, clauses, period: { from: '2013-03-01', until: '2015-12-31' },
    ...(parentContractId !== undefined && { parentContractId }),
  });
};

const settlements = [
  { code: 'R1', honoured: false, finding: '年度考核未列同组第一名。', outcome: '不予表扬。', document: null },
  { code: 'P1', honoured: true, finding: '一项任务逾期且无正当理由。', outcome: '责令限期整改并通报。', document: '演示通报〔2014〕2号' },
  { code: 'V1', honoured: false, finding: '未发生重大环境污染事故。', outcome: '不适用。', document: null },
];

const settle = async (load: Load, id: string): Promise<void> => {
  for (const settlement of settlements) await load.post(office, `/api/v1/contracts/${id}/settlements`, `contract:2013:settle:${settlement.code}`, settlement);
  await load.post(office, `/api/v1/contracts/${id}/archive`, 'contract:2013:archive', { archiveNumber: '演示档-2014-001' });
};

/** A new version with another penalty clause, which both sign. */
const amend = async (load: Load, unitId: string, id: string): Promise<void> => {
  const path = `/api/v1/contracts/${id}`;
  const revised = clauses.map((clause) => (clause.code === 'P1'
    ? { ...clause, text: { zh: '未按期完成且无正当理由的,限十五个工作日整改,并在全市通报。', en: 'Not done in time without good reason: put right within fifteen working days, and named in a bulletin of the city.' } }
    : clause));
  const { content } = await load.get(office, path) as ContractDocument;
  const { position } = await load.post(office, `${path}/versions`, `contract:amend:${unitId}`, {
    reason: '整改期限由各单位自定改为统一规定。(演示)', title: content.title, period: content.period, legalBasis, clauses: revised,
    issuerPostId: `${CITY}.head`, responsiblePostId: `${unitId}.head`,
  });
  const signed = await signContract(load, `${unitId}.leader`, { id, version: 2, side: 'signature', key: `contract:amend:sign:${unitId}`, after: position });
  await signContract(load, head, { id, version: 2, side: 'countersignature', key: `contract:amend:countersign:${unitId}`, after: signed.position });
};

/** The head of a department changes; the successor takes its contract over. */
const handOver = async (load: Load, unitId: string, id: string): Promise<void> => {
  const filled = await load.post(office, `/api/v1/organisation/posts/${unitId}.head/holder`, `contract:successor:${unitId}`, { officerId: `${unitId}.successor`, from: '2015-01-15' });
  await load.post(`${unitId}.successor`, `/api/v1/contracts/${id}/handovers${filled.position ? `?after=${filled.position}` : ''}`, `contract:handover:${unitId}`, {});
};

/** How contracts go on and end: settled and archived, breached, terminated, amended by both, handed over. */
export const loadContractEnds = async (load: Load, annualContracts: AnnualContracts, contracts: ReadonlyMap<string, string>): Promise<void> => {
  await settle(load, annualContracts.forestry);
  await load.post(office, `/api/v1/contracts/${annualContracts.water}/breach`, 'contract:2013:breach', { finding: '年度任务逾期未完成，经催办仍未整改。(演示)', clauseCodes: ['P1'] });
  await load.post(office, `/api/v1/contracts/${annualContracts.transport}/termination`, 'contract:2013:termination', { reason: '机构改革，职能并入新部门。(演示)' });
  const [culture, statistics] = [departmentUnit('culture'), departmentUnit('statistics')];
  await amend(load, culture, contracts.get(culture) ?? '');
  await handOver(load, statistics, contracts.get(statistics) ?? '');
};
