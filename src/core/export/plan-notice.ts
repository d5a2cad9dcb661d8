import { fillTemplate } from "../base/language.ts";
import { LEFT_OUT_REASONS } from "../zoning/zoning.ts";
import { describeBounds, findBounds } from "./district-bounds.ts";
import type { ExportInput } from "./export-input.ts";
import { type ExportedFile, evaluateExport } from "./export-plan.ts";
import { type HtmlSection, writeHtml } from "./formats/html.ts";
import { REASON_LABELS } from "./labels.ts";
import { NOTICE_WORDS } from "./notice-words.ts";
import { communityNames } from "./plan-geojson.ts";
import { SYNTHETIC } from "./sheets/sheet-heads.ts";

/** Who signs, and when; null: a line to fill in. */
export interface Issued {
  readonly unit: string | null;
  readonly date: string | null;
}

const percent = (share: number): string => `${Math.round(share * 1000) / 10}%`;

function districtParagraphs(input: ExportInput): string[] {
  const { prepared, language } = input;
  const { world } = prepared;
  const { compounds } = world;
  const w = NOTICE_WORDS[language];
  return evaluateExport(input).districts.map(({ id, name, members, estimate }, k) =>
    fillTemplate(w.district, {
      at: k + 1,
      id,
      name,
      community: communityNames(members, compounds) ?? w.unknown,
      count: members.length,
      members: members.map((i) => compounds[i].name).join(w.comma),
      households: estimate.households,
      area: (estimate.floorAreaM2 / 10_000).toFixed(2),
      bounds: describeBounds(findBounds(world, members))[language],
    }),
  );
}

function leftOutParagraphs({ prepared, zoning, language }: ExportInput): string[] {
  const w = NOTICE_WORDS[language];
  const byReason = new Map<number, string[]>();
  prepared.world.compounds.forEach(({ name }, i) => {
    const reason = zoning.reason[i];
    if (zoning.assignment[i] >= 0 || LEFT_OUT_REASONS[reason] === "not-aged") return;
    byReason.set(reason, [...(byReason.get(reason) ?? []), name]);
  });
  if (byReason.size === 0) return [w.nobodyOut];
  return [...byReason].map(([reason, names]) =>
    fillTemplate(w.leftOut, {
      reason: REASON_LABELS[LEFT_OUT_REASONS[reason]][language],
      count: names.length,
      names: names.join(w.comma),
    }),
  );
}

function sectionsOf(input: ExportInput, { unit, date }: Issued): HtmlSection[] {
  const { prepared, zoning, language } = input;
  const { rulePack } = prepared.recipe;
  const w = NOTICE_WORDS[language];
  const included = zoning.assignment.filter((d) => d >= 0);
  const { quorum, ordinary } = rulePack.consent;
  return [
    {
      heading: w.whatHeading,
      paragraphs: [
        ...(prepared.world.synthetic ? [SYNTHETIC[language]] : []),
        fillTemplate(w.what, { compounds: included.length, districts: new Set(included).size }),
        w.candidate,
      ],
    },
    { heading: w.districtsHeading, paragraphs: districtParagraphs(input) },
    { heading: w.outHeading, paragraphs: leftOutParagraphs(input) },
    {
      heading: w.rightsHeading,
      paragraphs: [
        fillTemplate(w.vote, { quorum: percent(quorum), ordinary: percent(ordinary) }),
        w.fund,
        w.fees,
        w.walls,
      ],
    },
    {
      heading: w.answerHeading,
      paragraphs: [
        fillTemplate(w.period, { days: rulePack.publicityWorkingDays }),
        w.ways,
        fillTemplate(w.signed, { unit: unit ?? w.blank }),
        fillTemplate(w.dated, { date: date ?? w.blank }),
      ],
    },
  ];
}

function asText(title: string, sections: readonly HtmlSection[]): string {
  const lines = sections.flatMap(({ heading, paragraphs = [] }) => ["", heading, ...paragraphs]);
  return `\ufeff${[title, ...lines].join("\r\n")}\r\n`;
}

/**
 * `notice.html` to print or open in a word processor, and `notice.txt` to post: the text by which a
 * candidate plan is shown to owners for comments (公示, 征求意见). It holds no money and no contacts.
 */
export function exportNotice(input: ExportInput, issued: Issued): readonly ExportedFile[] {
  const { language, scenario } = input;
  const w = NOTICE_WORDS[language];
  const title = fillTemplate(w.title, { name: scenario.name });
  const sections = sectionsOf(input, issued);
  const html = writeHtml(title, sections, { language: language === "zh" ? "zh-CN" : "en" });
  return [
    { name: "notice.html", text: html },
    { name: "notice.txt", text: asText(title, sections) },
  ];
}
