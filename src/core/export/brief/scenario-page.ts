import { fillTemplate } from "../../base/language.ts";
import { compareScenarios, type Indicator } from "../../scenario/comparison.ts";
import { nameDifferences } from "../../scenario/name-differences.ts";
import { drawMap } from "../draw-map.ts";
import { escapeXml } from "../formats/xml-text.ts";
import type { BriefPlan } from "./brief-plan.ts";
import { BRIEF_TEXTS } from "./brief-texts.ts";
import { SHOWN, sayIndicator, sayUnit } from "./figures.ts";
import { inlineSvg, writeTable } from "./markup.ts";

/** Numbers explained under a map from which on they are set smaller, so that the page holds them. */
const MANY = 100;
const ARROWS = { better: "▲", worse: "▼", same: "＝" } as const;

/** The indicators shown, in their order. */
function shownOf(indicators: readonly Indicator[]): Indicator[] {
  return SHOWN.flatMap((key) => indicators.find((one) => one.key === key) ?? []);
}

function nameCell(indicator: Indicator, { language }: BriefPlan): string {
  const unit = sayUnit(indicator, language);
  const label = escapeXml(indicator.label[language]);
  return unit === "" ? label : `${label} <small>${escapeXml(unit)}</small>`;
}

function verdictOf(indicator: Indicator, at: number, { language }: BriefPlan): string {
  const verdict = indicator.verdicts[at];
  if (verdict === null) return "";
  return `<span class="${verdict}">${ARROWS[verdict]} ${BRIEF_TEXTS[language][verdict]}</span>`;
}

/** Today beside the plan. */
function figuresTable(plan: BriefPlan): string {
  const { language, view, today } = plan;
  const w = BRIEF_TEXTS[language];
  const { indicators } = compareScenarios([today, view]);
  const rows = shownOf(indicators).map((one) => [
    nameCell(one, plan),
    sayIndicator(one, one.values[0], { language }),
    sayIndicator(one, one.values[1], { language }),
    sayIndicator(one, one.differences[1], { language, signed: true }),
    verdictOf(one, 1, plan),
  ]);
  return writeTable([w.indicator, w.today, w.plan, w.change, ""], rows);
}

/** What the numbers on a map stand for: districts without room for their names there. */
function numbersOn(map: string, { zoning, language }: BriefPlan): string {
  const w = BRIEF_TEXTS[language];
  const list = zoning.districts
    .filter(({ id, name }) => id !== name && map.includes(`>${escapeXml(id)}<`))
    .map(({ id, name }) => `${id} ${name}`);
  if (list.length === 0) return "";
  const look = list.length > MANY ? "numbers dense" : "numbers";
  return `<p class="${look}">${w.numbers}${escapeXml(list.join(w.stop))}</p>`;
}

/** One page of a candidate: map, note, figures beside today. */
export function scenarioPage(plan: BriefPlan, at: number): string {
  const { language, name, note, prepared, zoning, outlines, colours } = plan;
  const w = BRIEF_TEXTS[language];
  const { world } = prepared;
  const title = fillTemplate(w.mapTitle, { name });
  const map = drawMap({
    world,
    zoning,
    outlines,
    language,
    title,
    colours,
    sheet: "page",
    key: `s${at}`,
  });
  return `<section class="page">
<p class="mark">${w.mark}</p>
<h1>${escapeXml(fillTemplate(w.scenario, { name }))}</h1>
${note === "" ? "" : `<p><b>${w.note}</b> ${escapeXml(note)}</p>`}
${inlineSvg(map)}
${numbersOn(map, plan)}
<h2>${w.figures}</h2>
${figuresTable(plan)}
<p class="hint">${w.todayColumn}</p>
<p class="foot">${w.candidate}${world.synthetic ? ` ${w.synthetic}` : ""}</p>
</section>`;
}

/** All candidates and today in one table; "" where there is one alone. */
export function comparisonPage(plans: readonly BriefPlan[]): string {
  const [first] = plans;
  if (plans.length < 2) return "";
  const { language } = first;
  const w = BRIEF_TEXTS[language];
  const { scenarios, indicators } = compareScenarios([
    ...plans.map(({ view }) => view),
    first.today,
  ]);
  const rows = shownOf(indicators).map((one) => [
    nameCell(one, first),
    ...one.values.map((value, k) => {
      const written = sayIndicator(one, value, { language });
      if (k === 0 || one.differences[k] === 0) return written;
      const change = sayIndicator(one, one.differences[k], { language, signed: true });
      return `${written}<br/><small>${change} ${verdictOf(one, k, first)}</small>`;
    }),
  ]);
  const unfair = plans.slice(1).flatMap(({ view, name }) => {
    const { differences } = nameDifferences(first.view, view);
    return differences
      .filter(({ kind }) => kind === "data" || kind === "assumptions")
      .map(({ label }) => `${name} – ${label[language]}`);
  });
  const warning =
    unfair.length === 0
      ? ""
      : `<p class="warn">⚠ ${escapeXml(fillTemplate(w.unfair, { what: unfair.join(w.comma) }))}</p>`;
  const notes = plans
    .filter(({ note }) => note !== "")
    .map(({ name, note }) => `<li><b>${escapeXml(name)}</b> ${escapeXml(note)}</li>`);
  return `<section class="page">
<p class="mark">${w.mark}</p>
<h1>${w.comparison}</h1>
${warning}
<p class="hint">${w.comparisonHint} ${w.todayColumn}</p>
${writeTable([w.indicator, ...scenarios.map(escapeXml)], rows)}
${notes.length === 0 ? "" : `<ul>${notes.join("\n")}</ul>`}
<p class="foot">${w.candidate}</p>
</section>`;
}
