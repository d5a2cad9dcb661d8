import { createRng } from "../base/rng.ts";
import { finish, type Steps } from "../base/steps.ts";
import { drawQuantiles, type Quantiles, valuesAt } from "../estimate/draws.ts";
import type { Totals } from "../estimate/reckoner.ts";
import { type IndicatorValues, readIndicators } from "./comparison.ts";
import { indicatorUnder, merit } from "./criteria.ts";
import type { IndicatorKey } from "./indicator-rows.ts";
import { groupReckoners } from "./reckoners.ts";
import type { ScenarioView } from "./view.ts";
import { findBest, scoresOf, type Weights, weighIndicators } from "./weights.ts";

/** What decides which scenario is the best: one indicator, or several by weight. */
export type Goal = { readonly by: IndicatorKey } | { readonly weights: Weights };

/** How scenarios fare when all assumptions vary together. */
export interface RankingOdds {
  readonly draws: number;
  /** per scenario: share of draws in which it is the best; equals share a draw */
  readonly wins: readonly number[];
  /** per scenario: mean place, 1 the best; equals share places */
  readonly meanPlaces: readonly number[];
  /** per scenario: what a tenth, a half and nine tenths of the draws stay below; scores with weights */
  readonly p10: readonly number[];
  readonly p50: readonly number[];
  readonly p90: readonly number[];
  /** draws in which all scenarios keep the order they have at the assumed values */
  readonly sameOrder: number;
}

/** Draws made one after another, so that the caller decides how long to go on. */
export interface RankingDraws {
  /**
   * Makes one more draw, the same for every scenario; the unit of a step is one reckoning.
   * O(compounds × scenarios).
   */
  nextInSteps(): Steps<void>;
  /** {@link nextInSteps} at one go. */
  next(): void;
  odds(): RankingOdds;
}

/** Places by merit, 1 the best; equals share the middle of theirs. */
function placesOf(merits: readonly number[]): number[] {
  return merits.map((own) => {
    const before = merits.filter((other) => other > own).length;
    const equal = merits.filter((other) => other === own).length;
    return before + (equal + 1) / 2;
  });
}

/** The value shown and its merit, per scenario. */
interface Outcome {
  readonly values: readonly number[];
  readonly merits: readonly number[];
}

function judgeTotals(
  settled: readonly IndicatorValues[],
  goal: Goal,
): (totals: readonly Totals[]) => Outcome {
  if ("by" in goal) {
    const { by } = goal;
    return (totals) => {
      const values = totals.map((one, s) => indicatorUnder(by, one, settled[s]));
      return { values, merits: values.map((value) => merit(by, value)) };
    };
  }
  return (totals) => {
    const valuesOf = (key: IndicatorKey) =>
      totals.map((one, s) => indicatorUnder(key, one, settled[s]));
    const scores = scoresOf(weighIndicators(valuesOf, goal.weights), settled.length);
    return { values: scores, merits: scores };
  };
}

/**
 * Seeded Monte Carlo over scenarios: in each draw all of them see the same quantile of every
 * assumption, so that a scenario wins by its districts and not by luck. The same seed gives the same
 * draws, and the order of scenarios plays no part (S54).
 */
export function createRankingDraws(
  views: readonly ScenarioView[],
  by: { readonly seed: number; readonly goal: Goal },
): RankingDraws {
  return finish(drawsInSteps(views, { ...by, settled: views.map(readIndicators) }));
}

/** {@link createRankingDraws} in steps, the indicators as evaluated being known. */
export function* drawsInSteps(
  views: readonly ScenarioView[],
  by: {
    readonly seed: number;
    readonly goal: Goal;
    readonly settled: readonly IndicatorValues[];
  },
): Steps<RankingDraws> {
  const rng = createRng(by.seed);
  const groups = yield* groupReckoners(views.map(({ uncertain }) => uncertain));
  const judge = judgeTotals(by.settled, by.goal);
  const totals = new Array<Totals>(views.length);
  function* reckonAll(quantiles: Quantiles | null): Steps<Outcome> {
    for (const { plan, reckoners } of groups) {
      const values = quantiles ? valuesAt(plan, quantiles) : plan.values;
      for (const { at, reckoner } of reckoners) {
        totals[at] = reckoner.reckon(values).totals;
        yield 1;
      }
    }
    return judge(totals);
  }
  const assumed = placesOf((yield* reckonAll(null)).merits).join();
  const wins = views.map(() => 0);
  const places = views.map(() => 0);
  const all = views.map((): number[] => []);
  let draws = 0;
  let sameOrder = 0;
  return {
    next() {
      finish(this.nextInSteps());
    },
    *nextInSteps() {
      const { values, merits } = yield* reckonAll(drawQuantiles(rng));
      const best = findBest(merits);
      for (const s of best) wins[s] += 1 / best.length;
      const own = placesOf(merits);
      own.forEach((place, s) => {
        places[s] += place;
        all[s].push(values[s]);
      });
      if (own.join() === assumed) sameOrder += 1;
      draws += 1;
    },
    odds() {
      const sorted = all.map((list) => Float64Array.from(list).sort());
      const at = (q: number) =>
        sorted.map((list) => list[Math.min(list.length - 1, Math.floor(q * list.length))] ?? 0);
      const share = (sum: number) => (draws === 0 ? 0 : sum / draws);
      return {
        draws,
        wins: wins.map(share),
        meanPlaces: places.map(share),
        p10: at(0.1),
        p50: at(0.5),
        p90: at(0.9),
        sameOrder: share(sameOrder),
      };
    },
  };
}
