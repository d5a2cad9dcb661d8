import type { Zoning } from "../zoning/zoning.ts";
import { zoningLevels } from "./evaluate-zoning.ts";
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
import type { Problem } from "./problem.ts";
import type { ComponentProof } from "./proof.ts";
import type { Draft } from "./search/draft.ts";

/** Value of one component in a draft: households left out, then levels. */
function componentLevels(problem: Problem, draft: Draft, members: readonly number[]): number[] {
  const levels = new Array<number>(problem.objective.levels).fill(0);
  let leftOut = 0;
  const seen = new Set<number>();
  for (const i of members) {
    const district = draft.of[i];
    if (district < 0) leftOut += problem.world.compounds[i].households;
    else if (!seen.has(district)) {
      seen.add(district);
      draft.valueOf(district).forEach((value, k) => {
        levels[k] += value;
      });
    }
  }
  return [leftOut, ...levels];
}

/** (value − bound) / max(1, |value|) of the first level that is above its bound. */
function gapOf(levels: readonly number[], bound: readonly number[]): number {
  for (let k = 0; k < levels.length; k++) {
    const above = levels[k] - bound[k];
    if (above > 1e-9 * Math.max(1, Math.abs(bound[k])))
      return above / Math.max(1, Math.abs(levels[k]));
  }
  return 0;
}

function componentBounds(problem: Problem, draft: Draft, proof: ComponentProof): number[] {
  const levels = componentLevels(problem, draft, proof.members);
  return proof.optimal || proof.bound === null ? levels : [...proof.bound];
}

/** Households of participants that no zoning can place: too large alone. */
export function unplaceableHouseholds(problem: Problem): number {
  return problem.participant.reduce(
    (sum, takesPart, i) =>
      takesPart && !problem.placeable[i] ? sum + problem.world.compounds[i].households : sum,
    0,
  );
}

/** Bound of the whole: components add up; a wanted count is not decomposed and its bound is 0. */
export function totalBound(
  problem: Problem,
  draft: Draft,
  proofs: readonly ComponentProof[],
): number[] {
  const sums = new Array<number>(problem.objective.levels + 1).fill(0);
  sums[0] = unplaceableHouseholds(problem);
  for (const proof of proofs) {
    componentBounds(problem, draft, proof).forEach((value, k) => {
      sums[k] += value;
    });
  }
  if (problem.objective.targetCount === null) return sums;
  return [sums[0], 0, ...sums.slice(1)];
}

/** Where the draft stands against a total bound. O(1). */
export function measureProgress(
  problem: Problem,
  draft: Draft,
  options: {
    readonly bound: readonly number[];
    readonly unplaceable: number;
    readonly done: number;
  },
): SolveProgress {
  const { targetCount } = problem.objective;
  const off = targetCount === null ? [] : [Math.abs(draft.districts - targetCount)];
  const levels = [draft.householdsLeftOut + options.unplaceable, ...off, ...draft.levels];
  return { done: options.done, levels, gap: gapOf(levels, options.bound) };
}

function toZoning(problem: Problem, draft: Draft): Pick<Zoning, "districts" | "assignment"> {
  const ordered = orderDistricts(problem, draft.living());
  const n = problem.world.compounds.length;
  const assignment = new Int32Array(n).fill(-1);
  ordered.forEach((members, district) => {
    for (const i of members) assignment[i] = district;
  });
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

/** Turns a finished draft into a plan: ordered and named districts, proof, left-out list. */
export function buildPlan(
  problem: Problem,
  draft: Draft,
  options: {
    readonly proofs: readonly ComponentProof[];
    readonly stopped: Stopped;
    /** bound of all components together, where it is not the sum of theirs */
    readonly bound?: readonly number[] | null;
  },
): Plan {
  const { proofs, stopped, bound } = options;
  const placed = toZoning(problem, draft);
  const proven = new Set(proofs.flatMap((proof, label) => (proof.optimal ? [label] : [])));
  const leftOut = explainLeftOut(problem, placed.assignment, proven);
  const zoning: Zoning = { ...placed, reason: toReasons(problem, leftOut) };
  const levels = zoningLevels(problem, zoning);
  const lowerBound = bound ?? totalBound(problem, draft, proofs);
  const gap = gapOf(levels, lowerBound);
  const objective: ObjectiveReport = {
    name: problem.parameters.objective,
    levels,
    lowerBound,
    gap,
    certificate: gap === 0 ? "optimal" : "bounded",
  };
  const components = proofs.map((proof): ComponentReport => {
    const own = componentLevels(problem, draft, proof.members);
    const ownGap = gapOf(own, componentBounds(problem, draft, proof));
    const certificate = proof.optimal || ownGap === 0 ? "optimal" : "bounded";
    return { compounds: proof.members.length, certificate, gap: ownGap };
  });
  return { zoning, objective, components, leftOut, stopped };
}
