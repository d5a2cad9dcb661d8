/**
 * Polygons of n units in metres, flat: unit u has polygons `unitStart[u] … unitStart[u+1]-1`,
 * polygon p has rings `polyStart[p] …` (the first is the outer one, the rest holes),
 * ring r has points `ringStart[r] …`, point k is `(xy[2k], xy[2k+1])`.
 * Rings are stored open (last point ≠ first); outer rings counter-clockwise, holes clockwise.
 */
export interface PolygonSet {
  readonly count: number;
  /** length 2 × points, metres */
  readonly xy: Float64Array;
  /** length rings + 1 */
  readonly ringStart: Uint32Array;
  /** length polygons + 1 */
  readonly polyStart: Uint32Array;
  /** length count + 1 */
  readonly unitStart: Uint32Array;
  /** per unit, whole m², 0 … 2³¹−1: holes subtracted */
  readonly areaM2: Int32Array;
  /** length 2 × count: area centroid, metres */
  readonly centroid: Float64Array;
  /** length 4 × count: minX, minY, maxX, maxY, metres */
  readonly bounds: Float64Array;
}
