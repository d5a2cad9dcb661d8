import { fillTemplate } from "../../base/language.ts";
import type { DistrictEstimate } from "../../estimate/estimate.ts";
import { SERVICE_LEVEL_LABELS } from "../../estimate/service-level.ts";
import { describeBounds, findBounds } from "../district-bounds.ts";
import { drawMap } from "../draw-map.ts";
import { escapeXml } from "../formats/xml-text.ts";
import { RULE_LABELS } from "../labels.ts";
import type { BriefPlan } from "./brief-plan.ts";
import { BRIEF_TEXTS } from "./brief-texts.ts";
import { say, sayYuan, scaleYuan } from "./figures.ts";
import { inlineSvg, writeTable } from "./markup.ts";

/** Members as they are today, each on its own, together. Whole yuan a year. */
function sumToday({ today }: BriefPlan, members: readonly number[]) {
  const estimates = members.flatMap((i) => {
    const d = today.zoning.assignment[i];
    return (d < 0 ? null : today.estimates[d]) ?? [];
  });
  const sum = (of: (one: DistrictEstimate) => number) =>
    estimates.reduce((total, one) => total + of(one), 0);
  return {
    incomeYuan: sum((one) => one.incomeYuan),
    costYuan: sum((one) => one.costYuan),
    netCostYuan: sum((one) => one.netCostYuan),
    uncoveredYuan: sum((one) => one.uncoveredYuan),
    staff: sum((one) => one.staff.total),
  };
}

function beforeAfterTable(plan: BriefPlan, e: DistrictEstimate, members: readonly number[]) {
  const { language } = plan;
  const w = BRIEF_TEXTS[language];
  const now = sumToday(plan, members);
  const money = (yuan: number) => say(scaleYuan(yuan, language), 1);
  const rows = [
    [w.income, money(now.incomeYuan), money(e.incomeYuan)],
    [w.cost, money(now.costYuan), money(e.costYuan)],
    [w.net, money(now.netCostYuan), money(e.netCostYuan)],
    [w.subsidy, "–", money(e.subsidyYuan)],
    [w.uncovered, money(now.uncoveredYuan), money(e.uncoveredYuan)],
    [w.works, "–", money(e.worksYuan)],
    [w.staff, say(now.staff, 1), say(e.staff.total, 1)],
    [w.gates, say(e.gatesBefore), say(e.gatesAfter)],
    [w.parking, say(e.parkingShortageAlone), say(e.parkingShortage)],
    [w.fund, money(e.fundBalanceYuan), money(e.fundBalanceYuan)],
  ];
  return writeTable([w.beforeAfter, w.before, w.after], rows);
}

function memberTable(plan: BriefPlan, members: readonly number[]): string {
  const { language, prepared, view, carried } = plan;
  const w = BRIEF_TEXTS[language];
  const rows = members.map((i) => {
    const { name, households, floorAreaM2, builtYear } = prepared.world.compounds[i];
    const account = view.accounts[i];
    return [
      escapeXml(name),
      say(households),
      say(floorAreaM2),
      builtYear === null ? "–" : String(builtYear),
      say(account?.feeNowYuanPerM2Month ?? 0, 2),
      say(account?.feeAfterYuanPerM2Month ?? 0, 2),
      say(account?.balanceYuan ?? 0),
      say(carried[i]),
    ];
  });
  const head = [
    ...[w.compound, w.households, w.floorArea, w.year],
    ...[w.feeNow, w.feeAfter, w.balance, w.carries],
  ];
  return writeTable(head, rows);
}

/** The district in one paragraph, with its numbers (DOMAIN R-47). */
function tellStory(plan: BriefPlan, e: DistrictEstimate, district: number): string {
  const { language, zoning, view } = plan;
  const w = BRIEF_TEXTS[language];
  const net = sayYuan(Math.abs(e.netCostYuan), language);
  const story = fillTemplate(w.story, {
    name: zoning.districts[district].name,
    compounds: e.compounds,
    households: say(e.households),
    area: say(e.floorAreaM2),
    span: say(e.spanM),
    level: SERVICE_LEVEL_LABELS[e.serviceLevel][language],
    income: sayYuan(e.incomeYuan, language),
    cost: sayYuan(e.costYuan, language),
    net: fillTemplate(e.netCostYuan > 0 ? w.gap : w.surplus, { net }),
    fee: say(e.breakEvenFeeYuanPerM2Month, 2),
    staff: say(e.staff.total, 1),
    staffAlone: say(e.staffAlone, 1),
    gates: e.gatesAfter,
    gatesBefore: e.gatesBefore,
    parkingBefore: say(e.parkingShortageAlone),
    parkingAfter: say(e.parkingShortage),
    works: sayYuan(e.worksYuan, language),
  });
  const broken = view.violations[district].map(({ rule }) => RULE_LABELS[rule][language]);
  const list = [...new Set(broken)].join(w.comma);
  return list === "" ? story : `${story} ${fillTemplate(w.violations, { list })}`;
}

/** 一区一策 of one district: map, members, figures before and after, draft 四至; "" without members. */
export function districtCard(plan: BriefPlan, district: number): string {
  const { language, prepared, zoning, outlines, view, colours } = plan;
  const w = BRIEF_TEXTS[language];
  const e = view.estimates[district];
  const members = view.members[district];
  if (!e || members.length === 0) return "";
  const { id, name } = zoning.districts[district];
  const { world } = prepared;
  const map = drawMap({
    world,
    zoning,
    outlines,
    language,
    colours,
    title: fillTemplate(w.cardMap, { name }),
    sheet: "card",
    focus: district,
    key: `d${district}`,
  });
  return `<section class="page">
<p class="mark">${w.mark}</p>
<h1>${escapeXml(fillTemplate(w.cardTitle, { name, id }))}</h1>
<div class="top">
${inlineSvg(map)}
<div>
${beforeAfterTable(plan, e, members)}
</div>
</div>
<h2>${w.why}</h2>
<p>${escapeXml(tellStory(plan, e, district))}</p>
<h2>${w.bounds}</h2>
<p>${escapeXml(describeBounds(findBounds(world, members))[language])}</p>
<h2>${w.members}</h2>
${memberTable(plan, members)}
<p class="hint">${w.carriesHint}</p>
<p class="foot">${w.candidate}${world.synthetic ? ` ${w.synthetic}` : ""}</p>
</section>`;
}
