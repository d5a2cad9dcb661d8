import { type Bilingual, fillTemplate } from "../base/language.ts";
import type { IndicatorValues } from "./comparison.ts";
import { merit } from "./criteria.ts";
import type { IndicatorKey } from "./indicator-rows.ts";

/** What candidates are held against each other by; one that another beats on all is dropped. */
export const TRADE_OFF = [
  "householdsLeftOut",
  "netCostYuan",
  "uncoveredYuan",
  "worksYuan",
  "meanServiceM",
  "communityLines",
] as const satisfies readonly IndicatorKey[];

type TradeOff = (typeof TRADE_OFF)[number];

/** A candidate with what its plan came to. */
export interface SolvedCandidate {
  readonly name: Bilingual;
  readonly indicators: IndicatorValues;
}

/** Verdict on one candidate, in the order given. */
export interface Judgement {
  /** position of one that is at least as good on all and better on some, or equal on all and earlier; null: kept */
  readonly beatenBy: number | null;
  /** on which it is the best of those kept */
  readonly bestAt: readonly IndicatorKey[];
  /** one sentence: what it is best at and what it gives up */
  readonly words: Bilingual;
}

type Template = { readonly best: Bilingual; readonly less: Bilingual };

const TEMPLATES: Readonly<Record<TradeOff, Template>> = {
  householdsLeftOut: {
    best: { zh: "纳入户数最多", en: "leaves fewest households out" },
    less: {
      zh: "比“{other}”多 {amount} 户未纳入",
      en: "leaves {amount} households more out than “{other}”",
    },
  },
  netCostYuan: {
    best: { zh: "年净成本最低", en: "lowest yearly net cost" },
    less: {
      zh: "年净成本比“{other}”高 {amount} 万元",
      en: "costs {amount} M yuan a year more than “{other}”",
    },
  },
  uncoveredYuan: {
    best: { zh: "尚无来源的缺口最小", en: "least money not covered by any purse" },
    less: {
      zh: "尚无来源的缺口比“{other}”大 {amount} 万元/年",
      en: "leaves {amount} M yuan a year more uncovered than “{other}”",
    },
  },
  worksYuan: {
    best: { zh: "一次性工程最省", en: "cheapest one-off works" },
    less: {
      zh: "一次性工程比“{other}”多 {amount} 万元",
      en: "needs {amount} M yuan more of works than “{other}”",
    },
  },
  meanServiceM: {
    best: { zh: "服务点最近", en: "closest service" },
    less: {
      zh: "到服务点平均比“{other}”远 {amount} m",
      en: "puts the service point {amount} m farther away on average than “{other}”",
    },
  },
  communityLines: {
    best: { zh: "跨社区界线最少", en: "crosses fewest community lines" },
    less: {
      zh: "比“{other}”多跨 {amount} 条社区界线",
      en: "crosses {amount} community lines more than “{other}”",
    },
  },
};

const SENTENCES = {
  both: { zh: "{best}；代价：{less}。", en: "Strong: {best}; gives up: {less}." },
  best: {
    zh: "{best}，各项均不逊于其他方案。",
    en: "Strong: {best}; gives up nothing on this list.",
  },
  less: { zh: "折中方案；代价：{less}。", en: "A middle way; gives up: {less}." },
  beaten: {
    zh: "“{other}”各项都不逊于它，故不列入。",
    en: "Dropped: “{other}” is at least as good on every count.",
  },
} as const;

/** At most so many things are said to be given up. */
const MOST_SAID = 2;

const meritOf = ({ indicators }: SolvedCandidate, key: TradeOff) => merit(key, indicators[key]);

/** Whether `a` is at least as good on everything: −1 no, 0 equal on all, 1 better on some. */
function compareAll(a: SolvedCandidate, b: SolvedCandidate): number {
  if (TRADE_OFF.some((key) => meritOf(a, key) < meritOf(b, key))) return -1;
  return Number(TRADE_OFF.some((key) => meritOf(a, key) > meritOf(b, key)));
}

function findBeater(candidates: readonly SolvedCandidate[], of: number): number | null {
  const at = candidates.findIndex((other, k) => {
    if (k === of) return false;
    const stand = compareAll(other, candidates[of]);
    return stand > 0 || (stand === 0 && k < of);
  });
  return at < 0 ? null : at;
}

/** A difference as it is said: money in 万元 to one decimal or in millions to three, the same 1 000 yuan. */
function sayAmount(key: TradeOff, amount: number, language: "zh" | "en"): string {
  if (!key.endsWith("Yuan")) return Math.round(amount).toLocaleString("en");
  const tenThousands = Math.round(amount / 1000) / 10;
  const said = language === "zh" ? tenThousands : tenThousands / 100;
  return said.toLocaleString("en", { maximumFractionDigits: language === "zh" ? 1 : 3 });
}

/** What a candidate is short of, the most telling first: by its part of the way from best to worst. */
function shortfalls(own: SolvedCandidate, kept: readonly SolvedCandidate[]) {
  return TRADE_OFF.map((key) => {
    const merits = kept.map((one) => meritOf(one, key));
    const best = merits.reduce((a, b) => Math.max(a, b), -Infinity);
    const worst = merits.reduce((a, b) => Math.min(a, b), Infinity);
    const amount = best - meritOf(own, key);
    const part = best > worst ? amount / (best - worst) : 0;
    return { key, amount, part, leader: kept[merits.indexOf(best)] };
  }).sort((a, b) => b.part - a.part);
}

function sentence(own: SolvedCandidate, kept: readonly SolvedCandidate[], language: "zh" | "en") {
  const all = shortfalls(own, kept);
  const join = (parts: readonly string[]) => parts.join(language === "zh" ? "，" : ", ");
  const best = join(
    all.filter(({ amount }) => amount === 0).map(({ key }) => TEMPLATES[key].best[language]),
  );
  const told = all
    .filter(({ key, amount }) => sayAmount(key, amount, language) !== "0")
    .slice(0, MOST_SAID);
  const less = join(
    told.map(({ key, amount, leader }) =>
      fillTemplate(TEMPLATES[key].less[language], {
        other: leader.name[language],
        amount: sayAmount(key, amount, language),
      }),
    ),
  );
  const kind = best === "" ? "less" : less === "" ? "best" : "both";
  return fillTemplate(SENTENCES[kind][language], { best, less });
}

/** Which candidates stand, by {@link TRADE_OFF} (Pareto), and what each is best at and gives up. */
export function judgeCandidates(candidates: readonly SolvedCandidate[]): Judgement[] {
  const beaters = candidates.map((_, k) => findBeater(candidates, k));
  const kept = candidates.filter((_, k) => beaters[k] === null);
  return candidates.map((own, k): Judgement => {
    const beatenBy = beaters[k];
    const say = (language: "zh" | "en") =>
      beatenBy === null
        ? sentence(own, kept, language)
        : fillTemplate(SENTENCES.beaten[language], { other: candidates[beatenBy].name[language] });
    const bestAt =
      beatenBy === null
        ? TRADE_OFF.filter((key) => kept.every((one) => meritOf(one, key) <= meritOf(own, key)))
        : [];
    return { beatenBy, bestAt, words: { zh: say("zh"), en: say("en") } };
  });
}
