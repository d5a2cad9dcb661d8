import type { Bilingual } from "../base/language.ts";
import { createReckoner } from "../estimate/reckoner.ts";
import { type Band, valuesToward } from "../estimate/uncertainty.ts";
import { readIndicators } from "./comparison.ts";
import { CRITERIA, followsAssumptions, indicatorUnder } from "./criteria.ts";
import { INDICATOR_ROWS, type IndicatorKey } from "./indicator-rows.ts";
import type { ScenarioView } from "./view.ts";

/** A total with everything at its bad end, as assumed, and everything at its good end. */
export interface TotalBand extends Band {
  readonly key: IndicatorKey;
  readonly label: Bilingual;
  readonly unit: Bilingual;
}

/** Bands of the totals that follow the assumptions; outer ones, as those of single districts (E22). */
export function bandTotals(view: ScenarioView): TotalBand[] {
  const { uncertain } = view;
  const reckoner = createReckoner(uncertain);
  const settled = readIndicators(view);
  const ends = [
    uncertain.values,
    valuesToward(uncertain, 1, 1),
    valuesToward(uncertain, -1, 1),
  ].map((values) => reckoner.reckon(values).totals);
  return CRITERIA.filter(followsAssumptions).map((key) => {
    const values = ends.map((totals) => indicatorUnder(key, totals, settled));
    const { label, unit } = INDICATOR_ROWS[key];
    return {
      key,
      label,
      unit,
      low: Math.min(...values),
      default: values[0],
      high: Math.max(...values),
    };
  });
}
