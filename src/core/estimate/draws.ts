import { createRng, type Rng } from "../base/rng.ts";
import { ASSUMPTIONS, type AssumptionKey, type AssumptionValues } from "./defaults.ts";
import { createReckoner } from "./reckoner.ts";
import { DECIDED, type UncertainPlan } from "./uncertainty.ts";

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

/** Where each assumption lies in its distribution in one draw, 0…1. */
export type Quantiles = ReadonlyMap<AssumptionKey, number>;

/** One draw for everything that is uncertain, the same for whoever rests on it. */
export function drawQuantiles(rng: Rng): Quantiles {
  const quantiles = new Map<AssumptionKey, number>();
  for (const { key } of ASSUMPTIONS) if (!DECIDED.has(key)) quantiles.set(key, rng.real());
  return quantiles;
}

/** Value of a triangular distribution at quantile `u` (inverse transform). */
function triangularAt(u: number, of: { low: number; mode: number; high: number }): number {
  const { low, mode, high } = of;
  if (high <= low) return mode;
  const at = (mode - low) / (high - low);
  return u < at
    ? low + Math.sqrt(u * (high - low) * (mode - low))
    : high - Math.sqrt((1 - u) * (high - low) * (high - mode));
}

/** A plan's values at these quantiles: each between its low and high, most likely as in force. */
export function valuesAt(
  plan: Pick<UncertainPlan, "values" | "assumptions">,
  quantiles: Quantiles,
): AssumptionValues {
  const values = { ...plan.values } as Record<AssumptionKey, number>;
  for (const { key, low, high } of plan.assumptions) {
    const u = quantiles.get(key);
    const mode = plan.values[key];
    if (u === undefined) continue;
    const ends = { low: Math.min(low, mode), mode, high: Math.max(high, mode) };
    values[key] = triangularAt(u, ends);
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
  const sorted = Float64Array.from(nets).sort();
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
  const reckoner = createReckoner(plan);
  const columns = plan.districts.length + 1;
  const nets = Array.from({ length: columns }, (): number[] => []);
  const after = Array.from({ length: columns }, (): number[] => []);
  return {
    next() {
      const { netCostYuan, subsidyYuan, totals } = reckoner.reckon(
        valuesAt(plan, drawQuantiles(rng)),
      );
      plan.districts.forEach((members, d) => {
        if (members.length === 0) return;
        nets[d].push(netCostYuan[d]);
        after[d].push(netCostYuan[d] - subsidyYuan[d]);
      });
      if (plan.districts.every((members) => members.length === 0)) return;
      nets[columns - 1].push(totals.netCostYuan);
      after[columns - 1].push(totals.netCostYuan - totals.subsidyYuan);
    },
    odds() {
      const list = nets.map((own, k) => oddsOf(own, after[k]));
      return { districts: list.slice(0, -1), all: list[columns - 1] };
    },
  };
}
