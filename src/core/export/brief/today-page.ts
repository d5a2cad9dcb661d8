import { compareScenarios } from "../../scenario/comparison.ts";
import { drawMap } from "../draw-map.ts";
import type { SheetName } from "../drawing/sheet.ts";
import type { BriefPlan } from "./brief-plan.ts";
import { BRIEF_TEXTS } from "./brief-texts.ts";
import { SHOWN, sayIndicator, sayUnit } from "./figures.ts";
import { inlineSvg, writeTable } from "./markup.ts";

/** Of plans only: today nobody joins anybody, and nothing is built. */
const OF_PLANS: ReadonlySet<string> = new Set([
  ...["compoundsIncluded", "householdsLeftOut", "subsidyYuan", "worksYuan"],
  ...["meanServiceM", "communityLines"],
]);

/** A figure of today in words. */
interface TodayFigure {
  readonly label: string;
  readonly unit: string;
  readonly value: string;
}

/** Main figures of today; each compound counts for itself. */
export function todayFigures({ today, language }: BriefPlan): TodayFigure[] {
  const w = BRIEF_TEXTS[language];
  const { indicators } = compareScenarios([today]);
  return SHOWN.filter((key) => !OF_PLANS.has(key)).flatMap((key) => {
    const one = indicators.find((row) => row.key === key);
    if (!one) return [];
    const own = { districts: w.todayCount, householdsIncluded: w.households };
    const label = key in own ? own[key as keyof typeof own] : one.label[language];
    const value = sayIndicator(one, one.values[0], { language });
    return [{ label, unit: sayUnit(one, language), value }];
  });
}

/** The map of today: compounds alone, in one plain colour. */
export function drawToday(plan: BriefPlan, sheet: SheetName, key: string): string {
  const { prepared, today, language } = plan;
  return drawMap({
    world: prepared.world,
    zoning: today.zoning,
    outlines: { type: "FeatureCollection", features: [] },
    language,
    title: BRIEF_TEXTS[language].todayMap,
    colours: [],
    alone: true,
    sheet,
    key,
  });
}

/** One page of what is now: map and main figures. */
export function todayPage(plan: BriefPlan): string {
  const { language, prepared } = plan;
  const w = BRIEF_TEXTS[language];
  const rows = todayFigures(plan).map(({ label, unit, value }) => [
    unit === "" ? label : `${label} <small>${unit}</small>`,
    value,
  ]);
  return `<section class="page">
<p class="mark">${w.mark}</p>
<h1>${w.todayTitle}</h1>
<p>${w.todayHint}</p>
${inlineSvg(drawToday(plan, "page", "today"))}
<p class="hint">${w.todayColours}</p>
<h2>${w.todayFigures}</h2>
${writeTable([w.indicator, w.value], rows)}
<p class="foot">${w.candidate}${prepared.world.synthetic ? ` ${w.synthetic}` : ""}</p>
</section>`;
}
