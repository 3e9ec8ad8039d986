import { frameAround } from './frame.js';

const bounds = (south: number, north: number, west: number, east: number) => ({ getSouth: () => south, getNorth: () => north, getWest: () => west, getEast: () => east });

describe('the frame of a map', () => {
  it('is widened to hundredths of a degree, so that a small move asks nothing anew', () => {
    expect(frameAround(bounds(31.8512, 31.8688, 106.7401, 106.7599))).toEqual({ south: '31.85', north: '31.87', west: '106.74', east: '106.76' });
    expect(frameAround(bounds(31.8534, 31.8699, 106.7409, 106.7511))).toEqual({ south: '31.85', north: '31.87', west: '106.74', east: '106.76' });
  });

  it('goes no further than the globe, however far out the map is', () => {
    expect(frameAround(bounds(-95, 95, -300, 300))).toEqual({ south: '-90', north: '90', west: '-180', east: '180' });
  });
});
