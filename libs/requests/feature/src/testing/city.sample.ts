import { randomBytes } from 'node:crypto';
import { newFolder } from '@zeren/file-store/testing';
import { get, post, startHouse, type House, type HttpRequest } from '@zeren/http/testing';
import type { Role } from '@zeren/kernel';
import { organisationRefusals, ownWork } from '@zeren/organisation-domain';
import { requesterRefusals, requestRefusals } from '@zeren/requests-domain';
import { requestsMigrations, RequestsModule, requestsPolicies, requestsTables } from '../index.js';

export const CITY = '511900';
export const DISTRICT = '511902';
export const LIGHTS = 'E01-01';
export const QUARREL = 'D01-01';
const SINCE = '1993-07-05';

const named = (zh: string) => ({ zh, en: zh });
const unit = (unitId: string, zh: string, kind: string, level: number | null, parentUnitId: string | null) =>
  ({ unitId, code: null, name: named(zh), kind, level, parentUnitId, validFrom: SINCE });

/** The city, a district that is a tenant with a town, a village with a grid, and its own lighting office. */
const units = [
  unit(CITY, '巴中市', 'government', 1, null), unit(DISTRICT, '巴州区', 'district', 2, CITY), unit('511902001', '东城街道', 'town', 3, DISTRICT),
  unit('511902001001', '北门社区', 'village', 4, '511902001'), unit('511902001001-g01', '第一网格', 'grid', 5, '511902001001'), unit('511902-lighting', '巴州区路灯所', 'department', 3, DISTRICT),
];

const classOf = (code: string, kind: string, zh: string) => ({
  code, kind, majorCode: code.split('-')[0], name: named(zh), filingCondition: null, closingCondition: null, limits: 'default', urgent: false, source: null,
  stages: [{ code: 'done', name: named('办结'), term: { value: 1, unit: 'working-day' } }],
});
const matters = {
  version: 1, validFrom: SINCE, document: '巴府发〔2013〕1号', defaultTerm: { value: 1, unit: 'working-day' }, districtTenantIds: [DISTRICT],
  majors: [{ code: 'E01', kind: 'event', name: named('市政设施') }, { code: 'D01', kind: 'dispute', name: named('邻里纠纷') }],
  classes: [classOf(LIGHTS, 'event', '路灯不亮'), classOf(QUARREL, 'dispute', '噪声纠纷')],
};
const matrix = {
  version: 1, cause: 'import', from: SINCE, reason: '首版', document: null, ended: [], cell: null, districtTenantIds: [DISTRICT],
  added: [{ rowId: '1', areaUnitId: DISTRICT, matterCode: '*', claim: 'block', leadUnitId: '511902-lighting', supportingUnitIds: [], officerPostId: null, validFrom: SINCE, validUntil: null }],
};

const people = {
  hotline: { tenantId: CITY, actorId: `${CITY}.hotline`, unitId: CITY, roles: ['hotline'] },
  office: { tenantId: CITY, actorId: `${CITY}.city-office`, unitId: CITY, roles: ['city-office'] },
  auditor: { tenantId: CITY, actorId: `${CITY}.auditor`, unitId: CITY, roles: ['auditor'] },
  lighting: { tenantId: DISTRICT, actorId: `${DISTRICT}.lighting`, unitId: '511902-lighting', roles: ['officer'] },
  town: { tenantId: DISTRICT, actorId: `${DISTRICT}.town`, unitId: '511902001', roles: ['officer'] },
  grid: { tenantId: CITY, actorId: `${CITY}.grid`, unitId: '511902001001-g01', roles: ['officer'] },
  inspector: { tenantId: CITY, actorId: `${CITY}.inspector`, unitId: CITY, roles: ['inspector'] },
} as const satisfies Record<string, { tenantId: string; actorId: string; unitId: string; roles: readonly Role[] }>;

type Person = keyof typeof people;

/** A house in which a city takes requests in, with the people who work on them. */
export type City = {
  readonly house: House;
  readonly tokens: Readonly<Record<Person, string>>;
  /** What a request that must succeed answers; asked again where a view is not there yet. */
  done<T = { readonly id: string; readonly position: string }>(request: HttpRequest): Promise<T>;
  read<T>(path: string, person?: Person): Promise<T>;
  /** Takes a request from its filing to the answer that was told. */
  answer(id: string, words?: string, photos?: readonly string[]): Promise<string>;
  stop(): Promise<void>;
};

export const startCity = async (): Promise<City> => {
  Object.assign(process.env, { ZEREN_PERSONAL_KEY: randomBytes(32).toString('base64'), ZEREN_DATA: newFolder() });
  const service = { name: 'platform', modules: [RequestsModule], tables: requestsTables, refusals: { ...requestRefusals, ...requesterRefusals, ...organisationRefusals }, ownWork };
  const house = await startHouse(service, { migrations: requestsMigrations, policies: requestsPolicies });
  const opened = (tenantId: string, kind: string, parentTenantId: string | null) =>
    house.record(`organisation-${tenantId}_register`, { type: 'RegisterOpened', data: { tenantId, kind, parentTenantId, levels: 5 } });
  await opened(CITY, 'city', null);
  await house.record(`organisation-${CITY}_register`, { type: 'UnitsRegistered', data: { units } }, { sharedWith: [DISTRICT] });
  await opened(DISTRICT, 'district', CITY);
  await house.record(`matters-${CITY}_catalogue`, { type: 'MatterCataloguePublished', data: matters }, { sharedWith: [DISTRICT] });
  await house.record(`matrix-${CITY}_matrix`, { type: 'MatrixVersionPublished', data: matrix }, { sharedWith: [DISTRICT] });
  const pairs = await Promise.all(Object.entries(people).map(async ([name, person]) => [name, await house.tokenFor(person)] as const));
  const tokens = Object.fromEntries(pairs) as Record<Person, string>;

  const done = async <T>(request: HttpRequest, attempts = 5): Promise<T> => {
    const answer = await house.http.send(request);
    if (answer.status === 503 && attempts > 1) return done<T>(request, attempts - 1);
    if (answer.status >= 300) throw new Error(`${request.method} ${request.path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  };
  const step = (id: string, what: string, person: Person, body: object = {}) => done<{ position: string }>(post(`/api/v1/requests/${id}/${what}`, body).as(tokens[person]));
  return {
    house, tokens,
    done: (request) => done(request),
    read: (path, person = 'hotline') => done(get(path).as(tokens[person])),
    answer: async (id, words = '已修复', photos = []) => {
      await step(id, 'acceptance', 'hotline', { matterCode: LIGHTS });
      await step(id, 'dispatch', 'hotline');
      await step(id, 'taking', 'lighting');
      await step(id, 'report', 'lighting', { outcome: 'solved', answer: words, photos });
      await step(id, 'verification', 'inspector', { note: '现场查看' });
      return (await step(id, 'feedback', 'hotline', { way: 'page' })).position;
    },
    stop: () => house.stop(),
  };
};
