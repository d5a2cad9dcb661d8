import type { IndicatorTable } from "./comparison.ts";
import { merit } from "./criteria.ts";
import type { IndicatorKey } from "./indicator-rows.ts";

/** How much each indicator counts, ≥ 0; one that is missing does not count. */
export type Weights = Readonly<Partial<Record<IndicatorKey, number>>>;

/** An indicator with its part of the whole weight and every scenario's standing in it. */
export interface WeightedIndicator {
  readonly key: IndicatorKey;
  /** 0…1, all together 1 */
  readonly share: number;
  /** per scenario: 1 the best of them, 0 the worst; all 1 where they are equal */
  readonly standings: readonly number[];
}

/** A weight at which another scenario becomes the best, the other weights kept in proportion. */
export interface Switch {
  readonly key: IndicatorKey;
  /** part of the whole weight, between 0 and 1 */
  readonly share: number;
  /** best scenarios below and above that part; several where they are equal */
  readonly below: readonly number[];
  readonly above: readonly number[];
}

export interface Weighing {
  readonly indicators: readonly WeightedIndicator[];
  /** per scenario, 0…1; the greater the better */
  readonly scores: readonly number[];
  readonly winners: readonly number[];
  readonly switches: readonly Switch[];
}

/** Scores that differ by less count as equal. */
const EQUAL = 1e-12;

/** Places of the best scores, ascending. */
export function findBest(scores: readonly number[]): number[] {
  const best = scores.reduce((a, b) => Math.max(a, b), -Infinity);
  return scores.flatMap((score, k) => (best - score <= EQUAL ? [k] : []));
}

/** 1 for the best, 0 for the worst, straight in between; all 1 where they are equal. */
function standingsOf(key: IndicatorKey, values: readonly number[]): number[] {
  const merits = values.map((value) => merit(key, value));
  const low = merits.reduce((a, b) => Math.min(a, b), Infinity);
  const high = merits.reduce((a, b) => Math.max(a, b), -Infinity);
  return merits.map((own) => (high > low ? (own - low) / (high - low) : 1));
}

/** The indicators that count, normalised. @throws on a weight that is not finite and ≥ 0 */
export function weighIndicators(
  valuesOf: (key: IndicatorKey) => readonly number[],
  weights: Weights,
): WeightedIndicator[] {
  const entries = Object.entries(weights) as [IndicatorKey, number][];
  const wrong = entries.find(([, weight]) => !(Number.isFinite(weight) && weight >= 0));
  if (wrong) throw new Error(`weight of ${wrong[0]} must be a finite number ≥ 0, got ${wrong[1]}`);
  const used = entries.filter(([, weight]) => weight > 0).sort(([a], [b]) => (a < b ? -1 : 1));
  const all = used.reduce((sum, [, weight]) => sum + weight, 0);
  return used.map(([key, weight]) => ({
    key,
    share: weight / all,
    standings: standingsOf(key, valuesOf(key)),
  }));
}

/** Weighted sum of standings per scenario. */
export function scoresOf(indicators: readonly WeightedIndicator[], scenarios: number): number[] {
  return Array.from({ length: scenarios }, (_, s) =>
    indicators.reduce((sum, { share, standings }) => sum + share * standings[s], 0),
  );
}

/**
 * Where the winner changes as one weight goes from nothing to everything: scores are straight lines
 * of its share, so the best changes only where two of them cross.
 */
function switchesOf(of: WeightedIndicator, all: readonly WeightedIndicator[]): Switch[] {
  const others = all.filter(({ key }) => key !== of.key);
  const rest = others.reduce((sum, { share }) => sum + share, 0);
  if (rest === 0) return [];
  const base = scoresOf(others, of.standings.length).map((score) => score / rest);
  const scoreAt = (w: number) => base.map((score, s) => w * of.standings[s] + (1 - w) * score);
  const crossings = new Set<number>();
  base.forEach((one, s) => {
    for (let t = 0; t < s; t++) {
      const slope = of.standings[s] - one - (of.standings[t] - base[t]);
      const at = slope === 0 ? -1 : (base[t] - one) / slope;
      if (at > EQUAL && at < 1 - EQUAL) crossings.add(at);
    }
  });
  const marks = [...crossings].sort((a, b) => a - b);
  const bestBetween = [0, ...marks].map((from, k) =>
    findBest(scoreAt((from + (marks[k] ?? 1)) / 2)),
  );
  return marks.flatMap((share, k) => {
    const [below, above] = [bestBetween[k], bestBetween[k + 1]];
    return below.join() === above.join() ? [] : [{ key: of.key, share, below, above }];
  });
}

/** Scenarios under explicit weights: standings, scores, winners, and where the winner changes. */
export function weighScenarios(
  { scenarios, indicators }: IndicatorTable,
  weights: Weights,
): Weighing {
  const values = new Map(indicators.map((row) => [row.key, row.values]));
  const weighted = weighIndicators((key) => values.get(key) ?? [], weights);
  const scores = scoresOf(weighted, scenarios.length);
  return {
    indicators: weighted,
    scores,
    winners: findBest(scores),
    switches: weighted.flatMap((one) => switchesOf(one, weighted)),
  };
}
