import type { ScenarioView } from "./view.ts";

/** How the districts of scenarios lie on one scale. */
export interface Distribution {
  /** bounds of the classes, ascending, one more than classes; income − cost, 元/㎡·月 */
  readonly edges: readonly number[];
  /** per scenario: districts in each class, its upper bound not in it */
  readonly counts: readonly (readonly number[])[];
  /** per scenario: households in each class */
  readonly households: readonly (readonly number[])[];
  /** per scenario: least, quarter, half, three quarters, greatest; nulls without districts */
  readonly quantiles: readonly (readonly (number | null)[])[];
}

/** Width of a class, 元/㎡·月; a realistic gap is 0.05–0.2 (DOMAIN §3). */
const WIDTH = 0.1;

/** Outermost classes; beyond them districts count in the last. */
const MOST = 2;

function balanceOf(view: ScenarioView, d: number): number | null {
  const estimate = view.estimates[d];
  if (!estimate || view.members[d].length === 0) return null;
  return estimate.netCostYuanPerM2Month === 0 ? 0 : -estimate.netCostYuanPerM2Month;
}

function classOf(balance: number): number {
  const at = Math.floor(balance / WIDTH + 1e-9);
  return Math.max(-MOST / WIDTH, Math.min(MOST / WIDTH - 1, at));
}

function quantilesOf(values: readonly number[]): (number | null)[] {
  const sorted = Float64Array.from(values).sort();
  const last = sorted.length - 1;
  return [0, 0.25, 0.5, 0.75, 1].map((q) => (last < 0 ? null : sorted[Math.round(q * last)]));
}

/** Balances of districts (income − cost per m² and month) on classes that all scenarios share. */
export function balanceDistribution(views: readonly ScenarioView[]): Distribution {
  const all = views.map((view) =>
    view.members.flatMap((_, d) => {
      const balance = balanceOf(view, d);
      const households = view.estimates[d]?.households ?? 0;
      return balance === null ? [] : [{ balance, households, at: classOf(balance) }];
    }),
  );
  const classes = all.flat().map(({ at }) => at);
  const first = classes.reduce((a, b) => Math.min(a, b), 0);
  const last = classes.reduce((a, b) => Math.max(a, b), -1);
  const count = last - first + 1;
  const edges = Array.from({ length: count + 1 }, (_, k) => Math.round((first + k) * 10) / 10);
  const fill = (list: (typeof all)[number], weight: (one: (typeof list)[number]) => number) => {
    const bins = new Array<number>(count).fill(0);
    for (const one of list) bins[one.at - first] += weight(one);
    return bins;
  };
  return {
    edges,
    counts: all.map((list) => fill(list, () => 1)),
    households: all.map((list) => fill(list, ({ households }) => households)),
    quantiles: all.map((list) => quantilesOf(list.map(({ balance }) => balance))),
  };
}
