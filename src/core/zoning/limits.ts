/** Hard bounds and soft ideals of a district; null switches a bound off (DESIGN §4). */
export interface Limits {
  readonly minHouseholds: number | null;
  readonly idealHouseholds: number | null;
  readonly maxHouseholds: number | null;
  readonly minFloorAreaM2: number | null;
  readonly idealFloorAreaM2: number | null;
  readonly maxFloorAreaM2: number | null;
  readonly maxCompounds: number | null;
  /** greatest distance between members' centroids, m */
  readonly maxSpanM: number | null;
  /** every district covers its cost at one fee of at most this, 元/㎡·月 */
  readonly maxBreakEvenFeeYuanPerM2Month: number | null;
}

/** households 300/800/1500, floor area 3/7/15 × 10⁴ m², 12 compounds, 1000 m: DESIGN §4, DOMAIN §2.1. */
export const DEFAULT_LIMITS: Limits = {
  minHouseholds: 300,
  idealHouseholds: 800,
  maxHouseholds: 1500,
  minFloorAreaM2: 30_000,
  idealFloorAreaM2: 70_000,
  maxFloorAreaM2: 150_000,
  maxCompounds: 12,
  maxSpanM: 1000,
  maxBreakEvenFeeYuanPerM2Month: null,
};
