import type { ComparisonReport, Language } from "../core/index.ts";

type Pair = ComparisonReport["pairs"][number];
type Each = ComparisonReport["each"][number];

const number = (x: number) => x.toLocaleString("en", { maximumFractionDigits: 3 });
const signed = (x: number) => `${x > 0 ? "+" : ""}${number(x)}`;
const percent = (x: number) => `${number(x * 100)} %`;

/** Words of the headings and lines. */
const WORDS = {
  pair: { zh: "{second} 对比 {first}", en: "{second} against {first}" },
  fair: { zh: "数据与参数相同", en: "same data and assumptions" },
  unfair: { zh: "数据或参数不同，请留意下列差异", en: "data or assumptions differ, see below" },
  differs: { zh: "差异", en: "differs" },
  changed: { zh: "变更片区的小区 / 户数", en: "compounds / households that change district" },
  gains: { zh: "受益/不变/受损（小区）", en: "better / same / worse (compounds)" },
  moves: { zh: "差额最受影响于", en: "the difference moves most with" },
  rests: { zh: "测算依据", en: "rests on" },
  band: { zh: "区间", en: "band" },
  ranking: { zh: "抽样中胜出比例", en: "share of draws won" },
  weighing: { zh: "加权得分", en: "weighted score" },
  switches: { zh: "权重占比达到时胜者改变", en: "the winner changes at a share of the weight" },
  agreement: { zh: "一致性", en: "agreement" },
  open: { zh: "不一致的邻接", en: "links on which plans differ" },
  phases: { zh: "分期", en: "phases" },
} as const;

/** Most lines shown of a list; the JSON has all of them. */
const MOST_LINES = 5;

/** Tab-separated lines: indicator, unit, then each scenario with its difference to the first. */
function writeTable({ scenarios, indicators }: ComparisonReport, language: Language): string[] {
  return [
    ["", "", ...scenarios].join("\t"),
    ...indicators.map(({ label, unit, values, differences }) =>
      [
        label[language],
        unit[language],
        ...values.map((value, k) => {
          const difference = differences[k];
          return k === 0 || difference === 0
            ? number(value)
            : `${number(value)} (${signed(difference)})`;
        }),
      ].join("\t"),
    ),
  ];
}

function writePair(pair: Pair, [first, second]: readonly string[], language: Language): string[] {
  const { fairness, realignment, winners, difference } = pair;
  const word = (key: keyof typeof WORDS) => WORDS[key][language];
  const title = word("pair").replace("{first}", first).replace("{second}", second);
  return [
    `# ${title}`,
    word(fairness.isFair ? "fair" : "unfair"),
    ...fairness.differences.map(({ label, first: a, second: b }) =>
      [word("differs"), label[language], String(a), String(b)].join("\t"),
    ),
    [
      word("changed"),
      number(realignment.changed.length),
      number(realignment.changedHouseholds),
    ].join("\t"),
    ...winners.respects.map(({ respect, better, same, worse }) =>
      [word("gains"), respect, better.compounds, same.compounds, worse.compounds].join("\t"),
    ),
    ...difference.bars
      .slice(0, MOST_LINES)
      .map(({ meaning, atLow, atHigh }) =>
        [word("moves"), meaning[language], signed(atLow), signed(atHigh)].join("\t"),
      ),
  ];
}

function writeEach(
  { name, bands, tornado, viability, phases }: Each,
  language: Language,
): string[] {
  const word = (key: keyof typeof WORDS) => WORDS[key][language];
  return [
    `# ${name}: ${word("rests")}`,
    ...bands.map(({ label, low, default: now, high }) =>
      [word("band"), label[language], number(low), number(now), number(high)].join("\t"),
    ),
    ...tornado.bars
      .slice(0, MOST_LINES)
      .map(({ meaning, atLow, atHigh }) =>
        [word("moves"), meaning[language], number(atLow), number(atHigh)].join("\t"),
      ),
    ...viability.map(({ words }) => words[language]),
    ...phases
      .slice(0, MOST_LINES)
      .map(({ id, name: district, year, after }) =>
        [
          word("phases"),
          year,
          id,
          district,
          number(after.households),
          number(after.netCostYuan),
        ].join("\t"),
      ),
  ];
}

function writeTogether(report: ComparisonReport, language: Language): string[] {
  const { ranked, ranking, weighing, agreement } = report;
  const scenarios = ranked.map((k) => report.scenarios[k]);
  const word = (key: keyof typeof WORDS) => WORDS[key][language];
  const row = (name: string, values: readonly number[], write: (x: number) => string) =>
    [name, ...values.map(write)].join("\t");
  const names = (list: readonly number[]) => list.map((k) => scenarios[k]).join(" = ");
  return [
    ["", ...scenarios].join("\t"),
    ...(ranking ? [row(word("ranking"), ranking.wins, percent)] : []),
    ...(weighing ? [row(word("weighing"), weighing.scores, number)] : []),
    ...(weighing?.switches ?? []).map(({ key, share, below, above }) =>
      [word("switches"), key, percent(share), names(below), names(above)].join("\t"),
    ),
    ...(agreement?.matrix ?? []).map((line, k) =>
      row(`${word("agreement")} ${scenarios[k]}`, line, percent),
    ),
    ...(agreement ? [[word("open"), number(agreement.open.length)].join("\t")] : []),
  ];
}

/** A comparison as lines of text; the JSON has everything in full. */
export function describeComparison(report: ComparisonReport, language: Language): string[] {
  const { scenarios } = report;
  return [
    ...writeTable(report, language),
    "",
    ...writeTogether(report, language),
    ...report.pairs.flatMap((pair, k) => [
      "",
      ...writePair(pair, [scenarios[0], scenarios[k + 1]], language),
    ]),
    ...report.each.flatMap((one) => ["", ...writeEach(one, language)]),
  ];
}
