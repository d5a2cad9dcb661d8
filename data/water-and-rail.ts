import type { CityPlan } from "./city-plan.ts";
import { clipLine, intersectRings, simplifyRing } from "./clipping.ts";
import { type Point, pathLengthM, type Ring } from "./ring.ts";
import { sampleLine } from "./units.ts";

/** What neither streets nor houses cross. */
export interface WaterAndRail {
  readonly river: Ring[];
  /** green between the river and the streets on its banks */
  readonly banks: Ring[];
  readonly canal: Point[][];
  readonly railway: Point[][];
}

const RIVER_HALF_WIDTH_M = 27;
const BANK_HALF_WIDTH_M = 43;
const STEP_M = 40;

/** Water and railway near the city; `around` is the city with some land about it. */
export function drawWaterAndRail(plan: CityPlan, around: readonly Ring[]): WaterAndRail {
  const river = ribbon(plan, (v) => RIVER_HALF_WIDTH_M + 6 * Math.sin(v / 310));
  const banks = ribbon(plan, () => BANK_HALF_WIDTH_M);
  const [west, east] = [plan.uLines[0]!.at, plan.uLines.at(-1)!.at];
  const across = (role: string, to: number) =>
    plan.vLines
      .filter((line) => line.west === role)
      .flatMap((line) => clipLine(sampleLine(plan, [west, line.at], [to, line.at]), around))
      .filter((line) => pathLengthM(line) > 150);
  return {
    river: intersectRings([river], around),
    banks: intersectRings([banks], around),
    canal: across("canal", plan.riverU),
    railway: across("railway", east),
  };
}

function ribbon(plan: CityPlan, halfWidthM: (v: number) => number): Ring {
  const [south, north] = [plan.vLines[0]!.at, plan.vLines.at(-1)!.at];
  const steps = Math.ceil((north - south) / STEP_M);
  const at = (side: number, k: number) => {
    const v = south + ((north - south) * k) / steps;
    return plan.grid.place(plan.riverU + side * halfWidthM(v), v);
  };
  const ups = Array.from({ length: steps + 1 }, (_, k) => at(1, k));
  const downs = Array.from({ length: steps + 1 }, (_, k) => at(-1, steps - k));
  return simplifyRing([...ups, ...downs], 0.4);
}
