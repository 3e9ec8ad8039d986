import { Controller, Get, Query } from '@nestjs/common';
import { CallerOf, notFound } from '@zeren/http';
import type { Caller } from '@zeren/kernel';
import { figuresOf, isWithin, type CalendarDate, type MapReading, type OpenCell, type Register } from '@zeren/organisation-domain';
import { CityKnowledge } from '../matters/city-knowledge.js';
import { Today } from '../today.js';
import { listPage, type ListPage } from './list-page.js';
import { MatrixMap, type CityMap } from './matrix-map.js';
import { CellsQuery, MapQuery } from './matrix.bodies.js';

/** Where nobody answers, and where several do: every village against every class. */
@Controller('api/v1/responsibility-map')
export class ResponsibilityMapController {
  constructor(
    private readonly knowledge: CityKnowledge,
    private readonly maps: MatrixMap,
    private readonly today: Today,
  ) {}

  /** The counts of an area and its parts: of the whole city for the city, of its own area for a district. */
  @Get()
  async counts(@CallerOf() caller: Caller, @Query() query: MapQuery): Promise<MapReading> {
    const city = await this.mapFor(caller, query.on);
    const areaUnitId = this.areaFor(caller, query.areaUnitId, city);
    const { map, catalogue } = city;
    const majors = catalogue?.majors ?? [];
    const area = map.areas.get(areaUnitId) ?? notFound();
    const parts = [...map.areas.values()].filter(({ unit }) => unit.parentUnitId === areaUnitId).sort((a, b) => (a.unit.unitId < b.unit.unitId ? -1 : 1));
    return { day: map.day, matrixVersion: map.matrixVersion, majors, area: figuresOf(area, majors), parts: parts.map((part) => figuresOf(part, majors)) };
  }

  /** The very cells behind a count. */
  @Get('cells')
  async cells(@CallerOf() caller: Caller, @Query() query: CellsQuery): Promise<ListPage<OpenCell>> {
    const city = await this.mapFor(caller, query.on);
    const area = this.areaFor(caller, query.areaUnitId, city);
    const { matterCode } = query;
    const isInArea = within(city.registers, area, city.map.day);
    const isOfClass = (code: string): boolean => matterCode === undefined || matterCode === '*' || code === matterCode || code.startsWith(`${matterCode}-`);
    const found = this.maps.cells(city, (village, code) => isOfClass(code) && isInArea(village));
    return listPage(query.why === undefined ? found : found.filter(({ why }) => why === query.why), query);
  }

  private async mapFor(caller: Caller, on: string | undefined): Promise<CityMap> {
    const [day, cityId] = await Promise.all([this.today.or(on, caller), this.knowledge.cityOf(caller)]);
    return this.maps.of(cityId, caller, day);
  }

  /** The area asked for, or the whole of the caller's; what lies outside that is not there for it. */
  private areaFor({ tenantId }: Caller, asked: string | undefined, { registers, map }: CityMap): string {
    const area = asked ?? tenantId;
    return within(registers, tenantId, map.day)(area) ? area : notFound();
  }
}

/** Whether a unit lies in an area; asked of the same units over and over. */
const within = (registers: readonly Register[], area: string, day: CalendarDate): ((unitId: string) => boolean) => {
  const known = new Map<string, boolean>();
  return (unitId) => {
    const told = known.get(unitId) ?? (registers[0] !== undefined && isWithin(registers[0], unitId, area, day));
    known.set(unitId, told);
    return told;
  };
};
