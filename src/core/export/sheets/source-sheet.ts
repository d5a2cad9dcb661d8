import type { Bilingual } from "../../base/language.ts";
import { VERSION } from "../../base/version.ts";
import { assumptionsUnder } from "../../estimate/assumption-set.ts";
import type { AssumptionGroup, ShippedAssumption } from "../../estimate/defaults.ts";
import type { Overrides } from "../../estimate/estimator.ts";
import { wordsOfUnit } from "../../estimate/unit-words.ts";
import type { ExportInput } from "../export-input.ts";
import { CERTIFICATE_LABELS, OBJECTIVE_LABELS } from "../labels.ts";
import { CANDIDATE, SYNTHETIC } from "./sheet-heads.ts";
import {
  type Cell,
  type Column,
  layTable,
  type SheetWords,
  type TableSheet,
  YEAR,
} from "./table-sheet.ts";

const WORDS: SheetWords = {
  name: { zh: "参数与来源", en: "Assumptions and sources" },
  title: { zh: "参数与来源", en: "Assumptions in force, and where they come from" },
  note: {
    zh: `${CANDIDATE.zh}取值为本方案所用；范围更窄处的设定优先（小区、片区、全市）。`,
    en: `${CANDIDATE.en} Values are those in force; a narrower place goes first (compound, district, city).`,
  },
};

const GROUP_LABELS: Readonly<Record<AssumptionGroup | "plan", Bilingual>> = {
  income: { zh: "收入", en: "Income" },
  parking: { zh: "停车", en: "Parking" },
  staffing: { zh: "人员", en: "Staffing" },
  running: { zh: "运行", en: "Running" },
  works: { zh: "工程", en: "Works" },
  upkeep: { zh: "大中修", en: "Upkeep" },
  public: { zh: "财政", en: "Public money" },
  plan: { zh: "方案", en: "Plan" },
};

const SET_AT = {
  shipped: { zh: "程序默认", en: "as shipped" },
  set: { zh: "参数集", en: "assumption set" },
  city: { zh: "全市设定", en: "set for the city" },
  district: { zh: "片区设定", en: "set for the district" },
  compound: { zh: "小区设定", en: "set for the compound" },
} as const satisfies Record<string, Bilingual>;

const CONFIDENCE = {
  H: { zh: "高", en: "high" },
  M: { zh: "中", en: "medium" },
  L: { zh: "低", en: "low" },
} as const;

const CITY: Bilingual = { zh: "全市", en: "city" };

interface SourceRow {
  readonly group: Bilingual;
  readonly key: string;
  readonly meaning: string;
  readonly place: string;
  readonly unit: string;
  readonly value: Cell;
  readonly assumption: ShippedAssumption | null;
  readonly setAt: Bilingual | null;
}

function planRows({ prepared, plan, scenario, language }: ExportInput): SourceRow[] {
  const { world, recipe } = prepared;
  const { parameters, assumptionSet, rulePack } = recipe;
  const facts: readonly (readonly [zh: string, en: string, value: Cell])[] = [
    ["情景", "Scenario", scenario.name],
    ["程序版本", "Program version", VERSION],
    ["数据指纹", "Data fingerprint", world.dataHash],
    ...(world.synthetic ? [["数据性质", "Data", SYNTHETIC[language]] as const] : []),
    ["随机种子", "Seed", parameters.seed],
    ["目标", "Objective", OBJECTIVE_LABELS[parameters.objective][language]],
    [
      "最优性",
      "Certificate",
      plan ? CERTIFICATE_LABELS[plan.objective.certificate][language] : "—",
    ],
    ["差距", "Gap", plan ? plan.objective.gap : "—"],
    ["参数集", "Assumption set", assumptionSet ? assumptionSet.name[language] : "—"],
    ["规则包", "Rule pack", rulePack.name[language]],
  ];
  return facts.map(([zh, en, value]) => ({
    group: GROUP_LABELS.plan,
    key: "",
    meaning: language === "zh" ? zh : en,
    place: "",
    unit: "",
    value,
    assumption: null,
    setAt: null,
  }));
}

/** Rows of the city's values, then those set for districts and compounds. */
function assumptionRows({ prepared, zoning, language }: ExportInput): SourceRow[] {
  const { recipe, values, overrides, world } = prepared;
  const all = assumptionsUnder(recipe.assumptionSet);
  const row = (
    a: ShippedAssumption,
    { place, value, setAt }: { place: string; value: number; setAt: keyof typeof SET_AT },
  ): SourceRow => ({
    group: GROUP_LABELS[a.group],
    key: a.key,
    meaning: a.meaning[language],
    place,
    unit: wordsOfUnit(a.unit, language) ?? a.unit,
    value,
    assumption: a,
    setAt: SET_AT[setAt],
  });
  const setAt = (key: string) =>
    Object.hasOwn(recipe.assumptions, key)
      ? "city"
      : Object.hasOwn(recipe.assumptionSet?.entries ?? {}, key)
        ? "set"
        : "shipped";
  const own = (place: string, found: Overrides, where: "district" | "compound") =>
    all.flatMap((a) => {
      const value = found[a.key];
      return value === undefined ? [] : [row(a, { place, value, setAt: where })];
    });
  const nameOf = (id: string) => zoning.districts.find((d) => d.id === id)?.name ?? id;
  return [
    ...all.map((a) => row(a, { place: CITY[language], value: values[a.key], setAt: setAt(a.key) })),
    ...[...overrides.byDistrict].flatMap(([id, found]) => own(nameOf(id), found, "district")),
    ...[...overrides.byCompound].flatMap(([i, found]) =>
      own(world.compounds[i].name, found, "compound"),
    ),
  ];
}

/** Any number of digits, none added. */
const AS_IS = "General";

/** 参数与来源: what the plan was made with, and every value in force with where it was set. */
export function sourceSheet(input: ExportInput): TableSheet {
  const { language } = input;
  const text = (zh: string, en: string, cell: (row: SourceRow) => string): Column<SourceRow> => ({
    head: { zh, en },
    format: null,
    cell,
  });
  const columns: Column<SourceRow>[] = [
    text("类别", "Group", ({ group }) => group[language]),
    text("参数", "Key", ({ key }) => key),
    text("含义", "Meaning", ({ meaning }) => meaning),
    text("适用范围", "Holds for", ({ place }) => place),
    text("计量单位", "Unit", ({ unit }) => unit),
    { head: { zh: "取值", en: "Value" }, format: AS_IS, cell: ({ value }) => value },
    ...(["low", "default", "high"] as const).map(
      (end): Column<SourceRow> => ({
        head: { zh: { low: "低", default: "默认", high: "高" }[end], en: end },
        format: AS_IS,
        cell: ({ assumption }) => assumption?.[end] ?? null,
      }),
    ),
    text("设定于", "Set at", ({ setAt }) => setAt?.[language] ?? ""),
    text("来源", "Source", ({ assumption }) => assumption?.source[language] ?? ""),
    {
      head: { zh: "来源年份", en: "Year" },
      format: YEAR,
      cell: ({ assumption }) => assumption?.year ?? null,
    },
    text("可信度", "Confidence", ({ assumption }) =>
      assumption ? CONFIDENCE[assumption.confidence][language] : "",
    ),
  ];
  const items = [...planRows(input), ...assumptionRows(input)];
  return layTable(WORDS, columns, { items, language, frozenColumns: 3 });
}
