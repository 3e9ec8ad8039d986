import { fold } from '@zeren/kernel';
import { matterCatalogueDecider, type MatterCatalogue } from '../matters/matter-catalogue.js';
import type { MatterClass } from '../matters/matters.events.js';
import type { UnitKind, UnitVersion } from '../organisation.events.js';
import { emptyRegister, evolveRegister, type Register } from '../register-state.js';
import type { MatrixEntry } from './matrix.events.js';
import type { MatrixFacts } from './matrix-checks.js';

const text = (zh: string) => ({ zh, en: zh });
const unit = (unitId: string, kind: UnitKind, level: number | null, parentUnitId: string | null, validFrom = '2000-01-01'): UnitVersion =>
  ({ unitId, code: null, name: text(unitId), kind, level, parentUnitId, validFrom });

const cityUnits = [
  unit('511900', 'government', 1, null), unit('511900-urban', 'department', 1, '511900'), unit('511900-housing', 'department', 1, '511900'), unit('511900-x-railway', 'external-party', null, null),
  unit('511902', 'district', 2, '511900'), unit('511903', 'district', 2, '511900', '2013-01-18'),
  unit('511902001', 'town', 3, '511902'), unit('511902001001', 'village', 4, '511902001'), unit('511902001002', 'village', 4, '511902001'),
  unit('511903001', 'town', 3, '511902'), unit('511903001001', 'village', 4, '511903001'),
];

/** A city of two districts, the second since 2013-01-18, with three villages. */
export const aCityRegister: Register = [
  { type: 'RegisterOpened' as const, data: { tenantId: '511900', kind: 'city' as const, parentTenantId: null, levels: 5 } },
  { type: 'UnitsRegistered' as const, data: { units: cityUnits } },
  { type: 'PostsCreated' as const, data: { posts: [{ postId: '511900-urban.head', unitId: '511900-urban', name: text('局长'), kind: 'head' as const, validFrom: '2000-01-01' }] } },
  {
    type: 'UnitChanged' as const,
    data: { unit: unit('511903001', 'town', 3, '511903', '2013-01-18'), previousValidFrom: '2000-01-01', reason: '设区' },
  },
].reduce(evolveRegister, emptyRegister);

/** What its first district keeps: an office and a grid. */
export const aDistrictRegister: Register = [
  { type: 'RegisterOpened' as const, data: { tenantId: '511902', kind: 'district' as const, parentTenantId: '511900', levels: 5 } },
  { type: 'UnitsRegistered' as const, data: { units: [unit('511902-office', 'office', 2, '511902'), unit('511902001001-g1', 'grid', 5, '511902001001')] } },
].reduce(evolveRegister, emptyRegister);

const classOf = (code: string, majorCode: string): MatterClass => ({
  code, kind: 'event', majorCode, name: text(code), filingCondition: null, stages: [{ code: '1', name: text('处置'), term: { value: 1, unit: 'working-day' } }], limits: 'published', closingCondition: null,
  urgent: false, source: null,
});

/** Two major classes, with two classes and one. */
export const aCatalogue: MatterCatalogue = fold(matterCatalogueDecider, [{
  type: 'MatterCataloguePublished',
  data: {
    version: 1, validFrom: '2010-01-01', document: '1', defaultTerm: { value: 5, unit: 'working-day' }, majors: ['E01', 'E02'].map((code) => ({ code, kind: 'event' as const, name: text(code) })),
    classes: [classOf('E01-01', 'E01'), classOf('E01-02', 'E01'), classOf('E02-01', 'E02')], districtTenantIds: ['511902'],
  },
}]);

export const facts: MatrixFacts = { registers: [aCityRegister, aDistrictRegister], catalogue: aCatalogue };

/** A row's content; the urban-management bureau answers for all of the major class in the whole city unless it is said otherwise. */
export const anEntry = (said: Partial<MatrixEntry> = {}): MatrixEntry =>
  ({ areaUnitId: '511900', matterCode: 'E01', claim: 'block', leadUnitId: '511900-urban', supportingUnitIds: [], officerPostId: null, ...said });
