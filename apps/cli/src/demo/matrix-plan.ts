import type { MatrixEntry } from '@zeren/organisation-domain';

/** What a plan needs to know of a city: its bodies, and the towns of its districts. */
export type MatrixGround = {
  readonly cityId: string;
  /** Ids of departments and of bodies outside the tree that are registered. */
  readonly bodies: ReadonlySet<string>;
  readonly towns: readonly { readonly id: string; readonly districtId: string }[];
  /** Towns at the urban-rural fringe for which nobody was named. */
  readonly fringe: readonly string[];
  /** Streets of the old town, whose back lanes nobody cleans. */
  readonly oldTown: readonly string[];
  /** Streets in which the oil field claims what the street answers for too. */
  readonly oilFieldStreets: readonly string[];
  /** Grids that answer themselves for what their officers meet on their rounds. */
  readonly grids: readonly string[];
};

const entry = (areaUnitId: string, matterCode: string, leadUnitId: string, more: Partial<MatrixEntry> = {}): MatrixEntry =>
  ({ areaUnitId, matterCode, claim: 'block', leadUnitId, supportingUnitIds: [], officerPostId: null, ...more });

/** By department: the classes it is competent for in the whole city. Where two name the same class, both claim it. */
const lines: Readonly<Record<string, readonly string[]>> = {
  'urban-management': [
    'E02', 'E02-02', 'E04-02', 'E04-08', 'E05-01', 'E05-02', 'E05-03', 'E05-04', 'E05-05', 'E05-06', 'E05-07', 'E05-08', 'E05-12', 'E05-13', 'E05-14', 'E05-16', 'E05-17', 'E06-05',
    'C01-01', 'C01-02', 'C01-07', 'C01-08', 'C01-09', 'C02-01', 'C03', 'C04',
  ],
  housing: ['E03', 'E03-01', 'E06-02', 'E04-07', 'C01-05'],
  environment: ['E03-01', 'E06-01', 'E06-02', 'E06-03'],
  transport: ['E03-02', 'E03-03', 'E04-01', 'E05-13', 'C02'],
  'public-security': ['E05-10', 'E05-11', 'E06-04', 'C01-11', 'C01-12', 'C02-01'],
  water: ['E04-05', 'E04-06', 'E04-08', 'C01-03', 'C05-02'],
  forestry: ['E04-04'],
  publicity: ['E02-02', 'C05-01'],
  culture: ['C01-13'],
  'civil-affairs': ['E05-09'],
  'development-reform': ['X01'],
  'x-power-grid': ['C01-06'],
};

/** Classes of the old town's streets; standing water, discarded furniture and dumped sewage of the back lanes are nobody's. */
const streetClasses = ['E01-01', 'E01-02', 'E01-03', 'E01-04', 'E01-05', 'E01-06', 'E01-08', 'E01-09', 'E01-15', 'E01-16', 'E01-17', 'E01-18', 'E01-19', 'E01-22', 'E01-23'];

const lineEntries = ({ cityId, bodies }: MatrixGround): MatrixEntry[] => {
  const support = ['commerce', 'housing', 'environment'].map((slug) => `${cityId}-${slug}`).filter((unit) => bodies.has(unit));
  return Object.entries(lines).flatMap(([slug, codes]) => {
    const lead = `${cityId}-${slug}`;
    if (!bodies.has(lead)) return [];
    return codes.map((code) => entry(cityId, code, lead, { claim: 'line', supportingUnitIds: code === 'X01' ? support : [] }));
  });
};

const townEntries = ({ towns, fringe, oldTown }: MatrixGround): MatrixEntry[] => towns.flatMap(({ id, districtId }) => {
  const mediation = entry(id, 'D01', id, { supportingUnitIds: [districtId] });
  if (fringe.includes(id)) return [mediation];
  const codes = oldTown.includes(id) ? streetClasses : ['E01'];
  return [mediation, ...codes.map((code) => entry(id, code, id, { supportingUnitIds: [districtId] }))];
});

const oilFieldEntries = ({ cityId, oilFieldStreets }: MatrixGround): MatrixEntry[] =>
  oilFieldStreets.flatMap((street) => ['E01', 'C02'].map((code) => entry(street, code, `${cityId}-x-liaohe-oilfield`, { claim: 'line' })));

/** Where the oil field claims the roads the street was told to look after them as well. */
const oilFieldRoads = ({ oilFieldStreets }: MatrixGround): MatrixEntry[] => oilFieldStreets.map((street) => entry(street, 'C02', street));

/** Discarded bicycles and carts are the grid officer's own to have taken away. */
const gridEntries = ({ grids }: MatrixGround): MatrixEntry[] => grids.map((grid) => entry(grid, 'E01-19', grid));

/**
 * Who answers for what, made up as it is typical: departments by class for the whole city, towns for cleanliness and
 * disputes in their own area, some grids for discarded bicycles; with vacuums (fallen cables, telecom covers, back lanes, the fringe) and overlaps
 * (dust, noise at night, parking, shared bicycles, oil field and street).
 */
export const matrixPlan = (ground: MatrixGround): readonly MatrixEntry[] =>
  [...lineEntries(ground), ...townEntries(ground), ...oilFieldEntries(ground), ...oilFieldRoads(ground), ...gridEntries(ground)];
