import type { Clause, ContractDocument, LegalBasis, Side } from '@zeren/contracts-domain';
import { CITY, departments, departmentUnit, districts } from './bazhong.js';
import { inParallel, type Answer } from './api.js';
import type { Load } from './loading.js';
import type { PublishedSplit } from './published-split.js';

type Party = { readonly unitId: string; readonly tenantId: string; readonly name: { zh: string; en: string } };

/** The bases of the demonstration's contracts. */
export const legalBasis: readonly LegalBasis[] = [
  { kind: 'law', title: '中华人民共和国环境保护法', number: '主席令第22号(1989)' },
  { kind: 'law', title: '城市市容和环境卫生管理条例', number: '国务院令第101号(1992)' },
  { kind: 'superior-document', title: '“五创联动”工作实施方案(演示文件)', number: '演示发〔2012〕1号' },
];

/** The clauses of the demonstration's contracts. */
export const clauses: readonly Clause[] = [
  { code: 'R1', kind: 'reward', legalBasis: null, text: { zh: '年度考核列同组第一名的,给予通报表扬并优先推荐评选。', en: 'First in its group in the annual assessment: praised in a bulletin and put forward first for awards.' } },
  { code: 'P1', kind: 'penalty', legalBasis: null, text: { zh: '未按期完成且无正当理由的,责令限期整改并通报。', en: 'Not done in time without good reason: ordered to put it right within a time limit, and named in a bulletin.' } },
  { code: 'V1', kind: 'veto', legalBasis: { kind: 'law', title: '中华人民共和国环境保护法', number: '主席令第22号(1989)' }, text: { zh: '发生重大环境污染事故的,取消当年评先资格。', en: 'A major pollution accident: barred from awards of that year.' } },
];

const parties = (split: PublishedSplit): Party[] => {
  const leads = new Set(split.rows.filter(({ level }) => level === 1).map(({ unitId }) => unitId));
  return [
    ...districts.map(({ id, name }) => ({ unitId: id, tenantId: id, name })),
    ...departments.map(({ slug, name }) => ({ unitId: departmentUnit(slug), tenantId: CITY, name })).filter(({ unitId }) => leads.has(unitId)),
  ];
};

const draft = async (load: Load, split: PublishedSplit, party: Party): Promise<{ party: Party; id: string }> => {
  const drafted = await load.post(`${CITY}.city-office`, '/api/v1/contracts', `contract:${party.unitId}`, {
    responsibleUnitId: party.unitId,
    responsibleTenantId: party.tenantId,
    responsiblePostId: `${party.unitId}.head`,
    issuerPostId: `${CITY}.head`,
    title: { zh: `${party.name.zh}“五创联动”目标责任状(2013—2015)`, en: `Responsibility contract of ${party.name.en} for the five campaigns, 2013–2015` },
    splitId: `${CITY}_${split.id}`,
    legalBasis,
    clauses,
    period: { from: '2013-01-01', until: '2015-12-31' },
  });
  return { party, id: (drafted.body as { id: string }).id };
};

/** Signs a version. It is named by its number, so that a repeated run signs the same. */
export const signContract = async (
  load: Load, account: string, { id, version = 1, side, key, after }: { id: string; version?: number; side: Side; key: string; after?: string | undefined },
): Promise<Answer> => {
  const contract = (await load.get(account, `/api/v1/contracts/${id}`, after)) as ContractDocument;
  const signed = [contract, ...(contract.proposed ? [contract.proposed] : []), ...contract.earlier].find(({ content }) => content.version === version);
  return load.post(account, `/api/v1/contracts/${id}/${side}`, key, { fingerprint: signed?.fingerprint });
};

/** One contract for each district and each department that leads a task: drafted, signed, countersigned. Resolves to their ids, by unit. */
export const loadContracts = async (load: Load, split: PublishedSplit): Promise<ReadonlyMap<string, string>> => {
  const all = parties(split);
  load.progress.begin('contracts', all.length * 3);
  await load.clock('2013-02-25T01:00:00.000Z');
  const drafted: { party: Party; id: string }[] = [];
  await inParallel(all, 4, async (party) => {
    drafted.push(await draft(load, split, party));
    load.progress.advance('contracts');
  });
  await load.clock('2013-02-27T02:00:00.000Z');
  await inParallel(drafted, 4, async ({ party, id }) => {
    await signContract(load, `${party.unitId}.leader`, { id, side: 'signature', key: `sign:${party.unitId}` });
    load.progress.advance('contracts');
  });
  await load.clock('2013-02-28T02:00:00.000Z');
  await inParallel(drafted, 4, async ({ party, id }) => {
    await signContract(load, `${CITY}.leader`, { id, side: 'countersignature', key: `countersign:${party.unitId}` });
    load.progress.advance('contracts');
  });  return new Map(drafted.map(({ party, id }) => [party.unitId, id]));
};
