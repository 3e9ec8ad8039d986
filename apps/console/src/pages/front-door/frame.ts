/** What a map shows, in degrees (WGS 84). */
export type Frame = { readonly south: string; readonly north: string; readonly west: string; readonly east: string };

type Bounds = { getSouth(): number; getNorth(): number; getWest(): number; getEast(): number };

/** Hundredths of a degree: small moves of a map ask nothing anew. */
const STEPS = 100;

const within = (degrees: number, most: number): string => String(Math.min(most, Math.max(-most, degrees)));

/** The frame of a map's bounds, widened to whole hundredths of a degree. */
export const frameAround = (bounds: Bounds): Frame => ({
  south: within(Math.floor(bounds.getSouth() * STEPS) / STEPS, 90), north: within(Math.ceil(bounds.getNorth() * STEPS) / STEPS, 90),
  west: within(Math.floor(bounds.getWest() * STEPS) / STEPS, 180), east: within(Math.ceil(bounds.getEast() * STEPS) / STEPS, 180),
});

/** The frame that was, where the next shows the same. */
export const sameFrame = (before: Frame | undefined, next: Frame): Frame =>
  (before && before.south === next.south && before.north === next.north && before.west === next.west && before.east === next.east ? before : next);
