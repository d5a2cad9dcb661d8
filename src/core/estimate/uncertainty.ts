import type { ContiguityGraph } from "../contiguity/graph.ts";
import type { World } from "../ingest/world.ts";
import type { AssumptionKey, AssumptionValues, ShippedAssumption } from "./defaults.ts";
import type { DistrictEstimate } from "./estimate.ts";
import { createEstimator, type Estimator, type Overrides } from "./estimator.ts";
import { FIGURES, type FigureKey, readFigure } from "./figures.ts";

/** What is uncertain: the districts of a zoning and the ranges their estimate rests on. */
export interface UncertainPlan {
  readonly world: World;
  readonly graph: ContiguityGraph;
  /** members of each district; one without members has no figures */
  readonly districts: readonly (readonly number[])[];
  /** values set for each district, same order */
  readonly ownOf: readonly (Overrides | undefined)[];
  readonly byCompound: ReadonlyMap<number, Overrides>;
  /** assumptions as they hold, with their ranges */
  readonly assumptions: readonly ShippedAssumption[];
  /** values in force; one outside its range widens the range */
  readonly values: AssumptionValues;
}

/** Choices, and the year; they are decided, not uncertain. */
export const DECIDED: ReadonlySet<AssumptionKey> = new Set(["service_level", "reference_year"]);

/** A figure with everything at its bad end, as assumed, and everything at its good end. */
export interface Band {
  readonly low: number;
  readonly default: number;
  readonly high: number;
}

export type Bands = Readonly<Record<FigureKey, Band>>;

/** The end of each range that raises (`toward` +1) or lowers (−1) the owners' net cost, `spread` of the way. */
export function valuesToward(
  plan: Pick<UncertainPlan, "values" | "assumptions">,
  toward: 1 | -1,
  spread: number,
): AssumptionValues {
  const values = { ...plan.values } as Record<AssumptionKey, number>;
  for (const { key, low, high, effect } of plan.assumptions) {
    if (effect === 0 || DECIDED.has(key)) continue;
    const now = plan.values[key];
    const end = effect === toward ? Math.max(high, now) : Math.min(low, now);
    values[key] = now + (end - now) * spread;
  }
  return values;
}

function estimatorOf(plan: UncertainPlan, values: AssumptionValues): Estimator {
  return createEstimator(plan.world, plan.graph, values, plan.byCompound);
}

function estimatesUnder(plan: UncertainPlan, values: AssumptionValues) {
  const estimator = estimatorOf(plan, values);
  return plan.districts.map((members, d) =>
    members.length > 0 ? estimator.district(members, plan.ownOf[d]) : null,
  );
}

function bandOf(key: FigureKey, all: readonly DistrictEstimate[]): Band {
  const values = all.map((estimate) => readFigure(estimate, key));
  return { low: Math.min(...values), default: values[0], high: Math.max(...values) };
}

/**
 * Bands of every figure of every district; null for one without members. The ends are those of all
 * assumptions together, so the band is an outer one: {@link createDraws} says how likely its parts are.
 * @param spread how far towards the ends of the ranges, 0…1; a wider spread contains a narrower one
 */
export function estimateBands(plan: UncertainPlan, spread = 1): (Bands | null)[] {
  const [now, worst, best] = [
    estimatesUnder(plan, plan.values),
    estimatesUnder(plan, valuesToward(plan, 1, spread)),
    estimatesUnder(plan, valuesToward(plan, -1, spread)),
  ];
  return now.map((estimate, d) => {
    const [bad, good] = [worst[d], best[d]];
    if (!estimate || !bad || !good) return null;
    const keys = Object.keys(FIGURES) as FigureKey[];
    return Object.fromEntries(
      keys.map((key) => [key, bandOf(key, [estimate, bad, good])]),
    ) as Bands;
  });
}
