import type { Steps } from "../base/steps.ts";
import { VERSION } from "../base/version.ts";
import { linkAgreement, zoningAgreement } from "./agreement.ts";
import { compareIndicators, type IndicatorTable, indicatorsInSteps } from "./comparison.ts";
import { balanceDistribution, type Distribution } from "./distribution.ts";
import type { IndicatorKey } from "./indicator-rows.ts";
import { type LedgerBars, ledgerBars } from "./ledger-bars.ts";
import { matchInSteps } from "./match-districts.ts";
import { type Fairness, nameDifferences } from "./name-differences.ts";
import { type PhaseStep, type PhasingOptions, phasesInSteps } from "./phasing.ts";
import { drawsInSteps, type Goal, type RankingOdds } from "./ranking-draws.ts";
import { findRealignment, type Realignment } from "./realignment.ts";
import { type Reckoned, reckonInSteps, type Tornado, tornadoInSteps } from "./tornado.ts";
import { bandsInSteps, type TotalBand } from "./total-bands.ts";
import { VIABILITY_RECKONINGS, type Viability, viabilityInSteps } from "./viability.ts";
import type { ScenarioView } from "./view.ts";
import { type Weighing, type Weights, weighScenarios } from "./weights.ts";
import { type WinnersAndLosers, winnersInSteps } from "./winners.ts";

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

/** A scenario with what its reckonings and rows rest on. */
interface Side extends Reckoned {
  readonly view: ScenarioView;
}

function* comparePair(first: Side, second: Side, by: IndicatorKey): Steps<PairReport> {
  const sides = [first.view, second.view] as const;
  const match = yield* matchInSteps(...sides);
  yield 0;
  const matched = [...match.toSecond].flatMap((to, from) =>
    to < 0
      ? []
      : [{ first: sides[0].zoning.districts[from].id, second: sides[1].zoning.districts[to].id }],
  );
  const realignment = findRealignment(...sides, match);
  yield 0;
  const winners = yield* winnersInSteps(...sides);
  yield 0;
  return {
    fairness: nameDifferences(...sides),
    matched,
    realignment,
    winners,
    difference: yield* tornadoInSteps({ indicator: by, own: second, against: first }),
  };
}

function* reportScenario(side: Side, { by, phasing }: ComparisonOptions): Steps<ScenarioReport> {
  const { view } = side;
  const ledgers = ledgerBars(view);
  const bands = yield* bandsInSteps(side);
  const bars = yield* tornadoInSteps({ indicator: by, own: side, against: null });
  const viability = view.isToday ? [] : yield* viabilityInSteps(side);
  const phases = view.isToday ? [] : yield* phasesInSteps(view, phasing);
  yield 0;
  return { name: view.name, ledgers, bands, tornado: bars, viability, phases };
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

/** Reckonings that a comparison makes: the unit of its progress. */
function countReckonings(views: readonly ScenarioView[], draws: number): number {
  const plans = views.filter(({ isToday }) => !isToday).length;
  const bars = 1 + 2 * (views[0]?.uncertain.assumptions.length ?? 0);
  const pairs = 2 * bars * Math.max(0, views.length - 1);
  const each = (3 + bars) * views.length + VIABILITY_RECKONINGS * plans;
  return Math.max(1, pairs + each + plans * (draws > 0 ? draws + 1 : 0));
}

/** Readies every side, one step each. */
function* readySides(views: readonly ScenarioView[]): Steps<Side[]> {
  const sides: Side[] = [];
  for (const view of views) {
    const settled = yield* indicatorsInSteps(view);
    yield 0;
    sides.push({ ...(yield* reckonInSteps(view, settled)), view });
    yield 0;
  }
  return sides;
}

function* rankInSteps(sides: readonly Side[], options: ComparisonOptions): Steps<RankingOdds> {
  const { by, weights, draws, seed } = options;
  const goal: Goal = weights ? { weights } : { by };
  const views = sides.map(({ view }) => view);
  const settled = sides.map((side) => side.settled);
  const ranking = yield* drawsInSteps(views, { seed, goal, settled });
  for (let k = 0; k < draws; k++) yield* ranking.nextInSteps();
  return ranking.odds();
}

/**
 * A comparison in steps, so that the caller can show parts of it, pause and give up: the table, every
 * scenario against the first, every scenario by itself, draws one by one, what is said of all.
 */
export function* compareInSteps(
  views: readonly ScenarioView[],
  options: ComparisonOptions,
): Generator<ComparisonStep, ComparisonReport> {
  const { by, weights, draws } = options;
  const all = countReckonings(views, draws);
  let spent = 0;
  const at = (part: ComparisonPart | null): ComparisonStep => ({
    done: Math.min(spent / all, 1),
    part,
  });
  function* within<T>(steps: Steps<T>): Generator<ComparisonStep, T> {
    for (;;) {
      const step = steps.next();
      if (step.done) return step.value;
      spent += step.value;
      yield at(null);
    }
  }
  const sides = yield* within(readySides(views));
  const ranked = [...views.keys()].filter((k) => !views[k].isToday);
  const plans = ranked.map((k) => sides[k]);
  const tableOf = (of: readonly Side[]) =>
    compareIndicators(
      of.map(({ view }) => view),
      of.map(({ settled }) => settled),
    );
  const table = tableOf(sides);
  yield at({ kind: "table", table, ranked });
  const pairs: PairReport[] = [];
  for (const [k, side] of sides.slice(1).entries()) {
    const pair = yield* within(comparePair(sides[0], side, by));
    pairs.push(pair);
    yield at({ kind: "pair", second: k + 1, pair });
  }
  const each: ScenarioReport[] = [];
  for (const [k, side] of sides.entries()) {
    const report = yield* within(reportScenario(side, options));
    each.push(report);
    yield at({ kind: "scenario", at: k, report });
  }
  const ranking = draws === 0 ? null : yield* within(rankInSteps(plans, options));
  const together: Together = {
    distribution: balanceDistribution(views),
    ranking,
    weighing: weights && weighScenarios(tableOf(plans), weights),
    agreement: reportAgreement(plans.map(({ view }) => view)),
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
