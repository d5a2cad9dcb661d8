import type { DistrictEstimate } from "../estimate/estimate.ts";
import type { Overrides } from "../estimate/estimator.ts";
import { checkLimits } from "../zoning/check-limits.ts";
import { membersByDistrict } from "../zoning/members.ts";
import type { Violation } from "../zoning/violation.ts";
import type { Zoning } from "../zoning/zoning.ts";
import { checkRules } from "./check-rules.ts";
import type { Problem } from "./problem.ts";
import { splitConnected } from "./split-connected.ts";

/** What a zoning is worth and what it breaks, from scratch. */
export interface Evaluation {
  /** households left out, then the objective's levels */
  readonly levels: readonly number[];
  /** per district; null for a district without members */
  readonly estimates: readonly (DistrictEstimate | null)[];
  readonly violations: readonly (readonly Violation[])[];
}

/** Limits, connection, envelope, threshold and rules of one district by name; [] when all hold. */
export function checkDistrict(problem: Problem, members: readonly number[]): Violation[] {
  if (members.length === 0) return [];
  const { world, parameters, threshold, cell, estimator } = problem;
  const sum = (of: (i: number) => number) => members.reduce((s, i) => s + of(i), 0);
  const violations = checkLimits(
    {
      compounds: members.length,
      households: sum((i) => world.compounds[i].households),
      floorAreaM2: sum((i) => world.compounds[i].floorAreaM2),
      spanM: estimator.spanM(members, members.length),
      breakEvenFee: () => estimator.breakEvenFee(members, members.length),
    },
    parameters.limits,
  );
  const cells = new Set(members.map((i) => cell[i]));
  if (cells.size > 1) violations.unshift({ rule: "envelope", value: cells.size, limit: 1 });
  const pieces = splitConnected(problem, members).length;
  if (pieces > cells.size) violations.unshift({ rule: "not-connected", value: pieces, limit: 1 });
  if (parameters.threshold && threshold) {
    const value = sum((i) => threshold[i]);
    if (value < parameters.threshold.min) {
      violations.push({ rule: "threshold", value, limit: parameters.threshold.min });
    }
  }
  return [...violations, ...checkRules(problem, members)];
}

/** Districts valued between two yields. */
const DISTRICTS_PER_STEP = 2048;

/** Objective levels of a zoning, from scratch, in steps; households left out first. */
export function* levelsInSteps(problem: Problem, zoning: Zoning): Generator<void, number[], void> {
  const { objective, world, participant, bonds } = problem;
  const districts = membersByDistrict(zoning).filter((members) => members.length > 0);
  yield;
  const out = new Float64Array(objective.levels);
  const sums = new Array<number>(objective.levels).fill(0);
  for (const [d, members] of districts.entries()) {
    objective.evaluate(members, members.length, out);
    out.forEach((value, k) => {
      sums[k] += value;
    });
    if (d % DISTRICTS_PER_STEP === DISTRICTS_PER_STEP - 1) yield;
  }
  let leftOut = 0;
  participant.forEach((takesPart, i) => {
    if (takesPart && zoning.assignment[i] < 0) leftOut += world.compounds[i].households;
  });
  const off =
    objective.targetCount === null
      ? []
      : [Math.abs(districts.length - bonds.kept.length - objective.targetCount)];
  return [leftOut, ...off, ...sums];
}

/** {@link levelsInSteps} at one go. */
export function zoningLevels(problem: Problem, zoning: Zoning): number[] {
  const steps = levelsInSteps(problem, zoning);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/**
 * Evaluates every district of a zoning. O(n + links).
 * @param byDistrict values set for single districts, by id; the objective's levels do without them
 */
export function evaluateZoning(
  problem: Problem,
  zoning: Zoning,
  byDistrict: ReadonlyMap<string, Overrides> = new Map(),
): Evaluation {
  const members = membersByDistrict(zoning);
  return {
    levels: zoningLevels(problem, zoning),
    estimates: members.map((m, d) =>
      m.length > 0 ? problem.estimator.district(m, byDistrict.get(zoning.districts[d].id)) : null,
    ),
    violations: members.map((m) => checkDistrict(problem, m)),
  };
}
