import { createRng, deriveSeed } from "../src/core/base/rng.ts";
import { AGED, type CityTotals } from "./calibration.ts";
import { between, clamp, standardNormals } from "./draws.ts";
import { fitTotal } from "./fit-total.ts";

/** A compound to be placed: how big it is, before it has a place or a name. */
export interface Dwelling {
  readonly managed: boolean;
  readonly floorAreaM2: number;
  /** land wanted, m², lanes included */
  readonly landM2: number;
}

const MANAGED_SIGMA_LN = 0.62;
const MANAGED_FLOOR_AREA = { low: 9_000, high: 165_000 };
/** Land a compound loses to lanes and walls, in metres along its perimeter. */
const LOST_STRIP_M = 1.7;

function landFor(floorAreaM2: number, floorAreaRatio: number): number {
  const netM2 = floorAreaM2 / floorAreaRatio;
  return netM2 + 4 * Math.sqrt(netM2) * LOST_STRIP_M;
}

/** Sizes of all compounds: log-normal without a company, published total with one. */
export function drawDwellings(seed: number, totals: CityTotals): Dwelling[] {
  const rng = createRng(deriveSeed(seed, 2));
  const aged = standardNormals(rng, totals.compounds - totals.managed).map((z): Dwelling => {
    const size = AGED.floorAreaMedianM2 * Math.exp(AGED.floorAreaSigmaLn * z);
    const floorAreaM2 = Math.round(clamp(size, AGED.floorAreaM2));
    const dense = Math.min(0.35, floorAreaM2 / 200_000);
    const ratio = between(rng, 1.15 + dense, 1.65 + dense);
    return { managed: false, floorAreaM2, landM2: landFor(floorAreaM2, ratio) };
  });
  const shapes = standardNormals(rng, totals.managed).map((z) => Math.exp(MANAGED_SIGMA_LN * z));
  const floorAreas = fitTotal(
    shapes,
    shapes.map(() => MANAGED_FLOOR_AREA),
    totals.managedFloorAreaM2,
  );
  const managed = floorAreas.map((floorAreaM2): Dwelling => {
    return { managed: true, floorAreaM2, landM2: landFor(floorAreaM2, between(rng, 1.5, 1.9)) };
  });
  return [...managed, ...aged];
}
