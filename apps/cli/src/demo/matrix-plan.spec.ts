import { emptyMatrix, emptyRegister, evolveRegister, matrixDecider, matterCatalogueDecider, openCells, responsibilityMap, type Register, type UnitKind } from '@zeren/organisation-domain';
import { fold } from '@zeren/kernel';
import { aCaller } from '@zeren/kernel/testing';
import { matrixPlan, type MatrixGround } from './matrix-plan.js';

const cityId = '511900';
const name = { zh: '单位', en: 'Unit' };
const unit = (unitId: string, kind: UnitKind, level: number | null, parentUnitId: string | null) => ({ unitId, code: null, name, kind, level, parentUnitId, validFrom: '2000-01-01' });
const slugs = ['urban-management', 'housing', 'environment', 'transport', 'public-security', 'water', 'publicity', 'x-liaohe-oilfield'];
const bodyIds = slugs.map((slug) => `${cityId}-${slug}`);
const ground: MatrixGround = {
  cityId, bodies: new Set(bodyIds), towns: ['511902001', '511902007', '511902008'].map((id) => ({ id, districtId: '511902' })),
  fringe: ['511902007'], oldTown: ['511902001'], oilFieldStreets: ['511902008'], grids: [],
};
const register: Register = [
  { type: 'RegisterOpened' as const, data: { tenantId: cityId, kind: 'city' as const, parentTenantId: null, levels: 5 } },
  {
    type: 'UnitsRegistered' as const,
    data: {
      units: [
        unit(cityId, 'government', 1, null), ...bodyIds.map((id) => (id.includes('-x-') ? unit(id, 'external-party', null, null) : unit(id, 'department', 1, cityId))), unit('511902', 'district', 2, cityId),
        ...ground.towns.flatMap(({ id }) => [unit(id, 'town', 3, '511902'), unit(`${id}001`, 'village', 4, id)]),
      ],
    },
  },
].reduce(evolveRegister, emptyRegister);
const codes = ['E01-03', 'E01-07', 'E03-01', 'E04-03', 'C02-03', 'D01-01'];
const majors = [...new Set(codes.map((code) => code.slice(0, 3))), 'E02', 'E05', 'E06', 'C01', 'C03', 'C04', 'C05'].map((code) => ({ code, kind: 'event' as const, name }));
const stage = { code: '1', name, term: { value: 5, unit: 'working-day' as const } };
const named = [...new Set([...codes, ...matrixPlan(ground).map(({ matterCode }) => matterCode).filter((code) => code.includes('-'))])];
const catalogue = fold(matterCatalogueDecider, [{
  type: 'MatterCataloguePublished',
  data: {
    version: 1, validFrom: '2010-01-01', document: '1', defaultTerm: stage.term, majors, districtTenantIds: [],
    classes: named.map((code) => ({
      code, kind: 'event' as const, majorCode: code.slice(0, 3), name, filingCondition: null, stages: [stage], limits: 'default' as const, closingCondition: null, urgent: false, source: null,
    })),
  },
}]);

it('the demonstration\'s matrix is one that is taken, with the vacuums and overlaps that are typical', () => {
  const facts = { registers: [register], catalogue };
  const events = matrixDecider.decide(
    { type: 'PublishMatrix', data: { from: '2013-01-18', reason: '演示', document: null, entries: matrixPlan(ground), facts } }, emptyMatrix, aCaller({ tenantId: cityId }));
  const map = responsibilityMap(events.reduce((state, event) => matrixDecider.evolve(state, event), emptyMatrix), [register], catalogue, '2013-02-01');
  const found = openCells(map, named, (_, code) => codes.includes(code)).map(({ areaUnitId, matterCode, why }) => [areaUnitId, matterCode, why].join(' '));
  expect(found).toEqual([
    '511902001001 E01-07 vacuum', '511902001001 E03-01 overlap', '511902001001 E04-03 vacuum',
    '511902007001 E01-03 vacuum', '511902007001 E01-07 vacuum', '511902007001 E03-01 overlap', '511902007001 E04-03 vacuum',
    '511902008001 E01-03 overlap', '511902008001 E01-07 overlap', '511902008001 E03-01 overlap', '511902008001 E04-03 vacuum', '511902008001 C02-03 overlap',
  ]);
});
