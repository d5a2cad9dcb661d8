import { type Bilingual, fillTemplate } from "../base/language.ts";
import { FIGURES, type FigureKey, readFigure } from "../estimate/figures.ts";
import { drawMap } from "./draw-map.ts";
import { colourDistricts, findNearPairs } from "./drawing/district-colours.ts";
import type { ExportedDistrict, ExportInput } from "./export-input.ts";
import { type ExportedFile, evaluateExport } from "./export-plan.ts";
import { type HtmlSection, writeHtml } from "./formats/html.ts";
import { RULE_LABELS } from "./labels.ts";
import { communityNames } from "./plan-geojson.ts";
import type { Issued } from "./plan-notice.ts";
import { CANDIDATE } from "./sheets/sheet-heads.ts";

const WORDS = {
  zh: {
    title: "一区一策：{name}（候选方案，征求意见稿）",
    heading: "{name}（{id}）",
    what: "位于{community}，含 {count} 个小区、{households} 户，建筑面积 {area} 万平方米。",
    unknown: "社区待核实的范围",
    fits: "符合全部约束。",
    breaks: "尚不符合：{rules}。",
    ledgers: "业主交费、维修资金和财政资金分账列示；维修资金归各小区业主所有，不跨小区使用。",
    head: ["项目", "数值", "单位"],
    members: "成员小区：{members}。",
    comma: "、",
  },
  en: {
    title: "District by district: {name} (candidate, for comments)",
    heading: "{name} ({id})",
    what: "In {community}: {count} compounds, {households} households, {area} × 10 000 m² of floor area.",
    unknown: "a community still to be checked",
    fits: "All limits are met.",
    breaks: "Not yet met: {rules}.",
    ledgers:
      "Owners' fees, maintenance funds and public money stand apart; funds belong to each compound's owners and are not used across compounds.",
    head: ["Item", "Value", "Unit"],
    members: "Members: {members}.",
    comma: ", ",
  },
} as const;

/** What a card tells of its district, in this order. */
const TOLD: readonly FigureKey[] = [
  ...([
    "staffTotal",
    "incomeYuan",
    "costYuan",
    "netCostYuan",
    "breakEvenFeeYuanPerM2Month",
  ] as const),
  ...([
    "aloneCostYuan",
    "subsidyYuan",
    "fundBalanceYuan",
    "parkingDemand",
    "parkingSupply",
  ] as const),
  ...(["gatesBefore", "gatesAfter", "wallOpenedM", "defaultedShare"] as const),
];

function shownValue(district: ExportedDistrict, key: FigureKey): number {
  const { unit } = FIGURES[key];
  const value = readFigure(district.estimate, key);
  return unit.en === "%" ? Math.round(value * 1000) / 10 : Math.round(value * 100) / 100;
}

function cardOf(
  input: ExportInput,
  district: ExportedDistrict,
  { colours, issued }: { readonly colours: readonly number[]; readonly issued: Issued },
): HtmlSection {
  const { prepared, zoning, outlines, language } = input;
  const { world } = prepared;
  const w = WORDS[language];
  const { id, name, members, estimate, violations, index } = district;
  const say = (text: Bilingual) => text[language];
  const rules = [...new Set(violations.map(({ rule }) => say(RULE_LABELS[rule])))].join(w.comma);
  const heading = id === name ? id : fillTemplate(w.heading, { name, id });
  const drawing = drawMap({
    ...{ world, zoning, outlines, language, colours, sheet: "card", focus: index, title: heading },
    ...{ unit: issued.unit, date: issued.date, key: `card-${index}` },
  });
  return {
    heading,
    paragraphs: [
      fillTemplate(w.what, {
        community: communityNames(members, world.compounds) ?? w.unknown,
        count: members.length,
        households: estimate.households,
        area: (estimate.floorAreaM2 / 10_000).toFixed(2),
      }),
      fillTemplate(w.members, {
        members: members.map((i) => world.compounds[i].name).join(w.comma),
      }),
      rules === "" ? w.fits : fillTemplate(w.breaks, { rules }),
      w.ledgers,
    ],
    drawing: drawing.replace(/^<\?xml[^>]*\?>\s*/, ""),
    table: [
      w.head,
      ...TOLD.map((key) => [
        say(FIGURES[key].label),
        shownValue(district, key),
        say(FIGURES[key].unit),
      ]),
    ],
  };
}

/** `district-cards.html` (一区一策): a card for each district with its map, members and figures. */
export function exportCards(input: ExportInput, issued: Issued): readonly ExportedFile[] {
  const { language, scenario, prepared, zoning } = input;
  const colours = colourDistricts(findNearPairs(prepared.world), zoning, new Map());
  const cards = evaluateExport(input).districts.map((district) =>
    cardOf(input, district, { colours, issued }),
  );
  const title = fillTemplate(WORDS[language].title, { name: scenario.name });
  const first = { heading: null, paragraphs: [CANDIDATE[language]] };
  const text = writeHtml(title, [first, ...cards], {
    language: language === "zh" ? "zh-CN" : "en",
    layout: "cards",
  });
  return [{ name: "district-cards.html", text }];
}
