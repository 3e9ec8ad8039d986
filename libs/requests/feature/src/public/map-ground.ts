import { ConfigurationError } from '@zeren/http';
import type { PublicTenant } from '@zeren/requests-domain';

/** Where public maps get their ground, and whose it is. */
export type MapGround = Pick<PublicTenant, 'tileUrl' | 'tileAttribution'>;

/** Injection token of the {@link MapGround}. */
export const MAP_GROUND = Symbol('MAP_GROUND');

const places = ['{z}', '{x}', '{y}'];

/**
 * TILE_URL is the http(s) address of a tile with {z}, {x} and {y} in it, and {s} where it is served by hosts a, b and c;
 * TILE_ATTRIBUTION is what the map says of its source, which most sources demand. Throws ConfigurationError.
 */
export const mapGroundFrom = ({ TILE_URL: url, TILE_ATTRIBUTION: attribution }: Readonly<Record<string, string | undefined>>): MapGround => {
  if (!url) return { tileUrl: null, tileAttribution: null };
  const isAddress = /^https?:\/\//.test(url) && URL.canParse(url) && places.every((place) => url.includes(place));
  if (!isAddress) throw new ConfigurationError(`TILE_URL must be an http address with {z}, {x} and {y}, not "${url}"`);
  return { tileUrl: url, tileAttribution: attribution || null };
};
