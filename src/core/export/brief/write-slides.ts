import { fillTemplate } from "../../base/language.ts";
import { compareScenarios } from "../../scenario/comparison.ts";
import { drawMap } from "../draw-map.ts";
import type { ExportInput } from "../export-input.ts";
import type { ExportedFile } from "../export-plan.ts";
import { escapeXml } from "../formats/xml-text.ts";
import { type BriefPlan, briefPlans } from "./brief-plan.ts";
import { BRIEF_TEXTS } from "./brief-texts.ts";
import { SHOWN, sayIndicator, sayUnit } from "./figures.ts";

/** Where the figures stand beside the map, mm; a slide is 338.7 × 190.5 mm (16:9, 13.33 × 7.5 in). */
const LEFT = 226;
const COLUMNS = { today: 300, plan: 331 };
const TOP = 30;
const STEP = 10.4;
const TONES = { better: "#1d6b43", worse: "#a52a1a", same: "#56646d" } as const;
const ARROWS = { better: "▲", worse: "▼", same: "" } as const;

function drawFigures(plan: BriefPlan): string {
  const { language, view, today } = plan;
  const w = BRIEF_TEXTS[language];
  const { indicators } = compareScenarios([today, view]);
  const text = (x: number, y: number, words: string, more = "") =>
    `<text x="${x}" y="${y}" ${more}>${escapeXml(words)}</text>`;
  const rows = SHOWN.flatMap((key) => indicators.find((one) => one.key === key) ?? []).map(
    (one, k) => {
      const y = TOP + 9 + k * STEP;
      const verdict = one.verdicts[1];
      const label = `${one.label[language]} ${sayUnit(one, language)}`.trim();
      const value = sayIndicator(one, one.values[1], { language });
      const sign = verdict ? `${ARROWS[verdict]} ` : "";
      const tone = verdict ? TONES[verdict] : TONES.same;
      return [
        text(LEFT, y, label, 'font-size="3.6"'),
        text(COLUMNS.today, y, sayIndicator(one, one.values[0], { language }), END),
        text(COLUMNS.plan, y, `${sign}${value}`, `${END} font-weight="700" style="fill:${tone}"`),
        `<line x1="${LEFT}" x2="${COLUMNS.plan}" y1="${y + 3}" y2="${y + 3}" stroke="#b9c2c8" stroke-width="0.2"/>`,
      ].join("\n");
    },
  );
  return [
    '<g fill="#1d2b33">',
    text(COLUMNS.today, TOP, w.today, END),
    text(COLUMNS.plan, TOP, w.plan, END),
    ...rows,
    text(LEFT, 184, w.slideFoot, 'font-size="4" font-weight="700" style="fill:#a52a1a"'),
    "</g>",
  ].join("\n");
}

const END = 'font-size="4.2" text-anchor="end"';

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
  return map.replace(/<\/svg>\s*$/, () => `${drawFigures(plan)}\n</svg>\n`);
}

/** `slide-1.svg` …: a picture for slides of every candidate, 16:9. */
export function exportSlides(input: ExportInput): readonly ExportedFile[] {
  return briefPlans(input).map((plan, k) => ({
    name: `slide-${k + 1}.svg`,
    text: drawSlide(plan, k),
  }));
}
