import { fillTemplate } from "../../base/language.ts";
import { compareScenarios } from "../../scenario/comparison.ts";
import { drawMap } from "../draw-map.ts";
import type { ExportInput } from "../export-input.ts";
import type { ExportedFile } from "../export-plan.ts";
import { escapeXml } from "../formats/xml-text.ts";
import { type BriefPlan, briefPlans } from "./brief-plan.ts";
import { BRIEF_TEXTS } from "./brief-texts.ts";
import { SHOWN, sayIndicator, sayUnit } from "./figures.ts";
import { drawToday, todayFigures } from "./today-page.ts";

/** Where the figures stand beside the map, mm; a slide is 338.7 × 190.5 mm (16:9, 13.33 × 7.5 in). */
const LEFT = 226;
const COLUMNS = { today: 300, plan: 331 };
const TOP = 30;
const STEP = 10.4;
const TONES = { better: "#1d6b43", worse: "#a52a1a", same: "#56646d" } as const;
const END = 'font-size="4.2" text-anchor="end"';
const FOOT = 'font-size="4" font-weight="700" style="fill:#a52a1a"';
const ARROWS = { better: "▲", worse: "▼", same: "" } as const;

function drawText(x: number, y: number, words: string, more: string): string {
  return `<text x="${x}" y="${y}" ${more}>${escapeXml(words)}</text>`;
}

function drawRule(y: number): string {
  return `<line x1="${LEFT}" x2="${COLUMNS.plan}" y1="${y + 3}" y2="${y + 3}" stroke="#b9c2c8" stroke-width="0.2"/>`;
}

function drawFigures(plan: BriefPlan): string {
  const { language, view, today } = plan;
  const w = BRIEF_TEXTS[language];
  const { indicators } = compareScenarios([today, view]);
  const rows = SHOWN.flatMap((key) => indicators.find((one) => one.key === key) ?? []).map(
    (one, k) => {
      const y = TOP + 9 + k * STEP;
      const verdict = one.verdicts[1];
      const label = `${one.label[language]} ${sayUnit(one, language)}`.trim();
      const value = sayIndicator(one, one.values[1], { language });
      const sign = verdict ? `${ARROWS[verdict]} ` : "";
      const tone = verdict ? TONES[verdict] : TONES.same;
      return [
        drawText(LEFT, y, label, 'font-size="3.6"'),
        drawText(COLUMNS.today, y, sayIndicator(one, one.values[0], { language }), END),
        drawText(
          COLUMNS.plan,
          y,
          `${sign}${value}`,
          `${END} font-weight="700" style="fill:${tone}"`,
        ),
        drawRule(y),
      ].join("\n");
    },
  );
  return [
    '<g fill="#1d2b33">',
    drawText(COLUMNS.today, TOP, w.today, END),
    drawText(COLUMNS.plan, TOP, w.plan, END),
    ...rows,
    drawText(LEFT, 184, w.slideFoot, FOOT),
    "</g>",
  ].join("\n");
}

function onSlide(map: string, figures: string): string {
  return map.replace(/<\/svg>\s*$/, () => `${figures}\n</svg>\n`);
}

/** One slide of a candidate: map and main figures beside today. */
function drawSlide(plan: BriefPlan, at: number): string {
  const { language, name, prepared, zoning, outlines, colours } = plan;
  const map = drawMap({
    world: prepared.world,
    zoning,
    outlines,
    language,
    colours,
    title: fillTemplate(BRIEF_TEXTS[language].mapTitle, { name }),
    sheet: "slide",
    key: `slide${at}`,
  });
  return onSlide(map, drawFigures(plan));
}

/** The slide of today: every compound on its own, and its figures. */
function drawTodaySlide(plan: BriefPlan): string {
  const w = BRIEF_TEXTS[plan.language];
  const rows = todayFigures(plan).map(({ label, unit, value }, k) => {
    const y = TOP + 9 + k * STEP;
    return [
      drawText(LEFT, y, `${label} ${unit}`.trim(), 'font-size="3.6"'),
      drawText(COLUMNS.plan, y, value, `${END} font-weight="700"`),
      drawRule(y),
    ].join("\n");
  });
  const figures = [
    '<g fill="#1d2b33">',
    drawText(COLUMNS.plan, TOP, w.today, END),
    ...rows,
    drawText(LEFT, 184, w.slideFoot, FOOT),
    "</g>",
  ];
  return onSlide(drawToday(plan, "slide", "slidetoday"), figures.join("\n"));
}

/** `slide-today.svg` and `slide-1.svg` …: pictures for slides of today and of every candidate, 16:9. */
export function exportSlides(input: ExportInput): readonly ExportedFile[] {
  const plans = briefPlans(input);
  return [
    { name: "slide-today.svg", text: drawTodaySlide(plans[0]) },
    ...plans.map((plan, k) => ({ name: `slide-${k + 1}.svg`, text: drawSlide(plan, k) })),
  ];
}
