import { type Bilingual, fillTemplate } from "../base/language.ts";
import { finish, type Steps } from "../base/steps.ts";
import { ASSUMPTION_OF, type AssumptionKey } from "../estimate/defaults.ts";
import type { Totals } from "../estimate/reckoner.ts";
import { readIndicators } from "./comparison.ts";
import { withValue } from "./reckoners.ts";
import { type Reckoned, reckonInSteps } from "./tornado.ts";
import type { ScenarioView } from "./view.ts";

/** The value of one assumption from or up to which a scenario pays its way, the others as they are. */
export interface Viability {
  readonly key: AssumptionKey;
  readonly unit: string;
  readonly now: number;
  /** null: no value within reach does, or every value does */
  readonly value: number | null;
  /** which values do */
  readonly side: "from" | "up-to" | "never" | "always";
  /** the value lies in the range that is thought possible */
  readonly isLikely: boolean;
  /** one sentence */
  readonly words: Bilingual;
}

/** What has to be 0 or less: owners' net cost of all districts, or what no purse covers. */
type Target = (totals: Totals) => number;

const ASKED: readonly (readonly [AssumptionKey, Target])[] = [
  ["coll_plan", ({ netCostYuan }) => netCostYuan],
  ["fee_plan", ({ netCostYuan }) => netCostYuan],
  ["park_fee", ({ netCostYuan }) => netCostYuan],
  ["wage_region", ({ netCostYuan }) => netCostYuan],
  ["subsidy", ({ uncoveredYuan }) => uncoveredYuan],
];

const WORDS: Readonly<Record<Viability["side"], Bilingual>> = {
  from: {
    zh: "{meaning}达到 {value} 起收支平衡（现为 {now}）",
    en: "viable from {value} ({meaning}; now {now})",
  },
  "up-to": {
    zh: "{meaning}不超过 {value} 时收支平衡（现为 {now}）",
    en: "viable up to {value} ({meaning}; now {now})",
  },
  never: {
    zh: "仅靠{meaning}无法收支平衡（试至 {end}）",
    en: "not viable by {meaning} alone (tried up to {end})",
  },
  always: {
    zh: "{meaning}在 {end} 以内怎样变化都收支平衡",
    en: "viable whatever the {meaning} (tried up to {end})",
  },
};

/** Halvings of the interval; leaves less than a billionth of it. */
const HALVINGS = 32;

/** A value as people say it: shares in percent. */
function sayValue(value: number, unit: string): string {
  if (unit === "share") return `${Math.round(value * 1000) / 10} %`;
  const rounded = Number(value.toPrecision(3));
  return unit === "" ? String(rounded) : `${rounded} ${unit}`;
}

/** Where `holds` turns on the way from `from` (where it does not) to `to` (where it does). */
function* bisect(
  from: number,
  to: number,
  holds: (value: number) => Steps<boolean>,
): Steps<number> {
  let [no, yes] = [from, to];
  for (let k = 0; k < HALVINGS; k++) {
    const middle = (no + yes) / 2;
    if (yield* holds(middle)) yes = middle;
    else no = middle;
  }
  return yes;
}

/** Most reckonings that {@link viabilityInSteps} makes. */
export const VIABILITY_RECKONINGS = ASKED.length * (HALVINGS + 2);

/**
 * Break-even values of a scenario, all districts together: for collection, fee, parking and wages
 * owners' income meets cost; for the subsidy no district is left uncovered. Values are sought from 0
 * to 1 for shares, to four times the high end for others. The unit of a step is one reckoning.
 */
export function* viabilityInSteps({ view, reckoner }: Reckoned): Steps<Viability[]> {
  const { values, assumptions } = view.uncertain;
  const found: Viability[] = [];
  for (const [key, target] of ASKED) {
    const { unit, low, high, meaning } =
      assumptions.find((a) => a.key === key) ?? ASSUMPTION_OF.get(key)!;
    const end = unit === "share" ? 1 : 4 * Math.max(high, values[key]);
    function* holds(value: number): Steps<boolean> {
      const { totals } = reckoner.reckon(withValue(values, key, value));
      yield 1;
      return target(totals) <= 0;
    }
    const atNothing = yield* holds(0);
    const atEnd = yield* holds(end);
    const side = atNothing ? (atEnd ? "always" : "up-to") : atEnd ? "from" : "never";
    const value =
      side === "from"
        ? yield* bisect(0, end, holds)
        : side === "up-to"
          ? yield* bisect(end, 0, holds)
          : null;
    const write = (language: "zh" | "en") =>
      fillTemplate(WORDS[side][language], {
        meaning: meaning[language],
        value: value === null ? "" : sayValue(value, unit),
        now: sayValue(values[key], unit),
        end: sayValue(end, unit),
      });
    found.push({
      key,
      unit,
      now: values[key],
      value,
      side,
      isLikely: value !== null && value >= low && value <= high,
      words: { zh: write("zh"), en: write("en") },
    });
  }
  return found;
}

/** {@link viabilityInSteps} at one go. */
export function findViability(view: ScenarioView): Viability[] {
  return finish(viabilityInSteps(finish(reckonInSteps(view, readIndicators(view)))));
}
