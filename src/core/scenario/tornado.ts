import type { Bilingual } from "../base/language.ts";
import { finish, type Steps } from "../base/steps.ts";
import type { AssumptionKey } from "../estimate/defaults.ts";
import { type Reckoner, reckonerInSteps } from "../estimate/reckoner.ts";
import { DECIDED } from "../estimate/uncertainty.ts";
import { type IndicatorValues, readIndicators } from "./comparison.ts";
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

/** A scenario whose districts can be reckoned again and again under other values. */
export interface Reckoned {
  readonly view: Pick<ScenarioView, "uncertain">;
  readonly reckoner: Reckoner;
  /** its indicators as evaluated */
  readonly settled: IndicatorValues;
}

/** What is asked: the figure of `own`, less that of `against` where it is given. */
interface Asked {
  readonly indicator: IndicatorKey;
  readonly own: Reckoned;
  readonly against: Reckoned | null;
}

function readFigure(
  { view: { uncertain }, reckoner, settled }: Reckoned,
  indicator: IndicatorKey,
  at: { readonly key: AssumptionKey; readonly value: number } | null,
): number {
  const values = at ? withValue(uncertain.values, at.key, at.value) : uncertain.values;
  return indicatorUnder(indicator, reckoner.reckon(values).totals, settled);
}

/** {@link tornado} in steps; the unit is one reckoning of a scenario. */
export function* tornadoInSteps({ indicator, own, against }: Asked): Steps<Tornado> {
  const { assumptions, values } = own.view.uncertain;
  /** One side after the other, with a step between. */
  function* read(at: Parameters<typeof readFigure>[2]): Steps<number> {
    const figure = readFigure(own, indicator, at);
    yield 1;
    if (!against) return figure;
    const other = readFigure(against, indicator, at);
    yield 1;
    return figure - other;
  }
  const now = yield* read(null);
  const bars: TornadoBar[] = [];
  for (const { key, meaning, unit, low, high } of assumptions) {
    if (DECIDED.has(key)) continue;
    const [least, most] = [Math.min(low, values[key]), Math.max(high, values[key])];
    const atLow = yield* read({ key, value: least });
    const atHigh = yield* read({ key, value: most });
    const swing = Math.abs(atHigh - atLow);
    if (!(swing > 0)) continue;
    const changesSign = Math.min(now, atLow, atHigh) < 0 && Math.max(now, atLow, atHigh) > 0;
    const known = { key, meaning, unit, low: least, now: values[key], high: most };
    bars.push({ ...known, atLow, atHigh, swing, changesSign });
  }
  bars.sort((a, b) => b.swing - a.swing || (a.key < b.key ? -1 : 1));
  return { indicator, now, bars };
}

/** Readies a scenario for reckoning, in steps. */
export function* reckonInSteps(view: ScenarioView, settled: IndicatorValues): Steps<Reckoned> {
  return { view, reckoner: yield* reckonerInSteps(view.uncertain), settled };
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
  const ready = (one: ScenarioView) => finish(reckonInSteps(one, readIndicators(one)));
  const asked = { indicator, own: ready(view), against: against ? ready(against) : null };
  return finish(tornadoInSteps(asked));
}
