import { fillTemplate } from "../../base/language.ts";
import type { ExportInput } from "../export-input.ts";
import type { ExportedFile } from "../export-plan.ts";
import { escapeXml } from "../formats/xml-text.ts";
import { briefPlans } from "./brief-plan.ts";
import { BRIEF_TEXTS } from "./brief-texts.ts";
import { districtCard } from "./district-card.ts";
import { PAGE_STYLE } from "./markup.ts";
import { comparisonPage, scenarioPage } from "./scenario-page.ts";
import { todayPage } from "./today-page.ts";

/**
 * `brief.html`: one file to print on A4 – where there are several candidates a page that compares them,
 * a page for today, a page for each candidate, and a page for every district of the first (一区一策). No scripts, nothing loaded;
 * every text is escaped; the same bytes on every machine.
 */
export function exportBrief(input: ExportInput): readonly ExportedFile[] {
  const { language, scenario } = input;
  const plans = briefPlans(input);
  const [first] = plans;
  const cards = first.zoning.districts.map((_, d) => districtCard(first, d));
  const pages = [comparisonPage(plans), todayPage(first), ...plans.map(scenarioPage), ...cards];
  const title = escapeXml(fillTemplate(BRIEF_TEXTS[language].title, { name: scenario.name }));
  const text = `<!doctype html>
<html lang="${language === "zh" ? "zh-CN" : "en"}">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>${title}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
${pages.filter((page) => page !== "").join("\n")}
</body>
</html>
`;
  return [{ name: "brief.html", text }];
}
