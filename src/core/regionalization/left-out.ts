import { LEFT_OUT_REASONS, type LeftOutReason } from "../zoning/zoning.ts";
import { breaksUpper } from "./breaks-upper.ts";
import type { LeftOut, Relaxation } from "./plan.ts";
import type { Problem } from "./problem.ts";

/** Position of a reason in `Zoning.reason`. */
export function reasonCode(reason: LeftOutReason): number {
  return LEFT_OUT_REASONS.indexOf(reason);
}

/** Sums of one component that minimum limits are compared with. */
export interface ComponentSums {
  readonly compounds: number;
  readonly households: number;
  readonly floorAreaM2: number;
  readonly threshold: number;
}

/** Sums per component. O(n). */
export function componentSums(problem: Problem): ComponentSums[] {
  const sums = Array.from({ length: problem.components.count }, () => ({
    compounds: 0,
    households: 0,
    floorAreaM2: 0,
    threshold: 0,
  }));
  problem.components.label.forEach((label, i) => {
    if (label < 0) return;
    sums[label].compounds++;
    sums[label].households += problem.world.compounds[i].households;
    sums[label].floorAreaM2 += problem.world.compounds[i].floorAreaM2;
    sums[label].threshold += problem.threshold?.[i] ?? 0;
  });
  return sums;
}

/** Minimum limits that even the whole component does not reach, as relaxations to what it holds. */
export function missedMinimums(problem: Problem, sums: ComponentSums): Relaxation[] {
  const { limits, threshold } = problem.parameters;
  const missed: Relaxation[] = [];
  const compare = (what: Relaxation["what"], value: number, from: number | null) => {
    if (from !== null && value < from) missed.push({ what, from, to: value, verified: false });
  };
  compare("min-households", sums.households, limits.minHouseholds);
  compare("min-floor-area", sums.floorAreaM2, limits.minFloorAreaM2);
  compare("threshold", sums.threshold, threshold?.min ?? null);
  return missed;
}

/** Why a compound outside every component is left out: too large itself, or with its group. */
function reasonOutside({ world, parameters }: Problem, i: number): LeftOutReason {
  return breaksUpper(world, parameters.limits, [i]) === null
    ? "conflicting-rules"
    : "exceeds-limit";
}

/**
 * Every participant in no district with its reason (DESIGN §4, Leftovers; R37). Left out of a
 * component whose optimum is proven: the rules together exclude it. What would take it in is found
 * by `relaxLeftOut`; here only a single minimum that the component misses is named.
 * @param assignment length n, −1 = in no district
 * @param proven components solved to the optimum
 */
export function explainLeftOut(
  problem: Problem,
  assignment: Int32Array,
  proven: ReadonlySet<number>,
): LeftOut[] {
  const missed = componentSums(problem).map((sums) => missedMinimums(problem, sums));
  const { label, size } = problem.components;
  const leftOut: LeftOut[] = [];
  problem.participant.forEach((takesPart, compound) => {
    if (!takesPart || assignment[compound] >= 0) return;
    const component = label[compound];
    if (component < 0) {
      const reason = reasonOutside(problem, compound);
      leftOut.push({ compound, reason, relaxation: null, relaxations: [] });
      return;
    }
    const small: LeftOutReason = size[component] === 1 ? "isolate" : "component-too-small";
    const large: LeftOutReason = proven.has(component) ? "conflicting-rules" : "not-placed";
    const isSmall = missed[component].length > 0;
    const relaxations = missed[component].length === 1 ? missed[component] : [];
    const relaxation = relaxations[0] ?? null;
    leftOut.push({ compound, reason: isSmall ? small : large, relaxation, relaxations });
  });
  return leftOut;
}
