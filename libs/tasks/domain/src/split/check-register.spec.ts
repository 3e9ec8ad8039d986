import { checkRegister, type RegisterFact } from './check-register.js';
import type { SplitRow } from './split.events.js';
import { aCitySplit, aRow, CITY, DISTRICT, OTHER_DISTRICT } from '../testing/samples.js';

const register: RegisterFact = {
  day: '2013-02-18',
  tenantIds: [CITY, DISTRICT, OTHER_DISTRICT],
  units: new Map([
    ['511900-health', 'in-force'], ['511900-water', 'in-force'], [DISTRICT, 'in-force'], [OTHER_DISTRICT, 'in-force'],
    ['511900-film', 'dissolved'], ['511900-data', 'not-yet'], [`${DISTRICT}-creation-office`, 'in-force'],
  ]),
  posts: new Map([['511900-health.head', '511900-health'], [`${DISTRICT}.head`, DISTRICT], [`${OTHER_DISTRICT}.head`, OTHER_DISTRICT]]),
};
const said = (rows: readonly SplitRow[]) => checkRegister(rows, register).map(({ code, field, details }) => [code, field, details['unit']]);

describe('the units and posts of a split', () => {
  it('stand in the register on the day of the split', () => {
    expect(said(aCitySplit())).toEqual([]);
  });

  it.each<[string, Partial<SplitRow>, string, string, string]>([
    ['a unit nobody registered', { unitId: '511900-nobody', accountablePostId: '511900-health.head' }, 'row-unit-unknown', 'unitId', '511900-nobody'],
    ['a unit dissolved before', { unitId: '511900-film', accountablePostId: '511900-health.head' }, 'row-unit-dissolved', 'unitId', '511900-film'],
    ['a unit that comes later', { supportingUnitIds: ['511900-water', '511900-data'] }, 'row-unit-not-yet', 'supportingUnitIds[1]', '511900-data'],
    ['a post nobody created', { accountablePostId: '511900-health.deputy' }, 'row-post-unknown', 'accountablePostId', '511900-health'],
    ['a post of another unit', { accountablePostId: `${DISTRICT}.head` }, 'row-post-elsewhere', 'accountablePostId', '511900-health'],
  ])('with %s are refused, at the row', (_, change, code, field, unit) => {
    expect(said([aRow(change)])).toContainEqual([code, `rows[ENV-01-01].${field}`, unit]);
  });

  it('a division\'s post answers also where its creation office leads', () => {
    expect(said([aRow({ unitId: `${DISTRICT}-creation-office`, unitTenantId: DISTRICT, accountablePostId: `${DISTRICT}.head`, supportingUnitIds: [] })])).toEqual([]);
  });

  it('are not asked about where the tenant keeps no register', () => {
    expect(checkRegister([aRow({ unitId: 'x', accountablePostId: 'y' })], { ...register, tenantIds: [] })).toEqual([]);
  });
});
