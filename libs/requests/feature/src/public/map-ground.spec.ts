import { mapGroundFrom } from './map-ground.js';

const TILE_URL = 'https://{s}.tiles.example/{z}/{x}/{y}.png';

describe('the ground of public maps', () => {
  it('is plain unless the environment names tiles, which say whose they are', () => {
    expect(mapGroundFrom({})).toEqual({ tileUrl: null, tileAttribution: null });
    expect(mapGroundFrom({ TILE_ATTRIBUTION: '天地图' })).toEqual({ tileUrl: null, tileAttribution: null });
    expect(mapGroundFrom({ TILE_URL, TILE_ATTRIBUTION: '天地图' })).toEqual({ tileUrl: TILE_URL, tileAttribution: '天地图' });
  });

  it.each(['/tiles/{z}/{x}/{y}.png', 'https://tiles.example/{z}/{x}.png', 'javascript:{z}{x}{y}'])('is refused at the start from %s', (url) => {
    expect(() => mapGroundFrom({ TILE_URL: url })).toThrow('TILE_URL must be an http address');
  });
});
