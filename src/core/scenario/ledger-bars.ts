import type { Bilingual } from "../base/language.ts";
import { FIGURES, type FigureKey, readFigure } from "../estimate/figures.ts";
import type { ScenarioView } from "./view.ts";

/** One bar: a figure of all districts together, whole yuan. */
export interface LedgerBar {
  readonly key: FigureKey;
  readonly label: Bilingual;
  readonly unit: Bilingual;
  /** what it does to its ledger; balances are neither */
  readonly side: "income" | "cost" | "balance";
  readonly yuan: number;
}

/** The purses of a scenario, side by side and never added (E11). */
export interface LedgerBars {
  readonly owners: readonly LedgerBar[];
  readonly public: readonly LedgerBar[];
  readonly fund: readonly LedgerBar[];
}

type Side = LedgerBar["side"];

const OWNERS: readonly (readonly [FigureKey, Side])[] = [
  ["feeIncomeYuan", "income"],
  ["parkingIncomeYuan", "income"],
  ["sharedParkingYuan", "income"],
  ["otherIncomeYuan", "income"],
  ["wagesYuan", "cost"],
  ["onCallYuan", "cost"],
  ["materialYuan", "cost"],
  ["officeYuan", "cost"],
  ["gatesYuan", "cost"],
  ["overheadYuan", "cost"],
  ["marginYuan", "cost"],
  ["taxYuan", "cost"],
  ["wallsYuan", "cost"],
  ["roomYuan", "cost"],
  ["camerasYuan", "cost"],
  ["spacesYuan", "cost"],
  ["spanPenaltyYuan", "cost"],
  ["sizePenaltyYuan", "cost"],
];

const PUBLIC: readonly (readonly [FigureKey, Side])[] = [
  ["subsidyYuan", "cost"],
  ["publicRealmYuan", "cost"],
  ["uncoveredYuan", "balance"],
];

const FUND: readonly (readonly [FigureKey, Side])[] = [
  ["fundBalanceYuan", "balance"],
  ["fundNeedYuan", "cost"],
];

/** Ledger bars of a scenario: owners' lines add up to income and cost to the yuan (E13). */
export function ledgerBars({ estimates }: Pick<ScenarioView, "estimates">): LedgerBars {
  const barsOf = (list: typeof OWNERS) =>
    list.map(([key, side]): LedgerBar => {
      const { label, unit } = FIGURES[key];
      const yuan = estimates.reduce((sum, one) => sum + (one ? readFigure(one, key) : 0), 0);
      return { key, label, unit, side, yuan };
    });
  return { owners: barsOf(OWNERS), public: barsOf(PUBLIC), fund: barsOf(FUND) };
}
