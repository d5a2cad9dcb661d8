import { createRng, type Rng } from "../base/rng.ts";
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
const DECIDED: ReadonlySet<AssumptionKey> = new Set(["service_level", "reference_year"]);

/** A figure with everything at its bad end, as assumed, and everything at its good end. */
export interface Band {
  readonly low: number;
  readonly default: number;
  readonly high: number;
}

export type Bands = Readonly<Record<FigureKey, Band>>;

/** The end of each range that raises (`toward` +1) or lowers (−1) the owners' net cost, `spread` of the way. */
function valuesToward(plan: UncertainPlan, toward: 1 | -1, spread: number): AssumptionValues {
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

/** How a district does over all draws. Net costs in whole yuan a year. */
export interface Odds {
  /** share of draws in which income meets cost, 0…1 */
  readonly covered: number;
  /** the same with the first year's subsidy */
  readonly coveredWithSubsidy: number;
  /** net cost that a tenth, a half and nine tenths of the draws stay below */
  readonly p10Yuan: number;
  readonly p50Yuan: number;
  readonly p90Yuan: number;
}

/** Triangular draw between low and high, most likely at the value in force (inverse transform). */
function drawTriangular(rng: Rng, of: { low: number; mode: number; high: number }): number {
  const { low, mode, high } = of;
  const u = rng.real();
  if (high <= low) return mode;
  const at = (mode - low) / (high - low);
  return u < at
    ? low + Math.sqrt(u * (high - low) * (mode - low))
    : high - Math.sqrt((1 - u) * (high - low) * (high - mode));
}

function drawValues(plan: UncertainPlan, rng: Rng): AssumptionValues {
  const values = { ...plan.values } as Record<AssumptionKey, number>;
  for (const { key, low, high } of plan.assumptions) {
    if (DECIDED.has(key)) continue;
    const mode = plan.values[key];
    values[key] = drawTriangular(rng, {
      low: Math.min(low, mode),
      mode,
      high: Math.max(high, mode),
    });
  }
  return values;
}

/** Draws of all assumptions together, one after another. */
export interface Draws {
  /** Makes one more draw. O(n). */
  next(): void;
  /** Odds of each district so far, and of all together; null for one without members. */
  odds(): { readonly districts: readonly (Odds | null)[]; readonly all: Odds | null };
}

function oddsOf(nets: readonly number[], afterSubsidy: readonly number[]): Odds | null {
  if (nets.length === 0) return null;
  const sorted = [...nets].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  const share = (list: readonly number[]) => list.filter((net) => net <= 0).length / list.length;
  return {
    covered: share(nets),
    coveredWithSubsidy: share(afterSubsidy),
    p10Yuan: at(0.1),
    p50Yuan: at(0.5),
    p90Yuan: at(0.9),
  };
}

/**
 * Seeded Monte Carlo over all assumptions, each triangular over its range and independent of the
 * others; the same seed gives the same draws. The last column is all districts together.
 */
export function createDraws(plan: UncertainPlan, seed: number): Draws {
  const rng = createRng(seed);
  const columns = plan.districts.length + 1;
  const nets = Array.from({ length: columns }, (): number[] => []);
  const after = Array.from({ length: columns }, (): number[] => []);
  return {
    next() {
      const values = drawValues(plan, rng);
      const estimates = estimatesUnder(plan, values);
      let all = 0;
      let allAfter = 0;
      let some = false;
      estimates.forEach((estimate, d) => {
        if (!estimate) return;
        some = true;
        nets[d].push(estimate.netCostYuan);
        after[d].push(estimate.netCostYuan - estimate.subsidyYuan);
        all += estimate.netCostYuan;
        allAfter += estimate.netCostYuan - estimate.subsidyYuan;
      });
      if (!some) return;
      nets[columns - 1].push(all);
      after[columns - 1].push(allAfter);
    },
    odds() {
      const list = nets.map((own, k) => oddsOf(own, after[k]));
      return { districts: list.slice(0, -1), all: list[columns - 1] };
    },
  };
}
