import type { Zoning } from "../zoning/zoning.ts";
import { levelsInSteps } from "./evaluate-zoning.ts";
import { explainLeftOut, reasonCode } from "./left-out.ts";
import { nameDistricts, orderDistricts } from "./name-districts.ts";
import type {
  ComponentReport,
  LeftOut,
  ObjectiveReport,
  Plan,
  SolveProgress,
  Stopped,
} from "./plan.ts";
import { keptLevels, type Problem } from "./problem.ts";
import type { ComponentProof } from "./proof.ts";
import { measureStandings, type Standing, toLevels } from "./standing.ts";

/** (value − bound) / max(1, |value|) of the first level that is above its bound. */
function gapOf(levels: readonly number[], bound: readonly number[]): number {
  for (let k = 0; k < levels.length; k++) {
    const above = levels[k] - bound[k];
    if (above > 1e-9 * Math.max(1, Math.abs(bound[k])))
      return above / Math.max(1, Math.abs(levels[k]));
  }
  return 0;
}

/** Bound of one component: what it stands at when proven. */
function componentBounds(problem: Problem, standing: Standing, proof: ComponentProof): number[] {
  if (proof.optimal || proof.bound === null) return toLevels(problem.objective, standing);
  return [...proof.bound];
}

/** Households of participants that no zoning can place: too large alone or with their group. */
export function unplaceableHouseholds(problem: Problem): number {
  return problem.participant.reduce(
    (sum, takesPart, i) =>
      takesPart && !problem.placeable[i] && problem.bonds.keptOf[i] < 0
        ? sum + problem.world.compounds[i].households
        : sum,
    0,
  );
}

/** Bound of the whole: components add up; a wanted count is not decomposed and its bound is 0. */
export function totalBound(
  problem: Problem,
  standings: readonly Standing[],
  proofs: readonly ComponentProof[],
): number[] {
  const sums = [unplaceableHouseholds(problem), ...keptLevels(problem)];
  proofs.forEach((proof, c) => {
    componentBounds(problem, standings[c], proof).forEach((value, k) => {
      sums[k] += value;
    });
  });
  if (problem.objective.targetCount === null) return sums;
  return [sums[0], 0, ...sums.slice(1)];
}

/** Where the components together stand against a total bound. O(1). */
export function measureProgress(
  problem: Problem,
  standing: Standing,
  options: {
    readonly bound: readonly number[];
    readonly unplaceable: number;
    /** levels of the districts kept as they are */
    readonly kept: readonly number[];
    readonly done: number;
  },
): SolveProgress {
  const { targetCount } = problem.objective;
  const [leftOut, ...placed] = toLevels(problem.objective, standing);
  const own = placed.map((value, k) => value + options.kept[k]);
  const off = targetCount === null ? [] : [Math.abs(standing.districts - targetCount)];
  const levels = [leftOut + options.unplaceable, ...off, ...own];
  return { done: options.done, levels, gap: gapOf(levels, options.bound) };
}

function* toZoning(
  problem: Problem,
  districts: readonly number[][],
): Generator<void, Pick<Zoning, "districts" | "assignment">, void> {
  const kept = problem.bonds.kept.map(({ members }) => members);
  const ordered = orderDistricts(problem, [...districts, ...kept]);
  const assignment = new Int32Array(problem.world.compounds.length).fill(-1);
  ordered.forEach((members, district) => {
    for (const i of members) assignment[i] = district;
  });
  yield;
  return { districts: nameDistricts(problem, ordered), assignment };
}

/** Reason codes of everybody in no district, context included. */
function toReasons(problem: Problem, leftOut: readonly LeftOut[]): Uint8Array {
  const reason = new Uint8Array(problem.world.compounds.length);
  problem.participant.forEach((takesPart, i) => {
    if (!takesPart) reason[i] = reasonCode("not-aged");
  });
  for (const left of leftOut) reason[left.compound] = reasonCode(left.reason);
  return reason;
}

/** What a plan is made of. */
interface PlanParts {
  /** members of each, ascending */
  readonly districts: readonly number[][];
  readonly proofs: readonly ComponentProof[];
  readonly stopped: Stopped;
  /** bound of all components together, where it is not the sum of theirs */
  readonly bound?: readonly number[] | null;
}

/**
 * Turns districts into a plan: ordered and named, with its proof and its left-out list. In steps.
 */
export function* buildPlan(problem: Problem, options: PlanParts): Generator<void, Plan, void> {
  const { districts, proofs, stopped, bound } = options;
  const placed = yield* toZoning(problem, districts);
  yield;
  const standings = measureStandings(problem, districts);
  yield;
  const proven = new Set(proofs.flatMap((proof, label) => (proof.optimal ? [label] : [])));
  const leftOut = explainLeftOut(problem, placed.assignment, proven);
  const zoning: Zoning = { ...placed, reason: toReasons(problem, leftOut) };
  yield;
  const levels = yield* levelsInSteps(problem, zoning);
  yield;
  const lowerBound = bound ?? totalBound(problem, standings, proofs);
  const gap = gapOf(levels, lowerBound);
  const objective: ObjectiveReport = {
    name: problem.parameters.objective,
    levels,
    lowerBound,
    gap,
    certificate: gap === 0 ? "optimal" : "bounded",
  };
  const components = proofs.map((proof, c): ComponentReport => {
    const own = toLevels(problem.objective, standings[c]);
    const ownGap = gapOf(own, componentBounds(problem, standings[c], proof));
    const certificate = proof.optimal || ownGap === 0 ? "optimal" : "bounded";
    return { compounds: proof.members.length, certificate, gap: ownGap };
  });
  return { zoning, objective, components, leftOut, stopped };
}

/** {@link buildPlan} at one go. */
export function buildAtOnce(problem: Problem, parts: PlanParts): Plan {
  const steps = buildPlan(problem, parts);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
