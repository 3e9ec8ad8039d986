import { Injectable } from '@nestjs/common';
import type { Caller } from '@zeren/kernel';
import {
  catalogueOn, openCells, responsibilityMap, type CalendarDate, type CatalogueVersion, type MatrixFacts, type OpenCell, type Register, type ResponsibilityMap, type ResponsibilityMatrix,
} from '@zeren/organisation-domain';
import { CityKnowledge } from '../matters/city-knowledge.js';

/** Maps kept in memory; each is a city's on a day. */
const KEPT = 16;

type Kept = { readonly matrix: ResponsibilityMatrix; readonly facts: MatrixFacts; readonly map: ResponsibilityMap };

/** A city's map on a day, with what it was computed from. */
export type CityMap = {
  readonly map: ResponsibilityMap;
  readonly catalogue: CatalogueVersion | undefined;
  readonly registers: readonly Register[];
};

const isSame = (kept: Kept, matrix: ResponsibilityMatrix, { registers, catalogue }: MatrixFacts): boolean =>
  kept.matrix === matrix && kept.facts.catalogue === catalogue && kept.facts.registers.length === registers.length
  && registers.every((register, index) => register === kept.facts.registers[index]);

/**
 * The map of vacuums and overlaps, computed from the newest events of matrix, catalogue and registers, and kept for as
 * long as none of them has changed.
 */
@Injectable()
export class MatrixMap {
  private readonly kept = new Map<string, Kept>();

  constructor(private readonly knowledge: CityKnowledge) {}

  async of(cityId: string, caller: Caller, day: CalendarDate): Promise<CityMap> {
    const [matrix, facts] = await Promise.all([this.knowledge.matrix(cityId, caller), this.knowledge.facts(cityId, caller, day)]);
    return { map: this.current(`${cityId} ${day}`, matrix, facts, day), catalogue: catalogueOn(facts.catalogue, day), registers: facts.registers };
  }

  /** The cells without an owner or with several, of a part of the map. */
  cells({ map, catalogue }: CityMap, isWanted: (villageId: string, matterCode: string) => boolean): readonly OpenCell[] {
    return openCells(map, catalogue?.classes.map(({ code }) => code) ?? [], isWanted);
  }

  private current(key: string, matrix: ResponsibilityMatrix, facts: MatrixFacts, day: CalendarDate): ResponsibilityMap {
    const known = this.kept.get(key);
    if (known && isSame(known, matrix, facts)) return known.map;
    const map = responsibilityMap(matrix, facts.registers, facts.catalogue, day);
    this.kept.delete(key);
    this.kept.set(key, { matrix, facts, map });
    const [oldest] = this.kept.keys();
    if (this.kept.size > KEPT && oldest !== undefined) this.kept.delete(oldest);
    return map;
  }
}
