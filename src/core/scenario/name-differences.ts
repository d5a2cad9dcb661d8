import type { Bilingual } from "../base/language.ts";
import { ASSUMPTIONS } from "../estimate/defaults.ts";
import type { PlanParameters } from "../regionalization/parameters.ts";
import type { Limits } from "../zoning/limits.ts";
import type { Recipe } from "./recipe.ts";
import type { ScenarioView } from "./view.ts";

/** What two scenarios differ in. `data` and `assumptions` make their figures incomparable. */
export type DifferenceKind =
  | "data"
  | "assumptions"
  | "limits"
  | "envelope"
  | "links"
  | "goal"
  | "decisions"
  | "rules";

/** A value as it can be shown; null: none, off. */
type Shown = string | number | boolean | null;

/** One difference, named. */
export interface Difference {
  readonly kind: DifferenceKind;
  /** parameter, limit, assumption or decision */
  readonly key: string;
  readonly label: Bilingual;
  readonly first: Shown;
  readonly second: Shown;
}

/** Whether the figures of two scenarios may be held against each other, and what differs. */
export interface Fairness {
  /** same data and same assumptions */
  readonly isFair: boolean;
  readonly differences: readonly Difference[];
}

type Row = readonly [kind: DifferenceKind, key: string, zh: string, en: string];

const PARAMETERS: Readonly<Record<Exclude<keyof PlanParameters, "limits">, Row>> = {
  envelope: ["envelope", "envelope", "边界依据", "envelope"],
  gapM: ["links", "gapM", "邻接最大间距（m）", "largest gap between neighbours (m)"],
  links: ["links", "links", "邻接方式", "what makes neighbours"],
  agedBefore: ["data", "agedBefore", "参与小区的建成年份", "built by this year takes part"],
  objective: ["goal", "objective", "目标", "objective"],
  threshold: ["limits", "threshold", "每片区字段合计下限", "least sum of a field"],
  attributes: ["goal", "attributes", "衡量相似的字段", "fields that measure likeness"],
  dissimilarity: ["goal", "dissimilarity", "差异度量", "measure of dissimilarity"],
  anchorsAsSeeds: ["decisions", "anchorsAsSeeds", "每片区至多一个牵头小区", "one anchor at most"],
  districts: ["goal", "districts", "片区数要求", "wanted number of districts"],
  method: ["goal", "method", "方法", "method"],
  seed: ["goal", "seed", "随机种子", "seed"],
  iterations: ["goal", "iterations", "搜索力度", "search effort"],
};

const LIMITS: Readonly<Record<keyof Limits, readonly [zh: string, en: string]>> = {
  minHouseholds: ["户数下限", "fewest households"],
  idealHouseholds: ["户数理想值", "ideal households"],
  maxHouseholds: ["户数上限", "most households"],
  minFloorAreaM2: ["建筑面积下限（㎡）", "least floor area (m²)"],
  idealFloorAreaM2: ["建筑面积理想值（㎡）", "ideal floor area (m²)"],
  maxFloorAreaM2: ["建筑面积上限（㎡）", "most floor area (m²)"],
  maxCompounds: ["小区数上限", "most compounds"],
  maxSpanM: ["跨度上限（m）", "greatest span (m)"],
  maxBreakEvenFeeYuanPerM2Month: [
    "保本物业费上限（元/㎡·月）",
    "highest break-even fee (yuan/m²·month)",
  ],
};

type Decision = Exclude<keyof Recipe, "read" | "parameters" | "assumptions" | "assumptionSet">;

