import { fillTemplate } from "../base/language.ts";
import { VERSION } from "../base/version.ts";
import { ASSUMPTIONS } from "../estimate/defaults.ts";
import type { ExportInput } from "./export-input.ts";
import { type ExportedFile, evaluateExport } from "./export-plan.ts";
import { type HtmlSection, writeHtml } from "./formats/html.ts";
import { CERTIFICATE_LABELS, OBJECTIVE_LABELS, REASON_LABELS } from "./labels.ts";
import { districtTable, type Row } from "./plan-tables.ts";
import { buildReport, type RunReport } from "./run-report.ts";

const TEXTS = {
  zh: {
    title: "片区划分建议方案：{name}",
    summary: "概要",
    synthetic: "本数据为模拟数据，不对应任何真实小区。",
    status: "本方案为候选建议，须经业主依法表决和主管部门审核后方可实施。",
    counts:
      "共 {compounds} 个小区，其中 {eligible} 个参与划分；形成 {districts} 个片区，纳入 {included} 个小区，暂不纳入 {leftOut} 个。",
    objective: "目标：{objective}；{proof}。",
    noProof: "方案经手工调整，未证明最优性",
    gap: "{certificate}，与最优值相差不超过 {gap}%",
    data: "数据指纹 {dataHash}；随机种子 {seed}；程序版本 {version}。",
    districts: "片区",
    leftOut: "暂不纳入的小区",
    leftOutHead: ["小区编号", "小区", "户数", "原因"],
    components: "连通片",
    componentHead: ["连通片", "小区数", "户数", "原因与连接办法"],
    assumptions: "测算参数",
    assumptionHead: ["参数", "含义", "单位", "取值", "默认值", "来源"],
    issues: "数据问题",
    issueHead: ["对象", "问题", "处理建议"],
    moreIssues: "另有 {count} 条，见 report.json。",
  },
  en: {
    title: "Proposed districts: {name}",
    summary: "Summary",
    synthetic: "The data are synthetic and stand for no real compound.",
    status: "This is a proposal; it takes effect only after the owners' vote and official review.",
    counts:
      "{compounds} compounds, {eligible} of which take part; {districts} districts with {included} compounds; {leftOut} left out.",
    objective: "Objective: {objective}; {proof}.",
    noProof: "edited by hand, nothing proven about it",
    gap: "{certificate}, within {gap}% of the best possible",
    data: "Data fingerprint {dataHash}; seed {seed}; program version {version}.",
    districts: "Districts",
    leftOut: "Compounds left out",
    leftOutHead: ["Compound id", "Compound", "Households", "Reason"],
    components: "Components",
    componentHead: [
      "Component",
      "Compounds",
      "Households",
      "Why it stands alone, and what would connect it",
    ],
    assumptions: "Assumptions",
    assumptionHead: ["Key", "Meaning", "Unit", "Value", "Default", "Source"],
    issues: "Faults of the data",
    issueHead: ["Feature", "Fault", "What to do"],
    moreIssues: "{count} more are in report.json.",
  },
} as const;

/** Issues shown on the page before it refers to the report. */
const SHOWN_ISSUES = 200;

/** `report.html`: the plan as a page to print. */
export function exportPage(input: ExportInput): readonly ExportedFile[] {
  const { language, scenario, prepared } = input;
  const texts = TEXTS[language];
  const evaluated = evaluateExport(input);
  const report = buildReport(input, evaluated);
  const sections: HtmlSection[] = [
    { heading: texts.summary, paragraphs: summarise(input, report) },
    { heading: texts.districts, table: districtTable(input, evaluated.districts) },
    { heading: texts.leftOut, table: [texts.leftOutHead, ...leftOutRows(input, report)] },
    { heading: texts.components, table: [texts.componentHead, ...componentRows(report)] },
    {
      heading: texts.assumptions,
      table: [
        texts.assumptionHead,
        ...ASSUMPTIONS.map(
          (a): Row => [
            ...[
              a.key,
              a.meaning[language],
              a.unit,
              prepared.values[a.key],
              a.default,
              a.source[language],
            ],
          ],
        ),
      ],
    },
    issueSection(input, report),
  ];
  const title = fillTemplate(texts.title, { name: scenario.name });
  const page = writeHtml(title, sections, {
    language: language === "zh" ? "zh-CN" : "en",
    layout: "wide",
  });
  return [{ name: "report.html", text: page }];
}

function summarise({ language, prepared }: ExportInput, report: RunReport): readonly string[] {
  const texts = TEXTS[language];
  const { name, gap, certificate } = report.objective;
  const proof =
    gap === null || certificate === null
      ? texts.noProof
      : certificate === "optimal"
        ? CERTIFICATE_LABELS.optimal[language]
        : fillTemplate(texts.gap, {
            certificate: CERTIFICATE_LABELS.bounded[language],
            gap: (gap * 100).toFixed(2),
          });
  const objective = OBJECTIVE_LABELS[name][language];
  return [
    ...(prepared.world.synthetic ? [texts.synthetic] : []),
    texts.status,
    fillTemplate(texts.counts, report.counts),
    fillTemplate(texts.objective, { objective, proof }),
    fillTemplate(texts.data, { dataHash: report.dataHash, seed: report.seed, version: VERSION }),
  ];
}

function leftOutRows({ language, prepared }: ExportInput, report: RunReport): readonly Row[] {
  const compounds = new Map(prepared.world.compounds.map((compound) => [compound.id, compound]));
  return report.leftOut.map(({ compoundId, reason }) => {
    const compound = compounds.get(compoundId);
    const why = REASON_LABELS[reason][language];
    return [compoundId, compound?.name ?? "", compound?.households ?? 0, why];
  });
}

function componentRows({ components }: RunReport): readonly Row[] {
  return components.map(({ name, compounds, households, words }) => [
    name,
    compounds,
    households,
    words,
  ]);
}

function issueSection({ language }: ExportInput, { issues }: RunReport): HtmlSection {
  const texts = TEXTS[language];
  const more = issues.length - SHOWN_ISSUES;
  return {
    heading: texts.issues,
    paragraphs: more > 0 ? [fillTemplate(texts.moreIssues, { count: more })] : [],
    table: [
      texts.issueHead,
      ...issues
        .slice(0, SHOWN_ISSUES)
        .map(({ feature, message, fix }): Row => [feature, message, fix]),
    ],
  };
}
