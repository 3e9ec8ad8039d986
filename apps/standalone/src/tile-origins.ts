/** The hosts that {s} stands for in the address of map tiles. */
const tileHosts = ['a', 'b', 'c'];

/** Where the public page's map may get pictures from: exactly the origins of its tiles; nowhere where there are none. */
export const tileOrigins = (tileUrl: string | undefined): readonly string[] =>
  (tileUrl ? [...new Set(tileHosts.map((host) => new URL(tileUrl.replace('{s}', host)).origin))] : []);
