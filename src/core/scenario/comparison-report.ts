import { VERSION } from "../base/version.ts";
import { linkAgreement, zoningAgreement } from "./agreement.ts";
import { compareScenarios, type IndicatorTable } from "./comparison.ts";
import { balanceDistribution, type Distribution } from "./distribution.ts";
import type { IndicatorKey } from "./indicator-rows.ts";
import { type LedgerBars, ledgerBars } from "./ledger-bars.ts";
import { matchDistricts } from "./match-districts.ts";
import { type Fairness, nameDifferences } from "./name-differences.ts";
import { type PhaseStep, type PhasingOptions, planPhases } from "./phasing.ts";
import { createRankingDraws, type Goal, type RankingOdds } from "./ranking-draws.ts";
import { findRealignment, type Realignment } from "./realignment.ts";
import { type Tornado, tornado } from "./tornado.ts";
import { bandTotals, type TotalBand } from "./total-bands.ts";
import { findViability, type Viability } from "./viability.ts";
import type { ScenarioView } from "./view.ts";
import { type Weighing, type Weights, weighScenarios } from "./weights.ts";
import { findWinners, type WinnersAndLosers } from "./winners.ts";

/** What a comparison is to be made by. */
export interface ComparisonOptions {
  /** indicator whose uncertainty is asked for */
  readonly by: IndicatorKey;
  /** explicit weights; null: none, then the ranking goes by `by` */
  readonly weights: Weights | null;
  readonly seed: number;
  /** draws of all assumptions together; 0: none */
  readonly draws: number;
  readonly phasing: PhasingOptions;
}

/** The first scenario and another. */
export interface PairReport {
  readonly fairness: Fairness;
  /** ids of the districts that are the same on both sides */
  readonly matched: readonly { readonly first: string; readonly second: string }[];
  readonly realignment: Realignment;
  readonly winners: WinnersAndLosers;
  /** what moves the difference of `by` most */
  readonly difference: Tornado;
}

/** What one scenario rests on. */
export interface ScenarioReport {
  readonly name: string;
  readonly ledgers: LedgerBars;
  readonly bands: readonly TotalBand[];
  readonly tornado: Tornado;
  readonly viability: readonly Viability[];
  readonly phases: readonly PhaseStep[];
}

/** How far scenarios of the same compounds agree on who belongs together. */
export interface AgreementReport {
  /** per pair of scenarios */
  readonly matrix: readonly (readonly number[])[];
  /** links on which they do not all agree, by compound ids; 0…1 */
  readonly open: readonly { readonly a: string; readonly b: string; readonly together: number }[];
  /** links on which they do */
  readonly firm: number;
}

/** Scenarios compared; the first is what the others are held against. */
export interface ComparisonReport extends IndicatorTable {
  /** per scenario but the first */
  readonly pairs: readonly PairReport[];
  readonly each: readonly ScenarioReport[];
  readonly distribution: Distribution;
  /**
   * positions of the scenarios that are ranked, in the order of `ranking`, `weighing` and `agreement`:
   * all but today, which is another service and no plan
   */
  readonly ranked: readonly number[];
  readonly ranking: RankingOdds | null;
  readonly weighing: Weighing | null;
  /** null where the scenarios are of different compounds */
  readonly agreement: AgreementReport | null;
}

function comparePair(first: ScenarioView, second: ScenarioView, by: IndicatorKey): PairReport {
  const { toSecond } = matchDistricts(first, second);
  const matched = [...toSecond].flatMap((to, from) =>
    to < 0
      ? []
      : [{ first: first.zoning.districts[from].id, second: second.zoning.districts[to].id }],
  );
  return {
    fairness: nameDifferences(first, second),
    matched,
    realignment: findRealignment(first, second),
    winners: findWinners(first, second),
    difference: tornado(second, { indicator: by, against: first }),
  };
}

function reportScenario(view: ScenarioView, { by, phasing }: ComparisonOptions): ScenarioReport {
  return {
    name: view.name,
    ledgers: ledgerBars(view),
    bands: bandTotals(view),
    tornado: tornado(view, { indicator: by }),
    viability: view.isToday ? [] : findViability(view),
    phases: view.isToday ? [] : planPhases(view, phasing),
  };
}

