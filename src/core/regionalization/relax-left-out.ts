import {
  type ComponentExplainer,
  type ComponentStory,
  createComponentExplainer,
} from "../contiguity/explain-component.ts";
import { groupMembers } from "./bonds.ts";
import type { LeftOut, Plan, Relaxation, Solving } from "./plan.ts";
import { componentMembers, type Problem } from "./problem.ts";
import { createUnits } from "./relax/grow-region.ts";
import { createLocalLinker, type LocalLinker } from "./relax/local-links.ts";
import { relaxFee } from "./relax/relax-fee.ts";
import { relaxLimits } from "./relax/relax-limits.ts";
import { relaxLinks } from "./relax/relax-links.ts";
import { relaxRules } from "./relax/relax-rules.ts";
import type { Relaxing } from "./relax/relaxing.ts";
import { pause } from "./relax/verify.ts";

/** Compounds in relaxed problems that may be solved for one plan; a step solves one of ≤ 16 nodes. */
const MOST_WORK = 60_000;

/** How much a relaxation changes: numbers by their relative change, a rule or a place as 1. */
function sizeOf({ from, to }: Relaxation): number {
  if (typeof from !== "number" || typeof to !== "number") return 1;
  return Math.abs(to - from) / Math.max(1, Math.abs(from));
}

/** Smallest first, verified ones before all others; equal ones stay in the order tried. */
function inOrder(relaxations: readonly Relaxation[]): Relaxation[] {
  return [...relaxations].sort(
    (a, b) => Number(b.verified) - Number(a.verified) || sizeOf(a) - sizeOf(b),
  );
}

/** Null where links are not made by distance: no gap or crossing would make one. */
function openExplainer({ world, graph, placeable, cell, parameters }: Problem) {
  if (parameters.links !== "gap") return null;
  const { gapM } = parameters;
  return createComponentExplainer(world, graph, { gapM, active: placeable, cell });
}

function openRelaxing(problem: Problem, plan: Plan): Relaxing {
  const { participant, bonds } = problem;
  const members = componentMembers(problem);
  const stories = new Map<number, ComponentStory | null>();
  let explainer: ComponentExplainer | null = null;
  let linker: LocalLinker | null = null;
  const progress = { done: 1, levels: plan.objective.levels, gap: plan.objective.gap };
  return {
    problem,
    unitOf: createUnits(problem, plan.zoning.assignment),
    free: Uint8Array.from(participant, (p, i) => (p && bonds.keptOf[i] < 0 ? 1 : 0)),
    membersOf: (component) => members[component],
    linker() {
      linker ??= createLocalLinker(problem);
      return linker;
    },
    checking: { problem, budget: MOST_WORK, answers: new Map(), isStopped: false, progress },
    story(component) {
      explainer ??= openExplainer(problem);
      const story = stories.get(component) ?? explainer?.explain(component) ?? null;
      stories.set(component, story);
      return story;
    },
  };
}

/**
 * For every compound the plan leaves out, the smallest relaxation of each kind that takes it in, each
 * verified by solving the relaxed problem on the components it touches (R37, R38): a number of a limit
 * or of the gap, a crossing, a neighbouring cell, a link, a rule. Where the work allowed ends, what
 * is known unverified stays. A step takes as long as one solve of at most 16 nodes.
 */
export function* relaxLeftOut(problem: Problem, plan: Plan): Solving<readonly LeftOut[]> {
  const relaxing = openRelaxing(problem, plan);
  const { checking } = relaxing;
  const done = new Map<number, readonly Relaxation[]>();
  const result: LeftOut[] = [];
  for (const left of plan.leftOut) {
    yield* pause(checking);
    if (checking.isStopped || checking.budget <= 0) {
      return [...result, ...plan.leftOut.slice(result.length)];
    }
    const [first] = groupMembers(problem.bonds, left.compound);
    const known = done.get(first);
    const found = known ?? inOrder(yield* relaxOne(relaxing, left));
    // What a stop cut short says less than what was known before.
    if (checking.isStopped) return [...result, ...plan.leftOut.slice(result.length)];
    done.set(first, found);
    result.push({ ...left, relaxation: found[0] ?? null, relaxations: found });
  }
  return result;
}

function* relaxOne(relaxing: Relaxing, left: LeftOut): Solving<Relaxation[]> {
  const found: Relaxation[] = [];
  for (const relax of [relaxLimits, relaxFee, relaxLinks, relaxRules]) {
    found.push(...(yield* relax(relaxing, left)));
    if (relaxing.checking.isStopped) break;
  }
  return found;
}
