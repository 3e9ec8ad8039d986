import { get, post } from '@zeren/http/testing';
import { CITY, DISTRICT, STRANGER } from './city.js';
import type { Route } from './routes.js';

const office = `${CITY}.city-office`;
const strangersOffice = `${STRANGER}.district-office`;

const read = (path: string, outsider: Route['outsider']): Route => ({ owner: office, other: strangersOffice, outsider, request: () => get(path) });
const command = (path: string, outsider: Route['outsider'], body: object): Route => ({ owner: office, other: strangersOffice, outsider, request: () => post(path, body) });

const text = (zh: string, en: string) => ({ zh, en });
const classOf = (code: string, zh: string, en: string) =>
  ({ code, kind: 'event', majorCode: 'E01', name: text(zh, en), filingCondition: null, stages: [], closingCondition: null, urgent: false, source: null, madeUp: false });
export const catalogueBody = {
  validFrom: '2012-01-01', document: '城管〔2012〕18号', defaultTerm: { value: 5, unit: 'working-day' }, majors: [{ code: 'E01', kind: 'event', name: text('市容环境', 'City appearance') }],
  classes: [classOf('E01-01', '私搭乱建', 'Unlawful building'), classOf('E01-02', '暴露垃圾', 'Exposed rubbish')],
};
const responsible = { areaUnitId: DISTRICT, matterCode: 'E01-01', leadUnitId: DISTRICT, supportingUnitIds: [], officerPostId: null };
const entry = { ...responsible, claim: 'block' };
const cell = { areaUnitId: DISTRICT, matterCode: 'E01-02' };
const matrix = '/api/v1/responsibility-matrix';

/** A workbook with an empty sheet. */
const emptySheet = Buffer.from([
  'UEsDBBQAAAAIAAAAIQBgYAe5PwAAAFEAAAAPAAAAeGwvd29ya2Jvb2sueG1ssynPL8pOys/PVqjIzckrtiqyVSpSsrMpzkhNLSmG0gp5ibmptkrBILahkkKRVWaKrVKikr6djT5MnT7MGDsAUEsDBB',
  'QAAAAIAAAAIQDHS9RaOwAAAE8AAAAaAAAAeGwvX3JlbHMvd29ya2Jvb2sueG1sLnJlbHOzCUrNSSzJzM8rzsgsKLazQeYqeKbYKiUqKYQkFqWnltgqlecXZRdnpKaWFOsX61Xk5ijp29noo+oHAFBL',
  'AwQUAAAACAAAACEADfZwFw4AAAAMAAAAEwAAAHhsL3dvcmtzaGVldHMvcy54bWyzKc5ITS1xSSxJ1LcDAFBLAQIUAxQAAAAIAAAAIQBgYAe5PwAAAFEAAAAPAAAAAAAAAAAAAACAAQAAAAB4bC93b3',
  'JrYm9vay54bWxQSwECFAMUAAAACAAAACEAx0vUWjsAAABPAAAAGgAAAAAAAAAAAAAAgAFsAAAAeGwvX3JlbHMvd29ya2Jvb2sueG1sLnJlbHNQSwECFAMUAAAACAAAACEADfZwFw4AAAAMAAAAEwAA',
  'AAAAAAAAAAAAgAHfAAAAeGwvd29ya3NoZWV0cy9zLnhtbFBLBQYAAAAAAwADAMYAAAAeAQAAAAA=',
].join(''), 'base64');

/** The catalogue of matters, the matrix and its map, in an order in which their owner can take each. */
export const responsibilityRoutes: Readonly<Record<string, Route>> = {
  'GET /api/v1/matters': read('/api/v1/matters', 'own'),
  'GET /api/v1/responsibility-matrix': read(matrix, 'own'),
  'GET /api/v1/responsibility-matrix/versions': read(`${matrix}/versions`, 'own'),
  'GET /api/v1/responsibility-matrix/referrals': read(`${matrix}/referrals`, 'own'),
  'GET /api/v1/responsibility-matrix/owner': read(`${matrix}/owner?areaUnitId=${DISTRICT}&matterCode=E01-01`, 'hidden'),
  'GET /api/v1/responsibility-matrix/spreadsheet': read(`${matrix}/spreadsheet`, 'own'),
  'GET /api/v1/responsibility-map': read(`/api/v1/responsibility-map?areaUnitId=${DISTRICT}`, 'hidden'),
  'GET /api/v1/responsibility-map/cells': read(`/api/v1/responsibility-map/cells?areaUnitId=${DISTRICT}`, 'hidden'),
  'POST /api/v1/matters/versions': command('/api/v1/matters/versions', 'own', catalogueBody),
  'POST /api/v1/responsibility-matrix/statements': command(`${matrix}/statements`, 'role', { entries: [entry], reason: '首次发布' }),
  'POST /api/v1/responsibility-matrix/changes': command(`${matrix}/changes`, 'role', { entries: [{ ...entry, areaUnitId: CITY }], endedRowIds: [], reason: '职责调整' }),
  'POST /api/v1/responsibility-matrix/spreadsheet': {
    owner: office, other: strangersOffice, outsider: 'role',
    request: () => post(`${matrix}/spreadsheet?dryRun=true&reason=x`, emptySheet).with('Content-Type', 'application/octet-stream'),
  },
  'POST /api/v1/responsibility-matrix/referrals': command(`${matrix}/referrals`, { refused: 'matrix-area-outside' }, { ...cell, reason: '无人受理' }),
  'POST /api/v1/responsibility-matrix/rulings': command(`${matrix}/rulings`, { refused: 'matrix-area-outside' }, { ...responsible, ...cell, reason: '属地负责' }),
};
