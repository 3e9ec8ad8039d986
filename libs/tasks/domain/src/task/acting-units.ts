/** A division is named by its code alone: `511902`, `511922001`. */
export const isDivision = (unitId: string): boolean => /^\d+$/.test(unitId);

/**
 * The units in whose name a unit acts: itself, and a division for its own creation office
 * (`511902-creation-office` accepts and reports for `511902`).
 */
export const unitsActedFor = (unitId: string): readonly string[] => {
  const division = /^(\d+)-creation-office$/.exec(unitId)?.[1];
  return division === undefined ? [unitId] : [unitId, division];
};
