import { groupMembers } from "../bonds.ts";
import type { SolveProgress, Solving } from "../plan.ts";
import type { Problem } from "../problem.ts";
import { solve } from "../solve.ts";
import { type Change, restrictProblem } from "./restrict-problem.ts";

/** Answer of one relaxed problem. */
interface Answer {
  readonly levels: readonly number[];
  readonly lowerBound: readonly number[];
  readonly isOptimal: boolean;
  /** compounds it takes in */
  readonly included: ReadonlySet<number>;
}

/** Work that verification may do, and answers it has already. Mutable by purpose. */
export interface Checking {
  readonly problem: Problem;
  /** compounds in problems that may still be solved */
  budget: number;
  readonly answers: Map<string, Answer>;
  /** told to stop: nothing more is tried */
  isStopped: boolean;
  /** what a step reports */
  readonly progress: SolveProgress;
}

/** A relaxed region by name, so that it is solved once. */
export interface Trial {
  readonly members: readonly number[];
  readonly change: Change;
  /** names the change among those tried on the region */
  readonly key: string;
}

/** Lets a stop be heard. */
export function* pause(checking: Checking): Solving<void> {
  if ((yield checking.progress) === "stop") checking.isStopped = true;
}

function* answer(
  checking: Checking,
  trial: Trial,
  wants: "households" | "objective",
): Solving<Answer | null> {
  const key = `${wants};${trial.key};${trial.members.join()}`;
  const known = checking.answers.get(key);
  if (known) return known;
  if (checking.isStopped || checking.budget < trial.members.length) return null;
  checking.budget -= trial.members.length;
  const { members, change } = trial;
  const steps = solve(restrictProblem(checking.problem, members, { change, wants }));
  let step = steps.next();
  while (!step.done) {
    yield* pause(checking);
    step = steps.next(checking.isStopped ? "stop" : undefined);
  }
  const { zoning, objective } = step.value;
  const found: Answer = {
    levels: objective.levels,
    lowerBound: objective.lowerBound,
    isOptimal: objective.certificate === "optimal",
    included: new Set(members.filter((_, k) => zoning.assignment[k] >= 0)),
  };
  checking.answers.set(key, found);
  return found;
}

/** Lexicographic: every level before the first difference is the same. */
function isLess(a: readonly number[], b: readonly number[]): boolean {
  for (let k = 0; k < a.length; k++) {
    if (Math.abs(a[k] - b[k]) > 1e-9 * Math.max(1, Math.abs(b[k]))) return a[k] < b[k];
  }
  return false;
}

/**
 * Whether every best answer of the relaxed region takes the compound in: the best with it is
 * strictly better than a lower bound of the best without it and its group. Mostly everybody is taken
 * in and no second solve is needed. null: the budget does not carry it.
 */
export function* takesIn(
  checking: Checking,
  trial: Trial,
  compound: number,
): Solving<boolean | null> {
  const { world, bonds, objective } = checking.problem;
  const group = trial.change.freed?.has(compound) ? [compound] : groupMembers(bonds, compound);
  const households = group.reduce((sum, i) => sum + world.compounds[i].households, 0);
  if (households === 0 && objective.targetCount !== null) return false;
  const wants = households === 0 ? "objective" : "households";
  const best = yield* answer(checking, trial, wants);
  if (best === null || !best.included.has(compound)) return best === null ? null : false;
  if (households > 0 && best.levels[0] < households) return true;
  const own = new Set(group);
  const members = trial.members.filter((i) => !own.has(i));
  if (members.length === 0)
    return isLess(best.levels, [households, ...best.levels.slice(1).map(() => 0)]);
  const without = yield* answer(checking, { ...trial, members }, wants);
  if (without === null) return null;
  const bound = without.isOptimal ? without.levels : without.lowerBound;
  const [leftOut, ...rest] = bound;
  if (wants === "households") return best.levels[0] < leftOut + households;
  return without.isOptimal && isLess(best.levels, [leftOut + households, ...rest]);
}
