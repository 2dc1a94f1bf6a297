export type Point = readonly [x: number, y: number];

export type Slope = {
  readonly perX: number;
  /** Standard error, as if the points strayed from the line independently of each other. */
  readonly error: number;
};

/** The straight line through the points by least squares. */
export function slopeOf(points: readonly Point[]): Slope {
  const count = points.length;
  const meanX = points.reduce((sum, [x]) => sum + x, 0) / count;
  const meanY = points.reduce((sum, [, y]) => sum + y, 0) / count;
  let sxx = 0;
  let sxy = 0;
  for (const [x, y] of points) {
    sxx += (x - meanX) ** 2;
    sxy += (x - meanX) * (y - meanY);
  }
  const perX = sxy / sxx;
  const squares = points.reduce((sum, [x, y]) => sum + (y - meanY - perX * (x - meanX)) ** 2, 0);
  return { perX, error: Math.sqrt(squares / (count - 2) / sxx) };
}
