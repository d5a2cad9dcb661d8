import {
  checkDistrict,
  membersByDistrict,
  type Plan,
  type Problem,
  solve,
  type Zoning,
  zoningLevels,
} from "../src/core/index.ts";

/** Solves to the end. */
export function solveAll(problem: Problem): Plan {
  const steps = solve(problem);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** Lexicographic difference with the tolerance of sums in floating point; below 0: `a` is better. */
export function compareLevels(a: readonly number[], b: readonly number[]): number {
  for (let k = 0; k < a.length; k++) {
    if (Math.abs(a[k] - b[k]) > 1e-6 * Math.max(1, Math.abs(b[k]))) return a[k] - b[k];
  }
  return 0;
}

/** Levels of every valid assignment of free compounds around the kept districts, one at a time. */
export function visitZonings(problem: Problem, visit: (zoning: Zoning) => void): void {
  const n = problem.world.compounds.length;
  const { kept, keptOf } = problem.bonds;
  const assignment = Int32Array.from(keptOf);
  const place = (i: number, used: number): void => {
    if (i === n) {
      const zoning: Zoning = {
        districts: Array.from({ length: used }, (_, d) => ({ id: `P${d}`, name: "" })),
        assignment,
        reason: new Uint8Array(n),
      };
      const free = membersByDistrict(zoning).slice(kept.length);
      if (free.every((m) => checkDistrict(problem, m).length === 0)) visit(zoning);
      return;
    }
    if (keptOf[i] >= 0) {
      place(i + 1, used);
      return;
    }
    const choices = problem.placeable[i] ? used : -1;
    for (let d = -1; d <= choices; d++) {
      if (d >= 0 && d < kept.length) continue;
      assignment[i] = d;
      place(i + 1, Math.max(used, d + 1));
    }
    assignment[i] = -1;
  };
  place(0, kept.length);
}

/** The best levels of any valid zoning, judged from scratch. */
export function bruteForce(problem: Problem): readonly number[] {
  let best: readonly number[] | null = null;
  visitZonings(problem, (zoning) => {
    const levels = zoningLevels(problem, zoning);
    if (best === null || compareLevels(levels, best) < 0) best = levels;
  });
  return best ?? [];
}
