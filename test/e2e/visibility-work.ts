import { get, post } from '@zeren/http/testing';
import { CITY, contractBody, dispatchBody, DISTRICT, projectBody, type City } from './city.js';
import type { Product } from './product.js';
import { filing, surveyBody } from './routes.js';
import type { Reader, Thing } from './visibility.js';

export const [TOWN, OTHER_TOWN, VILLAGE, GRID] = ['511902001', '511902002', '511902001001', '511902001001-g01'] as const;

const districtOffice = `${DISTRICT}.district-office`;
const town = `${TOWN}.officer`;
const ofTheDistrict = ['district', 'districtLeader'] as const satisfies readonly Reader[];
const ofTheCity = ['city', 'hotline', 'department', 'auditor'] as const satisfies readonly Reader[];

const since = '2012-01-01';
const headOf = (unitId: string) => ({ postId: `${unitId}.head`, unitId, name: { zh: '主要负责人', en: 'Head' }, kind: 'head', validFrom: since });
const { parts: _, ...alone } = dispatchBody;

/** Work that a district gives a unit of its own: who leads it has it, and where it is given below, who is above. */
const taskFor = async (product: Product, unitId: string, code: string): Promise<string> => (await product.done(districtOffice, post('/api/v1/tasks', {
  ...alone, code, unitId, unitTenantId: DISTRICT, supportingUnitIds: [], parts: [], accountablePostId: `${unitId}.head`,
}))).id;

const dutyList = { document: '区委办〔2013〕4号', items: [{ code: 'J-01', text: { zh: '日常保洁', en: 'Daily cleaning' }, part: 'basic', leadUnitId: null }] };

/** A district's work, each piece of it with those who may see it: its own officers all, a town, a village, a grid what is theirs or stands below them. */
export const openWork = async (product: Product, { splitId }: City): Promise<readonly Thing[]> => {
  const units = [TOWN, OTHER_TOWN, VILLAGE];
  await product.done(districtOffice, post('/api/v1/organisation/posts', { posts: units.map(headOf), holders: [{ postId: `${TOWN}.head`, officerId: town, from: since }] }));
  const [townTask, otherTask, villageTask] = [await taskFor(product, TOWN, 'QX-01'), await taskFor(product, OTHER_TOWN, 'QX-02'), await taskFor(product, VILLAGE, 'QX-03')];
  const [evidence, others] = [await product.done(town, filing('镇台账', 'CLN-01-01')), await product.done(districtOffice, filing('区台账', 'CLN-01-02'))];
  await product.done(districtOffice, post('/api/v1/surveys', { ...surveyBody, unitId: `${DISTRICT}-creation-office` }));
  const contract = await product.done(`${CITY}.city-office`, post('/api/v1/contracts', contractBody(splitId)));
  for (const unitId of [TOWN, OTHER_TOWN]) await product.done(districtOffice, post(`/api/v1/duty-lists/${unitId}/versions`, dutyList));
  const project = await product.done(`${CITY}.city-office`, post('/api/v1/projects', projectBody));
  const below: readonly Reader[] = ['village'];
  const all = [...ofTheCity, ...ofTheDistrict];
  return [
    { name: 'a task of a town', request: get(`/api/v1/tasks/${townTask}`), seenBy: [...ofTheDistrict, 'town'] },
    { name: 'a task of another town', request: get(`/api/v1/tasks/${otherTask}`), seenBy: ofTheDistrict },
    { name: 'a task of a village', request: get(`/api/v1/tasks/${villageTask}`), seenBy: [...ofTheDistrict, 'town', ...below] },
    { name: 'the history of a task of a town', request: get(`/api/v1/history/task-${townTask}`), seenBy: [...ofTheDistrict, 'town'] },
    { name: 'the history of a task of another town', request: get(`/api/v1/history/task-${otherTask}`), seenBy: ofTheDistrict },
    { name: 'the history of a register', request: get(`/api/v1/history/organisation-${DISTRICT}_register`), seenBy: all },
    { name: 'evidence of a town', request: get(`/api/v1/evidence/${evidence.id}?after=${evidence.position}`), seenBy: [...all, 'town'] },
    { name: 'the file of evidence of a town', request: get(`/api/v1/evidence/${evidence.id}/file`), seenBy: [...all, 'town'] },
    { name: 'evidence of a district', request: get(`/api/v1/evidence/${others.id}?after=${others.position}`), seenBy: all },
    { name: 'the file of evidence of a district', request: get(`/api/v1/evidence/${others.id}/file`), seenBy: all },
    { name: 'a contract of a district', request: get(`/api/v1/contracts/${contract.id}?after=${contract.position}`), seenBy: all },
    { name: 'a district\'s list of duties for a town', request: get(`/api/v1/duty-lists/${TOWN}`), seenBy: [...ofTheDistrict, 'town'] },
    { name: 'the list of duties of another town', request: get(`/api/v1/duty-lists/${OTHER_TOWN}`), seenBy: ofTheDistrict },
    { name: 'a project of an office', request: get(`/api/v1/projects/${project.id}`), seenBy: ofTheCity },
  ];
};
