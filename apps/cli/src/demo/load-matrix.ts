import type { UnitKind } from '@zeren/organisation-domain';
import type { Division } from './data.js';
import { loadMatters } from './load-matters.js';
import type { Load } from './loading.js';
import { matrixPlan, type MatrixGround } from './matrix-plan.js';

/** Where the demonstration's cities have what is typical: the fringe, old streets, the oil field's quarters. */
const places: Readonly<Record<string, Pick<MatrixGround, 'fringe' | 'oldTown' | 'oilFieldStreets' | 'grids'>>> = {
  '511900': { fringe: ['511902007', '511902100', '511902101'], oldTown: ['511902001', '511902002', '511902003'], oilFieldStreets: [], grids: ['511902001001-g01'] },
  '211100': { fringe: ['211103400'], oldTown: ['211102002', '211102003'], oilFieldStreets: ['211103003', '211103004', '211103007', '211103008', '211103013'], grids: ['211103001-g01'] },
};

const idsOf = async (load: Load, account: string, kind: UnitKind, after: string | undefined): Promise<string[]> => {
  const { items } = (await load.get(account, `/api/v1/units?kind=${kind}&limit=200`, after)) as { items: { unitId: string }[] };
  return items.map(({ unitId }) => unitId);
};

/** What the plan of a city's matrix stands on: its divisions, and the bodies that are registered. */
export const groundIn = (cityId: string, divisions: readonly Division[], bodies: readonly string[]): MatrixGround => {
  const where = places[cityId];
  if (!where) throw new Error(`No matrix for ${cityId}`);
  const towns = divisions.filter(({ code, level }) => level === 4 && code.startsWith(cityId.slice(0, 4)));
  return { ...where, cityId, bodies: new Set(bodies), towns: towns.map(({ code, parent }) => ({ id: code, districtId: parent ?? cityId })) };
};

const groundOf = async (load: Load, cityId: string, after: string | undefined): Promise<MatrixGround> => {
  const account = `${cityId}.city-office`;
  const bodies = await Promise.all([idsOf(load, account, 'department', after), idsOf(load, account, 'external-party', after)]);
  return groundIn(cityId, load.data.divisions(), bodies.flat());
};

/** Cells that were put to arbitration, and one that was ruled on. */
const loadReferrals = async (load: Load, { cityId, fringe, oldTown }: MatrixGround): Promise<void> => {
  const [atFringe, street, another] = [fringe[0], oldTown[0], oldTown[1]] as [string, string, string];
  const account = `${cityId}.city-office`;
  const refer = (areaUnitId: string, matterCode: string, reason: string) =>
    load.post(account, '/api/v1/responsibility-matrix/referrals', `referral:${areaUnitId}:${matterCode}`, { areaUnitId, matterCode, reason });
  await refer(atFringe, 'E01-03', '城乡结合部暴露垃圾无人清运(演示)');
  await refer(street, 'E01-07', '背街小巷积水无人处置(演示)');
  await refer(another, 'E01-07', '背街小巷积水无人处置(演示)');
  await load.post(account, '/api/v1/responsibility-matrix/rulings', `ruling:${another}:E01-07`, {
    areaUnitId: another, matterCode: 'E01-07', leadUnitId: another, supportingUnitIds: [`${cityId}-urban-management`], officerPostId: null,
    reason: '属地负责，城管部门配合(演示)', document: '演示裁定〔2013〕1号',
  });
};

/** A city's matrix from the day on, after its catalogue at the position `after`. */
const loadMatrix = async (load: Load, cityId: string, after: string | undefined): Promise<void> => {
  const ground = await groundOf(load, cityId, after);
  await load.post(`${cityId}.city-office`, '/api/v1/responsibility-matrix/statements', `matrix:${cityId}`, {
    reason: '首次发布责任矩阵(演示)', document: '演示批文〔2013〕3号', entries: matrixPlan(ground),
  });
  await loadReferrals(load, ground);
};

/** What can be asked of a city, and who answers for it where. */
export const loadResponsibility = async (load: Load, cityId: string): Promise<void> => {
  const step = `responsibility-${cityId}`;
  load.progress.begin(step, 2);
  const published = await loadMatters(load, cityId);
  load.progress.advance(step);
  await loadMatrix(load, cityId, published);
  load.progress.advance(step);
};
