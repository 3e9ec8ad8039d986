import { tileOrigins } from './tile-origins.js';

describe('where a map may get its pictures from', () => {
  it('is exactly where its tiles are: one host, or the three that {s} stands for', () => {
    expect(tileOrigins('https://tiles.example:8443/{z}/{x}/{y}.png')).toEqual(['https://tiles.example:8443']);
    expect(tileOrigins('https://{s}.tiles.example/{z}/{x}/{y}.png?key=1')).toEqual(['https://a.tiles.example', 'https://b.tiles.example', 'https://c.tiles.example']);
  });

  it('is nowhere else where it has a plain ground', () => {
    expect(tileOrigins(undefined)).toEqual([]);
    expect(tileOrigins('')).toEqual([]);
  });
});
