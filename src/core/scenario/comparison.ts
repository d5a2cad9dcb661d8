import type { Bilingual } from "../base/language.ts";
import { eachInSteps, finish, type Steps, untold } from "../base/steps.ts";
import { serviceDistancesM } from "../estimate/distances.ts";
import type { DistrictEstimate } from "../estimate/estimate.ts";
import type { World } from "../ingest/world.ts";
import { countBorders } from "../zoning/borders-crossed.ts";
import { membersByDistrict } from "../zoning/members.ts";
import type { Violation } from "../zoning/violation.ts";
import { LEFT_OUT_REASONS, type Zoning } from "../zoning/zoning.ts";
import {
  type Basis,
  type Better,
  INDICATOR_KEYS,
  INDICATOR_ROWS,
  type IndicatorKey,
  type Purse,
} from "./indicator-rows.ts";

/** A scenario with what it was evaluated to; estimates and violations as `zoning.districts`. */
export interface ComparedScenario {
  readonly name: string;
  readonly world: World;
  readonly zoning: Zoning;
  readonly estimates: readonly (DistrictEstimate | null)[];
  readonly violations: readonly (readonly Violation[])[];
}

/** How a figure stands to the first scenario's; null: neither way is the better one. */
type Verdict = "better" | "worse" | "same" | null;

/** One row of the table: a figure of every scenario, and what it differs from the first. */
export interface Indicator {
  readonly key: IndicatorKey;
  readonly label: Bilingual;
  readonly unit: Bilingual;
  readonly better: Better;
  readonly purse: Purse;
  /** one per scenario */
  readonly values: readonly number[];
  /** values − first value; the first is 0 */
  readonly differences: readonly number[];
  /** differences ÷ |first value|; null where that is 0 */
  readonly shares: readonly (number | null)[];
  readonly verdicts: readonly Verdict[];
}

/** Scenarios side by side. */
export interface IndicatorTable {
  readonly scenarios: readonly string[];
  readonly indicators: readonly Indicator[];
}

/** Every indicator of one scenario. */
export type IndicatorValues = Readonly<Record<IndicatorKey, number>>;

function* basisInSteps({ world, zoning, estimates, violations }: ComparedScenario): Steps<Basis> {
  const { compounds, shapes } = world;
  const notAged = LEFT_OUT_REASONS.indexOf("not-aged");
  const members = membersByDistrict(zoning);
  const isUsed = (d: number) => members[d].length > 0;
  const householdsOf = (i: number) => compounds[i].households;
  const distances: { readonly metres: number; readonly households: number }[] = [];
  yield* eachInSteps(members, (own) => {
    if (own.length === 0) return;
    const metres = serviceDistancesM(shapes.centroid, own, householdsOf);
    own.forEach((i, k) => {
      distances.push({ metres: metres[k], households: householdsOf(i) });
    });
  });
  let communityLines = 0;
  yield* eachInSteps(members, (own) => {
    communityLines += countBorders(own, compounds).communityLines;
  });
  return {
    districts: estimates.filter((_, d) => isUsed(d)).filter((estimate) => estimate !== null),
    violations: violations.reduce((count, list, d) => count + (isUsed(d) ? list.length : 0), 0),
    leftOut: compounds.filter((_, i) => zoning.assignment[i] < 0 && zoning.reason[i] !== notAged),
    distances,
    communityLines,
  };
}

/** Every indicator of a scenario. O(n). */
export function readIndicators(scenario: ComparedScenario): IndicatorValues {
  return finish(indicatorsInSteps(scenario));
}

/** {@link readIndicators} in steps; they tell no progress. */
export function* indicatorsInSteps(scenario: ComparedScenario): Steps<IndicatorValues> {
  const basis = yield* untold(basisInSteps(scenario));
  yield 0;
  return Object.fromEntries(
    INDICATOR_KEYS.map((key) => [key, INDICATOR_ROWS[key].value(basis)]),
  ) as Record<IndicatorKey, number>;
}

function judge(difference: number, better: Better): Verdict {
  if (better === null) return null;
  if (difference === 0) return "same";
  return difference > 0 === (better === "more") ? "better" : "worse";
}

/**
 * The indicators of scenarios side by side with the difference to the first. Compounds that the
 * age rule kept out are in neither count; fees are weighted by floor area.
 */
export function compareScenarios(scenarios: readonly ComparedScenario[]): IndicatorTable {
  return compareIndicators(scenarios, scenarios.map(readIndicators));
}

/** {@link compareScenarios} where the indicators are known already, one for each scenario. */
export function compareIndicators(
  scenarios: readonly Pick<ComparedScenario, "name">[],
  all: readonly IndicatorValues[],
): IndicatorTable {
  return {
    scenarios: scenarios.map(({ name }) => name),
    indicators: INDICATOR_KEYS.map((key): Indicator => {
      const { label, unit, better, purse } = INDICATOR_ROWS[key];
      const values = all.map((one) => one[key]);
      const differences = values.map((x) => x - values[0]);
      const first = Math.abs(values[0]);
      const shares = differences.map((x) => (first === 0 ? null : x / first));
      const verdicts = differences.map((x) => judge(x, better));
      return { key, label, unit, better, purse, values, differences, shares, verdicts };
    }),
  };
}
