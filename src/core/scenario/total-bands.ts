import type { Bilingual } from "../base/language.ts";
import { finish, type Steps } from "../base/steps.ts";
import type { Totals } from "../estimate/reckoner.ts";
import { type Band, valuesToward } from "../estimate/uncertainty.ts";
import { readIndicators } from "./comparison.ts";
import { CRITERIA, followsAssumptions, indicatorUnder } from "./criteria.ts";
import { INDICATOR_ROWS, type IndicatorKey } from "./indicator-rows.ts";
import { type Reckoned, reckonInSteps } from "./tornado.ts";
import type { ScenarioView } from "./view.ts";

/** A total with everything at its bad end, as assumed, and everything at its good end. */
export interface TotalBand extends Band {
  readonly key: IndicatorKey;
  readonly label: Bilingual;
  readonly unit: Bilingual;
}

/** Bands of the totals that follow the assumptions; outer ones, as those of single districts (E22). */
export function* bandsInSteps({ view, reckoner, settled }: Reckoned): Steps<TotalBand[]> {
  const { uncertain } = view;
  const ends: Totals[] = [];
  for (const values of [
    uncertain.values,
    valuesToward(uncertain, 1, 1),
    valuesToward(uncertain, -1, 1),
  ]) {
    ends.push(reckoner.reckon(values).totals);
    yield 1;
  }
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

/** {@link bandsInSteps} at one go. */
export function bandTotals(view: ScenarioView): TotalBand[] {
  return finish(bandsInSteps(finish(reckonInSteps(view, readIndicators(view)))));
}
