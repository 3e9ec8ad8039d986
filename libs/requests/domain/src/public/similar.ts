import type { Decimal } from '@zeren/kernel';

/** Degrees (WGS 84). */
export type Point = { readonly latitude: Decimal; readonly longitude: Decimal };

const EARTH_METRES = 6_371_000;

const radians = (degrees: Decimal | number): number => (Number(degrees) * Math.PI) / 180;

/** Metres between two points, over a sphere; within a city it is right to a few per mille. No figure is computed from it. */
export const metresBetween = (from: Point, to: Point): number => {
  const latitude = radians(Number(to.latitude) - Number(from.latitude));
  const longitude = radians(Number(to.longitude) - Number(from.longitude));
  const chord = Math.sin(latitude / 2) ** 2 + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * Math.sin(longitude / 2) ** 2;
  return 2 * EARTH_METRES * Math.asin(Math.min(1, Math.sqrt(chord)));
};

/** Within how many metres another request is taken for one of the same place. */
export const NEARBY_METRES = 200;

/** A request that may be about the same, and where. */
export type Placed = { readonly areaUnitId: string; readonly latitude: Decimal | null; readonly longitude: Decimal | null };

/** Whether something is nearby: in the very same area, or within 200 metres of the point where both have one. */
export const isNearby = (place: { readonly areaUnitId: string | null; readonly point: Point | null }, other: Placed): boolean => {
  const { latitude, longitude } = other;
  if (place.point && latitude !== null && longitude !== null) return metresBetween(place.point, { latitude, longitude }) <= NEARBY_METRES;
  return place.areaUnitId === other.areaUnitId;
};