const DECISIONS: Readonly<Record<Decision, Row>> = {
  districtAssumptions: [
    "assumptions",
    "districtAssumptions",
    "片区单独参数",
    "values of single districts",
  ],
  compoundAssumptions: [
    "assumptions",
    "compoundAssumptions",
    "小区单独参数",
    "values of single compounds",
  ],
  rulePack: ["rules", "rulePack", "规则包", "rule pack"],
  linksAdded: ["links", "linksAdded", "人工邻接", "links by hand"],
  linksRemoved: ["links", "linksRemoved", "人工断开", "cuts by hand"],
  barriersDrawn: ["links", "barriersDrawn", "手绘阻隔", "barriers drawn by hand"],
  barriersRemoved: ["links", "barriersRemoved", "手工移除的阻隔", "barriers taken out by hand"],
  crossingsDrawn: ["links", "crossingsDrawn", "手绘通道", "crossings drawn by hand"],
  crossingsRemoved: ["links", "crossingsRemoved", "手工移除的通道", "crossings taken out by hand"],
  mustTogether: ["decisions", "mustTogether", "须同片", "must be together"],
  neverTogether: ["decisions", "neverTogether", "不得同片", "never together"],
  locks: ["decisions", "locks", "锁定", "locks"],
  start: ["decisions", "start", "起始方案", "zoning to start from"],
};

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** Texts and numbers as they are; of lists and tables how many entries they have. */
function show(value: unknown): Shown {
  if (Array.isArray(value)) {
    const isPlain = value.every((one) => typeof one === "string");
    return isPlain ? value.join(", ") || null : value.length;
  }
  if (isObject(value)) return Object.keys(value).length;
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? value
    : null;
}

function showThreshold({ threshold }: PlanParameters): Shown {
  return threshold && `${threshold.field} >= ${threshold.min}`;
}

function compareValues([kind, key, zh, en]: Row, first: unknown, second: unknown): Difference[] {
  if (JSON.stringify(first) === JSON.stringify(second)) return [];
  return [{ kind, key, label: { zh, en }, first: show(first), second: show(second) }];
}

function compareParameters(first: PlanParameters, second: PlanParameters): Difference[] {
  const keys = Object.keys(PARAMETERS) as (keyof typeof PARAMETERS)[];
  const read = (parameters: PlanParameters, key: (typeof keys)[number]) =>
    key === "threshold" ? showThreshold(parameters) : parameters[key];
  const limits = Object.entries(LIMITS) as [keyof Limits, (typeof LIMITS)[keyof Limits]][];
  return [
    ...keys.flatMap((key) => compareValues(PARAMETERS[key], read(first, key), read(second, key))),
    ...limits.flatMap(([key, [zh, en]]) =>
      compareValues(["limits", key, zh, en], first.limits[key], second.limits[key]),
    ),
  ];
}

function compareAssumptions(first: ScenarioView, second: ScenarioView): Difference[] {
  const [own, other] = [first.uncertain, second.uncertain];
  const values = ASSUMPTIONS.flatMap(({ key, meaning: { zh, en } }) =>
    compareValues(["assumptions", key, zh, en], own.values[key], other.values[key]),
  );
  const rangesOf = ({ assumptions }: typeof own) => assumptions.map((a) => [a.key, a.low, a.high]);
  const sameRanges = JSON.stringify(rangesOf(own)) === JSON.stringify(rangesOf(other));
  const label = { zh: "参数集（取值范围）", en: "assumption set (ranges)" };
  const nameOf = ({ recipe }: ScenarioView) => recipe.assumptionSet?.id ?? null;
  const ranges: Difference = {
    kind: "assumptions",
    key: "assumptionSet",
    label,
    first: nameOf(first),
    second: nameOf(second),
  };
  return sameRanges ? values : [...values, ranges];
}

function compareToday(first: ScenarioView, second: ScenarioView): Difference[] {
  if (first.isToday === second.isToday) return [];
  const label = {
    zh: "现状：收费、收缴与服务等级按今天计",
    en: "today: fees, collection and service as they are now",
  };
  return [
    {
      kind: "assumptions",
      key: "today",
      label,
      first: first.isToday,
      second: second.isToday,
    },
  ];
}

/** What two scenarios differ in beside their zonings, named one by one; no difference, none named. */
export function nameDifferences(first: ScenarioView, second: ScenarioView): Fairness {
  const decisions = Object.keys(DECISIONS) as Decision[];
  const differences = [
    ...compareValues(["data", "dataHash", "数据", "data"], first.dataHash, second.dataHash),
    ...compareValues(
      ["data", "read", "读取方式", "how files are read"],
      first.recipe.read,
      second.recipe.read,
    ),
    ...compareToday(first, second),
    ...compareAssumptions(first, second),
    ...compareParameters(first.recipe.parameters, second.recipe.parameters),
    ...decisions.flatMap((key) =>
      compareValues(DECISIONS[key], first.recipe[key], second.recipe[key]),
    ),
  ];
  const isUnfair = differences.some(({ kind }) => kind === "data" || kind === "assumptions");
  return { isFair: !isUnfair, differences };
}