function reportAgreement(plans: readonly ScenarioView[]): AgreementReport | null {
  const [first] = plans;
  if (!first || plans.some(({ dataHash }) => dataHash !== first.dataHash)) return null;
  const { graph } = first.uncertain;
  const { a, b, count } = graph.links;
  const zonings = plans.map(({ zoning }) => zoning);
  const { together } = linkAgreement(graph, zonings);
  const idOf = (i: number) => first.world.compounds[i].id;
  const open = Array.from({ length: count }, (_, l) => l)
    .filter((l) => together[l] > 0 && together[l] < 1)
    .map((l) => ({ a: idOf(a[l]), b: idOf(b[l]), together: together[l] }));
  return {
    matrix: zonings.map((one) => zonings.map((other) => zoningAgreement(graph, one, other))),
    open,
    firm: together.filter((share) => share === 0 || share === 1).length,
  };
}

/** What has become known of a comparison. */
export type ComparisonPart =
  | { readonly kind: "table"; readonly table: IndicatorTable; readonly ranked: readonly number[] }
  /** `second`: position of the scenario that the first is held against */
  | { readonly kind: "pair"; readonly second: number; readonly pair: PairReport }
  | { readonly kind: "scenario"; readonly at: number; readonly report: ScenarioReport }
  | { readonly kind: "together"; readonly together: Together };

/** What is said of all scenarios together. */
export type Together = Pick<
  ComparisonReport,
  "distribution" | "ranking" | "weighing" | "agreement"
>;

/** How far a comparison has come, 0…1, and what has become known since the step before. */
export interface ComparisonStep {
  readonly done: number;
  readonly part: ComparisonPart | null;
}

/** Share of the work that is draws where there are any; the rest is the parts. */
const DRAWS_SHARE = 0.7;

/**
 * A comparison in steps, so that the caller can show parts of it, pause and give up: the table, every
 * scenario against the first, every scenario by itself, draws one by one, what is said of all.
 */
export function* compareInSteps(
  views: readonly ScenarioView[],
  options: ComparisonOptions,
): Generator<ComparisonStep, ComparisonReport> {
  const { by, weights, draws, seed } = options;
  const ranked = [...views.keys()].filter((k) => !views[k].isToday);
  const plans = ranked.map((k) => views[k]);
  const partsShare = draws === 0 ? 1 : 1 - DRAWS_SHARE;
  const count = 2 * views.length + 1;
  let made = 0;
  const step = (part: ComparisonPart): ComparisonStep => {
    made += 1;
    return { done: (partsShare * Math.min(made, count - 1)) / count, part };
  };
  const table = compareScenarios(views);
  yield step({ kind: "table", table, ranked });
  const pairs: PairReport[] = [];
  for (const [k, view] of views.slice(1).entries()) {
    const pair = comparePair(views[0], view, by);
    pairs.push(pair);
    yield step({ kind: "pair", second: k + 1, pair });
  }
  const each: ScenarioReport[] = [];
  for (const [at, view] of views.entries()) {
    const report = reportScenario(view, options);
    each.push(report);
    yield step({ kind: "scenario", at, report });
  }
  const goal: Goal = weights ? { weights } : { by };
  const ranking = draws === 0 ? null : createRankingDraws(plans, { seed, goal });
  for (let k = 0; k < draws; k++) {
    ranking?.next();
    yield { done: partsShare + (DRAWS_SHARE * k) / draws, part: null };
  }
  const together: Together = {
    distribution: balanceDistribution(views),
    ranking: ranking?.odds() ?? null,
    weighing: weights && weighScenarios(compareScenarios(plans), weights),
    agreement: reportAgreement(plans),
  };
  yield { done: 1, part: { kind: "together", together } };
  const { distribution, ...rest } = together;
  return { ...table, pairs, each, distribution, ranked, ...rest };
}

/**
 * Scenarios compared in every respect, as plain data: what the command line prints and the page
 * shows, byte for byte. Draws go by weights where they are given.
 */
export function reportComparison(
  views: readonly ScenarioView[],
  options: ComparisonOptions,
): ComparisonReport {
  const steps = compareInSteps(views, options);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** The text of a comparison as a file: what `compare --json` prints. */
export function writeComparison(report: ComparisonReport): string {
  return JSON.stringify({ version: VERSION, ...report });
}
