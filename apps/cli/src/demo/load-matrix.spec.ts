import { join } from 'node:path';
import type { RawRow } from '@zeren/kernel';
import { aCaller } from '@zeren/kernel/testing';
import {
  emptyMatrix, emptyRegister, evolveRegister, matrixDecider, matterCatalogueDecider, onboardingSheets, ownerOf, parseOnboarding, planImport, responsibilityMap, unitsOn, type OnboardingSheet,
} from '@zeren/organisation-domain';
import { DemoData } from './data.js';
import { catalogueBody } from './load-matters.js';
import { groundIn } from './load-matrix.js';
import { matrixPlan } from './matrix-plan.js';
import { PANJIN, panjinOnboarding } from './panjin.js';

const data = new DemoData(join(__dirname, '../../data'));
const day = '2013-02-01';
const caller = aCaller({ tenantId: PANJIN });

const register = (() => {
  const onboarding = panjinOnboarding(data);
  const sheets = Object.fromEntries((Object.keys(onboarding) as OnboardingSheet[]).map((code) => {
    const columns = onboardingSheets[code].columns.map((column): string => column.code);
    const lines = [columns, ...(onboarding[code] ?? []).map((row) => columns.map((column) => String(row[column] ?? '')))];
    return [code, lines.map((texts, number): RawRow => ({ number, isHidden: false, cells: new Map(texts.flatMap((text, at) => (text === '' ? [] : [[at, { text, kind: 'text' as const }]]))) }))];
  }));
  const { tenant } = data.city('panjin');
  return planImport(emptyRegister, parseOnboarding(sheets).tables, { tenant: { ...tenant, kind: 'city', parentTenantId: null, timeZone: 'Asia/Shanghai' }, territory: [] })
    .events.reduce(evolveRegister, emptyRegister);
})();
const catalogue = matterCatalogueDecider.decide({ type: 'PublishMatterCatalogue', data: { ...catalogueBody(data), tenantKind: 'city', districtTenantIds: [] } }, matterCatalogueDecider.initialState, caller)
  .reduce(matterCatalogueDecider.evolve, matterCatalogueDecider.initialState);

it('in Panjin, whose grids stand above communities, oil field and street both claim what lies in its quarters', () => {
  const bodies = unitsOn(register, day).filter(({ kind }) => kind === 'department' || kind === 'external-party').map(({ unitId }) => unitId);
  const entries = matrixPlan(groundIn(PANJIN, data.divisions(), bodies));
  const matrix = matrixDecider.decide({ type: 'PublishMatrix', data: { from: day, reason: '演示', document: null, entries, facts: { registers: [register], catalogue } } }, emptyMatrix, caller)
    .reduce(matrixDecider.evolve, emptyMatrix);
  const map = responsibilityMap(matrix, [register], catalogue, day);
  expect(map.villages.size).toBe(544);
  expect(map.total.cells).toBe(544 * 117);
  expect(map.areas.get('211103003')?.byMajor.get('E01')).toMatchObject({ vacuums: 0, overlaps: map.areas.get('211103003')?.byMajor.get('E01')?.cells });
  expect(ownerOf(matrix, [register], '211102004-g01', 'E01-03', day)).toMatchObject({ kind: 'owned', lead: '211102004' });
  expect(ownerOf(matrix, [register], '211103001001', 'E01-19', day)).toMatchObject({ kind: 'owned', lead: '211103001-g01' });
});
