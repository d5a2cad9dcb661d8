import type { Bilingual } from "../base/language.ts";
import type { AssumptionKey, ShippedAssumption } from "../estimate/defaults.ts";
import { createReckoner } from "../estimate/reckoner.ts";
import { DECIDED } from "../estimate/uncertainty.ts";
import { readIndicators } from "./comparison.ts";
import { indicatorUnder } from "./criteria.ts";
import type { IndicatorKey } from "./indicator-rows.ts";
import { withValue } from "./reckoners.ts";
import type { ScenarioView } from "./view.ts";

/** What one assumption alone does to a figure, at the ends of its range. */
export interface TornadoBar {
  readonly key: AssumptionKey;
  readonly meaning: Bilingual;
  readonly unit: string;
  /** the assumption: low end, as it holds, high end */
  readonly low: number;
  readonly now: number;
  readonly high: number;
  /** the figure at either end */
  readonly atLow: number;
  readonly atHigh: number;
  /** |atHigh − atLow| */
  readonly swing: number;
  /** the figure crosses 0 somewhere on the way: with `against`, the other becomes the better one */
  readonly changesSign: boolean;
}

export interface Tornado {
  readonly indicator: IndicatorKey;
  /** the figure as assumed */
  readonly now: number;
  /** greatest swing first, then by key; assumptions that move nothing are not in it */
  readonly bars: readonly TornadoBar[];
}

/** The figure of a scenario as a function of one assumption. */
function createReading({ uncertain, ...view }: ScenarioView, indicator: IndicatorKey) {
  const reckoner = createReckoner(uncertain);
  const settled = readIndicators(view);
  return (key: AssumptionKey, value: number | null): number => {
    const values = value === null ? uncertain.values : withValue(uncertain.values, key, value);
    return indicatorUnder(indicator, reckoner.reckon(values).totals, settled);
  };
}

/**
 * The assumptions that move a figure most, each at its low and its high while the others stay.
 * @param of.against the figure is that of `view` less that of this scenario
 */
export function tornado(
  view: ScenarioView,
  of: { readonly indicator: IndicatorKey; readonly against?: ScenarioView },
): Tornado {
  const { indicator, against } = of;
  const own = createReading(view, indicator);
  const other = against && createReading(against, indicator);
  const read = (key: AssumptionKey, value: number | null) =>
    own(key, value) - (other?.(key, value) ?? 0);
  const { assumptions, values } = view.uncertain;
  const now = read("fee_plan", null);
  const barOf = ({ key, meaning, unit, low, high }: ShippedAssumption): TornadoBar => {
    const [least, most] = [Math.min(low, values[key]), Math.max(high, values[key])];
    const [atLow, atHigh] = [read(key, least), read(key, most)];
    return {
      key,
      meaning,
      unit,
      low: least,
      now: values[key],
      high: most,
      atLow,
      atHigh,
      swing: Math.abs(atHigh - atLow),
      changesSign: Math.min(now, atLow, atHigh) < 0 && Math.max(now, atLow, atHigh) > 0,
    };
  };
  const bars = assumptions
    .filter(({ key }) => !DECIDED.has(key))
    .map(barOf)
    .filter(({ swing }) => swing > 0)
    .sort((a, b) => b.swing - a.swing || (a.key < b.key ? -1 : 1));
  return { indicator, now, bars };
}
