import { LEFT_OUT_REASONS, type LeftOutReason } from "../zoning/zoning.ts";
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
  if (limits.minHouseholds !== null && sums.households < limits.minHouseholds) {
    missed.push({ what: "min-households", from: limits.minHouseholds, to: sums.households });
  }
  if (limits.minFloorAreaM2 !== null && sums.floorAreaM2 < limits.minFloorAreaM2) {
    missed.push({ what: "min-floor-area", from: limits.minFloorAreaM2, to: sums.floorAreaM2 });
  }
  if (threshold !== null && sums.threshold < threshold.min) {
    missed.push({ what: "threshold", from: threshold.min, to: sums.threshold });
  }
  return missed;
}

/** First cut of a component's compounds whose other side takes part, in cut order. */
function firstCrossing(problem: Problem, label: number): Relaxation | null {
  const { cuts } = problem.graph;
  const { label: of } = problem.components;
  for (let c = 0; c < cuts.count; c++) {
    const [a, b] = [cuts.a[c], cuts.b[c]];
    if (problem.cell[a] !== problem.cell[b] || of[a] === of[b]) continue;
    if ((of[a] !== label && of[b] !== label) || of[a] < 0 || of[b] < 0) continue;
    const barrier = cuts.barrier[c] < 0 ? null : problem.world.barriers[cuts.barrier[c]];
    return { what: "crossing", from: "none", to: barrier?.name ?? barrier?.id ?? "by-hand" };
  }
  return null;
}

/** First neighbour of a component in another envelope cell. */
function firstEnvelope(problem: Problem, label: number): Relaxation | null {
  const { links } = problem.graph;
  const { label: of } = problem.components;
  const nameOf = (i: number) => problem.cellNames[problem.cell[i]] ?? "";
  for (let l = 0; l < links.count; l++) {
    const [a, b] = [links.a[l], links.b[l]];
    if (of[a] < 0 || of[b] < 0 || problem.cell[a] === problem.cell[b]) continue;
    if (of[a] === label) return { what: "envelope", from: nameOf(a), to: nameOf(b) };
    if (of[b] === label) return { what: "envelope", from: nameOf(b), to: nameOf(a) };
  }
  return null;
}

function tooLarge(problem: Problem, i: number): Relaxation {
  const { limits } = problem.parameters;
  const c = problem.world.compounds[i];
  if (limits.maxHouseholds !== null && c.households > limits.maxHouseholds) {
    return { what: "max-households", from: limits.maxHouseholds, to: c.households };
  }
  return { what: "max-floor-area", from: limits.maxFloorAreaM2 ?? 0, to: c.floorAreaM2 };
}

/** A single missed minimum is the smallest change; with several, a way out of the component. */
function relaxComponent(problem: Problem, label: number, missed: Relaxation[]): Relaxation | null {
  if (missed.length === 1) return missed[0];
  return firstCrossing(problem, label) ?? firstEnvelope(problem, label) ?? missed[0] ?? null;
}

/**
 * Every participant in no district with its reason and the relaxation that bears on it (DESIGN §4,
 * Leftovers; R-01). Left out of a component whose optimum is proven: the rules together exclude it.
 * @param assignment length n, −1 = in no district
 * @param proven components solved to the optimum
 */
export function explainLeftOut(
  problem: Problem,
  assignment: Int32Array,
  proven: ReadonlySet<number>,
): LeftOut[] {
  const sums = componentSums(problem);
  const relaxations = new Map<number, { reason: LeftOutReason; relaxation: Relaxation | null }>();
  const ofComponent = (label: number) => {
    const known = relaxations.get(label);
    if (known) return known;
    const missed = missedMinimums(problem, sums[label]);
    const alone = sums[label].compounds === 1;
    const small: LeftOutReason = alone ? "isolate" : "component-too-small";
    const large: LeftOutReason = proven.has(label) ? "conflicting-rules" : "not-placed";
    const found = {
      reason: missed.length > 0 ? small : large,
      relaxation: missed.length > 0 ? relaxComponent(problem, label, missed) : null,
    };
    relaxations.set(label, found);
    return found;
  };
  const leftOut: LeftOut[] = [];
  problem.participant.forEach((takesPart, compound) => {
    if (!takesPart || assignment[compound] >= 0) return;
    const label = problem.components.label[compound];
    if (label >= 0) leftOut.push({ compound, ...ofComponent(label) });
    else {
      const relaxation = tooLarge(problem, compound);
      leftOut.push({ compound, reason: "exceeds-limit", relaxation });
    }
  });
  return leftOut;
}
