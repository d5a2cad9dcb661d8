/**
 * Published totals of the city (楚雄市人民政府, 楚市政函〔2022〕58号, 2022-04-25). Of its two counts
 * of compounds, 748 and 738, the second is the one its committees add up to.
 */
const CITY_TOTALS = {
  compounds: 738,
  managed: 134,
  managedHouseholds: 66_088,
  managedFloorAreaM2: 9_527_972,
  ownersCommittees: 311,
  managementCommittees: 427,
} as const;

/** Inclusive range. */
export interface Span {
  readonly low: number;
  readonly high: number;
}

/** What compounds without a company look like (published renovation programmes, see README). */
export const AGED = {
  floorAreaMedianM2: 9_000,
  floorAreaSigmaLn: 0.9,
  floorAreaM2: { low: 500, high: 150_000 },
  m2PerHousehold: { low: 70, high: 100 },
  householdsPerBuilding: { low: 30, high: 38 },
  carsPerHousehold: { low: 0.35, high: 0.75 },
  spacesPerHousehold: { low: 0.1, high: 0.5 },
  feeYuanPerM2Month: { low: 0.15, high: 0.8 },
  feeBlankOrZeroShare: 0.6,
  collection: { low: 0.2, high: 0.7 },
  builtYear: { low: 1975, high: 2005 },
  builtAfter2000Share: 0.15,
} as const;

/** Ratio of floor area to land that a walled compound of walk-ups or towers can have. */
export const FLOOR_AREA_RATIO: Span = { low: 0.9, high: 2.2 };

/** The published totals for a city of `compounds` compounds: exact at 738, in proportion elsewhere. */
export interface CityTotals {
  readonly compounds: number;
  readonly managed: number;
  readonly managedHouseholds: number;
  readonly managedFloorAreaM2: number;
  readonly ownersCommittees: number;
}

/** Scales {@link CITY_TOTALS}; every figure is rounded to a whole number. */
export function scaleTotals(compounds: number): CityTotals {
  const share = compounds / CITY_TOTALS.compounds;
  return {
    compounds,
    managed: Math.round(CITY_TOTALS.managed * share),
    managedHouseholds: Math.round(CITY_TOTALS.managedHouseholds * share),
    managedFloorAreaM2: Math.round(CITY_TOTALS.managedFloorAreaM2 * share),
    ownersCommittees: Math.round(CITY_TOTALS.ownersCommittees * share),
  };
}
